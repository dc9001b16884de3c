import 'server-only'
import { bannerSeal, type BannerInput } from '#domain/front-page/banner.ts'
import { sameLayout, storiesIn, type FrontBanner } from '#domain/front-page/layout.ts'
import { takeStep, type FrontStep } from '#domain/front-page/steps.ts'
import type { Actor } from '#domain/people.ts'
import { timeNow } from '../clock.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { plannedTime } from '../stories/timing/plans.ts'
import { frontSections, liveStories } from './live-stories.ts'
import { lockFrontFor, moveDraft, refuseStale, writeStep, type FrontState } from './state.ts'

/** What a change of the draft answers: what was done, as a sentence. Readers see nothing of it. */
type Stepped = CommandResult<{ message: string }>
const stepped = (words: string) => ({ ok: true as const, tags: [], message: `${words}.` })

/** Lock, policy, and that the draft is the one that was seen; then `work`, in one transaction. */
function onDraft(actor: Actor, version: number, work: (tx: Tx, acting: Actor, state: FrontState, now: Date) => Promise<string>): Promise<Stepped> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor: acting, state } = await lockFrontFor(tx, actor)
      refuseStale(acting, state, version)
      return stepped(await work(tx, acting, state, timeNow()))
    }),
  )
}

async function take(tx: Tx, actor: Actor, state: FrontState, step: FrontStep, now: Date): Promise<string> {
  const named = [...storiesIn(state.draft), ...(step.do === 'place' ? [step.storyId] : step.do === 'banner' ? [step.banner?.storyId ?? null] : [])].filter((id) => id !== null)
  const [stories, sections] = [await liveStories(named, tx), await frontSections(tx)]
  const taken = takeStep(state.draft, step, { stories, sections })
  if (!taken.ok) throw new Refusal(taken.reason)
  if (sameLayout(taken.layout, state.draft)) return 'Nothing changed: it is like that already'
  await writeStep(tx, actor, state, { layout: taken.layout, words: taken.words, did: step.do, now })
  return taken.words
}

/** Does one thing to the draft. `version`: of the draft that was seen; refused where somebody else changed it since, naming them. */
export function changeDraft(actor: Actor, { version, step }: { version: number; step: FrontStep }): Promise<Stepped> {
  return onDraft(actor, version, (tx, acting, state, now) => take(tx, acting, state, step, now))
}

/** Refuses a banner that was written beside another one than the draft has now. What else changed in the draft does not matter to it. */
function refuseOtherBanner({ draft, changed }: FrontState, seen: string): void {
  if (bannerSeal(draft.banner) === seen) return
  throw new Refusal(`${changed?.by ?? 'Somebody'} changed the draft while you were writing, and it has another banner now, so nothing was saved. Your words are still here: copy them if you need them, then load the page again.`, 'draft')
}

/** The way of every change of the draft's banner. `seen`: the seal of the banner that was seen. */
function changeBanner(actor: Actor, seen: string, bannerFor: (tx: Tx, now: Date) => Promise<FrontBanner | null>): Promise<Stepped> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor: acting, state } = await lockFrontFor(tx, actor)
      refuseOtherBanner(state, seen)
      const now = timeNow()
      return stepped(await take(tx, acting, state, { do: 'banner', banner: await bannerFor(tx, now) }, now))
    }),
  )
}

/** Puts a banner into the draft. Its story must be live; its end is a time of the school's clocks. Who may publish own words is asked then. */
export function draftBanner(actor: Actor, { seen, says, storyId, words, date, time, which }: BannerInput & { seen: string }): Promise<Stepped> {
  return changeBanner(actor, seen, async (tx, now) => {
    if (storyId !== null && !(await liveStories([storyId], tx)).some(({ id }) => id === storyId)) throw new Refusal('Readers do not see this story (any more).', 'storyId')
    const end = date === null || time === null ? null : await plannedTime(tx, { date, time, which }, now)
    return { storyId, words: says === 'words' ? words : '', endsAt: end?.at.toISOString() ?? null }
  })
}

/** Takes the banner out of the draft. */
export function removeBanner(actor: Actor, { seen }: { seen: string }): Promise<Stepped> {
  return changeBanner(actor, seen, async () => null)
}

const lower = (words: string) => `${words.slice(0, 1).toLowerCase()}${words.slice(1)}`

/** Takes the last step back, whoever made it. */
export function undoStep(actor: Actor, { version }: { version: number }): Promise<Stepped> {
  return onDraft(actor, version, async (tx, acting, { step }, now) => {
    const last = await tx.frontStep.findUnique({ where: { number: step }, select: { words: true } })
    const before = step === 1 ? 1 : await tx.frontStep.count({ where: { number: step - 1 } })
    if (last === null || before === 0) throw new Refusal('There is nothing to undo.')
    const words = `Undid: ${lower(last.words)}`
    await moveDraft(tx, acting, { step: step - 1, words, did: 'undo', now })
    return words
  })
}

/** Does the step again that was undone last. */
export function redoStep(actor: Actor, { version }: { version: number }): Promise<Stepped> {
  return onDraft(actor, version, async (tx, acting, { step }, now) => {
    const next = await tx.frontStep.findUnique({ where: { number: step + 1 }, select: { words: true } })
    if (next === null) throw new Refusal('There is nothing to do again.')
    const words = `Did again: ${lower(next.words)}`
    await moveDraft(tx, acting, { step: step + 1, words, did: 'redo', now })
    return words
  })
}
