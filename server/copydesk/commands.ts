import 'server-only'
import { HARPER_RULES, type DismissalInput, type RuleLevelsInput } from '#domain/copydesk/forms.ts'
import { RULES } from '#domain/copydesk/rules.ts'
import type { Actor } from '#domain/people.ts'
import { decide, decideOnStory, type PlainAction } from '#domain/policy.ts'
import { recordEvent } from '../audit/record.ts'
import { actorNow } from '../auth/standing.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { lockPaper } from '../settings/lock.ts'
import { lockFor, reviewRules, storyCase, type StoryStanding } from '../stories/lock.ts'
import { dismissalsOf, type DismissalView } from './context.ts'

/** More than this and the spell checker of every open editor would feel it. */
const MAX_PAPER_WORDS = 5000
const MAX_DISMISSALS = 500

async function authorise(tx: Tx, actor: Actor, action: PlainAction): Promise<Actor> {
  const acting = await actorNow(tx, actor)
  const verdict = decide(acting.role, action)
  if (!verdict.allowed) throw new Refusal(verdict.reason)
  return acting
}

const isRule = (id: string) => RULES.some((rule) => rule.id === id)

/** Sets what a rule may say in the paper and in each section named; null takes a word back. Sections not named stay as they are. */
export function setRuleLevels(actor: Actor, { ruleId, paper, sections }: RuleLevelsInput): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await authorise(tx, actor, 'setCopydeskRules')
      if (!isRule(ruleId)) throw new Refusal('There is no such rule.')
      const named = Object.keys(sections)
      // Holds the sections while their rows are written, and two people's saves of one rule apart.
      await lockPaper(tx)
      if ((await tx.section.count({ where: { id: { in: named } } })) !== named.length) throw new Refusal('One of the sections is gone. Reload the page.')
      const wanted = new Map<string | null, RuleLevelsInput['paper']>([[null, paper], ...Object.entries(sections)])
      const before = new Map((await tx.copydeskSetting.findMany({ where: { ruleId }, select: { sectionId: true, level: true } })).map(({ sectionId, level }) => [sectionId, level]))
      const changes = [...wanted].filter(([sectionId, level]) => (before.get(sectionId) ?? null) !== level)
      for (const [sectionId, level] of changes) {
        await tx.copydeskSetting.deleteMany({ where: { ruleId, sectionId } })
        if (level !== null) await tx.copydeskSetting.create({ data: { ruleId, sectionId, level }, select: { id: true } })
      }
      if (changes.length > 0) {
        const data = { ruleId, changes: changes.map(([sectionId, level]) => ({ sectionId, from: before.get(sectionId) ?? null, to: level })) }
        await recordEvent(tx, { actor: acting, kind: 'copydesk.ruleChanged', data })
      }
      return { ok: true, tags: [] }
    }),
  )
}

/** Adds a word to the paper's dictionary; one that is there already stays as it is. */
export function addPaperWord(actor: Actor, { word }: { word: string }): Promise<CommandResult<{ word: string }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await authorise(tx, actor, 'extendDictionary')
      if ((await tx.paperWord.count()) >= MAX_PAPER_WORDS) throw new Refusal('The dictionary is full. Remove words that nobody needs any more.', 'word')
      const { count } = await tx.paperWord.createMany({ data: [{ word, addedById: acting.userId }], skipDuplicates: true })
      if (count > 0) await recordEvent(tx, { actor: acting, kind: 'copydesk.wordAdded', data: { word } })
      return { ok: true, tags: [], word }
    }),
  )
}

/** Takes a word out of the paper's dictionary. Removing one twice changes nothing. */
export function removePaperWord(actor: Actor, { wordId }: { wordId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await authorise(tx, actor, 'extendDictionary')
      const row = await tx.paperWord.findUnique({ where: { id: wordId }, select: { word: true } })
      const { count } = await tx.paperWord.deleteMany({ where: { id: wordId } })
      if (row !== null && count > 0) await recordEvent(tx, { actor: acting, kind: 'copydesk.wordRemoved', data: { word: row.word } })
      return { ok: true, tags: [] }
    }),
  )
}

async function mayLift(tx: Tx, actor: Actor, story: StoryStanding): Promise<boolean> {
  const { role } = await actorNow(tx, actor)
  return decideOnStory(role, 'liftBlockingFinding', storyCase(actor, story, await reviewRules(tx))).allowed
}

/**
 * Lets a passage stand, with the reason. A later word replaces an earlier one, but never that of somebody whose word settles more.
 * Answers the dismissal.
 */
export function dismissFinding(actor: Actor, { storyId, ruleId, passage, reason }: DismissalInput): Promise<CommandResult<{ dismissal: DismissalView }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const story = await lockFor(tx, actor, 'dismissFinding', storyId)
      if (!isRule(ruleId) && !Object.hasOwn(HARPER_RULES, ruleId)) throw new Refusal('There is no such rule.')
      const policy = await reviewRules(tx)
      const known = await dismissalsOf(tx, story, policy)
      const before = known.find((one) => one.ruleId === ruleId && one.passage === passage)
      if (before?.lifts === true && before.byId !== actor.userId && !(await mayLift(tx, actor, story))) throw new Refusal(`${before.by} has let this stand already.`)
      if (before === undefined && known.length >= MAX_DISMISSALS) throw new Refusal('So many findings of this story are dismissed that nobody can check them. Fix some instead.')
      const data = { reason, byId: actor.userId, createdAt: new Date() }
      const { id } = await tx.copydeskDismissal.upsert({
        where: { storyId_ruleId_passage: { storyId, ruleId, passage } },
        create: { storyId, ruleId, passage, ...data },
        update: data,
        select: { id: true },
      })
      await recordEvent(tx, { actor, kind: 'copydesk.dismissed', storyId, subjectId: id, data: { ruleId, ...(before === undefined ? {} : { insteadOf: before.byId }) } })
      const dismissal = (await dismissalsOf(tx, story, policy)).find((one) => one.id === id)
      if (dismissal === undefined) throw new Refusal('This did not work. Reload the page and try again.')
      return { ok: true, tags: [], dismissal }
    }),
  )
}

/** Takes a dismissal back: one's own, or anybody's for whoever may settle blocking rules in this story. */
export function undoDismissal(actor: Actor, { dismissalId }: { dismissalId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const row = await tx.copydeskDismissal.findUnique({ where: { id: dismissalId }, select: { storyId: true } })
      if (row === null) return { ok: true, tags: [] }
      const story = await lockFor(tx, actor, 'dismissFinding', row.storyId)
      // Read again under the lock: somebody with more to say may have replaced it meanwhile.
      const now = await tx.copydeskDismissal.findUnique({ where: { id: dismissalId }, select: { ruleId: true, byId: true } })
      if (now === null) return { ok: true, tags: [] }
      if (now.byId !== actor.userId && !(await mayLift(tx, actor, story))) throw new Refusal('Only whoever let it stand, or an editor or adviser who did not write the story, can take this back.')
      await tx.copydeskDismissal.delete({ where: { id: dismissalId }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'copydesk.undismissed', storyId: row.storyId, subjectId: dismissalId, data: { ruleId: now.ruleId, by: now.byId } })
      return { ok: true, tags: [] }
    }),
  )
}
