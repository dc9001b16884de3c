import 'server-only'
import { judgedFindings, type JudgedFinding } from '#domain/copydesk/dismissals.ts'
import type { CopyText, LeveledFinding } from '#domain/copydesk/finding.ts'
import { HARPER_RULES } from '#domain/copydesk/forms.ts'
import { copydeskFindings } from '#domain/copydesk/rules.ts'
import { summaryOf, type CopydeskSummary } from '#domain/copydesk/summary.ts'
import type { Actor } from '#domain/people.ts'
import { grantOf } from '#domain/policy.ts'
import { db } from '../db.ts'
import { REVISION_CONTENT, type RevisionRow } from '../stories/content.ts'
import { reviewRules, STORY_STANDING, type StoryStanding } from '../stories/lock.ts'
import { dismissalsOf, namesAndWords, storedSettings, type DismissalView } from './context.ts'
import { copyTextOfRevision } from './read-text.ts'

/** What the copy desk says about the working revision of a story. */
export type CopydeskReview = {
  summary: CopydeskSummary & { letStand: number }
  findings: JudgedFinding<DismissalView>[]
  /** Spelling that somebody let stand: the server does not check spelling, and shows their word alone. */
  spelling: DismissalView[]
}

type Read = { text: CopyText; findings: LeveledFinding[] }
/** What was read of a revision lately: lists ask again and again about stories that nobody has changed. */
const KEPT = 300
const lately = new Map<string, Read>()

type Facts = { settings: Awaited<ReturnType<typeof storedSettings>>; names: Awaited<ReturnType<typeof namesAndWords>> }

async function readOf(revision: RevisionRow & { savedAt: Date }, { settings, names }: Facts): Promise<Read> {
  const text = await copyTextOfRevision(db(), revision, names)
  const key = JSON.stringify([revision.id, revision.savedAt, text.pictures, text.section, settings, names])
  const known = lately.get(key)
  if (known !== undefined) return known
  const read = { text, findings: copydeskFindings(text, settings) }
  lately.set(key, read)
  const [oldest] = lately.keys()
  if (lately.size > KEPT && oldest !== undefined) lately.delete(oldest)
  return read
}

const WITH_REVISION = { ...STORY_STANDING, workingRevision: { select: { ...STORY_STANDING.workingRevision.select, ...REVISION_CONTENT, bylines: REVISION_CONTENT.bylines } } } as const

async function reviewOf(story: StoryStanding & { workingRevision: (RevisionRow & { savedAt: Date }) | null }, facts: Facts, policy: Awaited<ReturnType<typeof reviewRules>>): Promise<CopydeskReview | null> {
  if (story.workingRevision === null) return null
  const { text, findings } = await readOf(story.workingRevision, facts)
  const dismissals = await dismissalsOf(db(), story, policy)
  const judged = judgedFindings(findings, text, dismissals)
  const open = judged.filter(({ settled }) => !settled).map(({ finding }) => finding)
  const words = [text.headline, text.deck, ...text.blocks.map((block) => block.text), ...text.pictures.flatMap(({ caption, alt }) => [caption, alt])].join('\n')
  const passageIn = (key: string) => key.slice(key.indexOf('[') + 1, key.lastIndexOf(']'))
  const spelling = dismissals.filter(({ ruleId, passage }) => Object.hasOwn(HARPER_RULES, ruleId) && words.includes(passageIn(passage)))
  const letStand = judged.filter(({ settled }) => settled).length + spelling.length
  return { summary: { ...summaryOf(open), letStand }, findings: judged, spelling }
}

async function facts(): Promise<Facts> {
  const [settings, names] = await Promise.all([storedSettings(db()), namesAndWords(db())])
  return { settings, names }
}

/** Whoever decides about stories of others sees the copy desk's word on them. */
const reviews = (actor: Actor) => grantOf(actor.role, 'sendOn') !== 'no'

/** The whole list for the review page; null where there is none that this actor may see. */
export async function copydeskReview(actor: Actor, storyId: string): Promise<CopydeskReview | null> {
  if (!reviews(actor)) return null
  const [story, policy] = [await db().story.findUnique({ where: { id: storyId }, select: WITH_REVISION }), await reviewRules(db())]
  return story === null ? null : reviewOf(story, await facts(), policy)
}

/** Summaries by story id, for lists of stories that wait for somebody; nothing for writers. */
export async function copydeskSummaries(actor: Actor, storyIds: readonly string[]): Promise<Record<string, CopydeskReview['summary']>> {
  if (!reviews(actor) || storyIds.length === 0) return {}
  const rows = await db().story.findMany({ where: { id: { in: [...storyIds] }, state: { in: ['EDITING', 'REVIEW', 'APPROVED'] } }, select: WITH_REVISION })
  const [known, policy] = [await facts(), await reviewRules(db())]
  const summaries: Record<string, CopydeskReview['summary']> = {}
  for (const story of rows) {
    const review = await reviewOf(story, known, policy)
    if (review !== null) summaries[story.id] = review.summary
    // A long list must not hold up everybody else.
    await new Promise(setImmediate)
  }
  return summaries
}
