import 'server-only'
import { createHash } from 'node:crypto'
import { judgedFindings, type JudgedFinding } from '#domain/copydesk/dismissals.ts'
import type { CopyText, LeveledFinding } from '#domain/copydesk/finding.ts'
import { HARPER_RULES } from '#domain/copydesk/forms.ts'
import { copydeskFindings } from '#domain/copydesk/rules.ts'
import type { CopydeskSettings } from '#domain/copydesk/settings.ts'
import { summaryOf, type CopydeskSummary } from '#domain/copydesk/summary.ts'
import type { Actor } from '#domain/people.ts'
import { grantOf } from '#domain/policy.ts'
import { db } from '../db.ts'
import { REVISION_CONTENT, type RevisionRow } from '../stories/content.ts'
import { DETAILED } from '../stories/lists.ts'
import { reviewRules, STORY_STANDING, type StoryStanding } from '../stories/lock.ts'
import { dismissalsIn, namesAndWords, storedSettings, type DismissalView } from './context.ts'
import { copyTexts } from './read-text.ts'

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

function readOf(text: CopyText, key: string, settings: CopydeskSettings): Read {
  const known = lately.get(key)
  if (known !== undefined) return known
  const read = { text, findings: copydeskFindings(text, settings) }
  lately.set(key, read)
  const [oldest] = lately.keys()
  if (lately.size > KEPT && oldest !== undefined) lately.delete(oldest)
  return read
}

const WITH_REVISION = { ...STORY_STANDING, workingRevision: { select: { ...STORY_STANDING.workingRevision.select, ...REVISION_CONTENT, bylines: REVISION_CONTENT.bylines } } } as const
type WithRevision = StoryStanding & { workingRevision: (RevisionRow & { savedAt: Date }) | null }

/** What the copy desk says about the working revisions of stories, by the story's id; a fixed number of questions to the database. */
async function reviewsOf(stories: readonly WithRevision[]): Promise<Map<string, CopydeskReview>> {
  const [settings, names, policy] = await Promise.all([storedSettings(db()), namesAndWords(db()), reviewRules(db())])
  const [texts, dismissals] = await Promise.all([copyTexts(db(), stories.flatMap(({ workingRevision }) => workingRevision ?? []), names), dismissalsIn(db(), stories, policy)])
  const context = createHash('sha256').update(JSON.stringify([settings, names])).digest('base64')
  const reviews = new Map<string, CopydeskReview>()
  for (const { id, workingRevision } of stories) {
    const text = texts.get(workingRevision?.id ?? '')
    if (workingRevision === null || text === undefined) continue
    const key = JSON.stringify([workingRevision.id, workingRevision.savedAt, text.pictures, text.section, context])
    reviews.set(id, reviewOf(readOf(text, key, settings), dismissals.get(id) ?? []))
    // A long list must not hold up everybody else.
    await new Promise(setImmediate)
  }
  return reviews
}

function reviewOf({ text, findings }: Read, dismissals: DismissalView[]): CopydeskReview {
  const judged = judgedFindings(findings, text, dismissals)
  const open = judged.filter(({ settled }) => !settled).map(({ finding }) => finding)
  const words = [text.headline, text.deck, ...text.blocks.map((block) => block.text), ...text.pictures.flatMap(({ caption, alt }) => [caption, alt])].join('\n')
  const passageIn = (key: string) => key.slice(key.indexOf('[') + 1, key.lastIndexOf(']'))
  const spelling = dismissals.filter(({ ruleId, passage }) => Object.hasOwn(HARPER_RULES, ruleId) && words.includes(passageIn(passage)))
  const letStand = judged.filter(({ settled }) => settled).length + spelling.length
  return { summary: { ...summaryOf(open), letStand }, findings: judged, spelling }
}

/** Whoever decides about stories of others sees the copy desk's word on them. */
const reviews = (actor: Actor) => grantOf(actor.role, 'sendOn') !== 'no'

/** The whole list for the review page; null where there is none that this actor may see. */
export async function copydeskReview(actor: Actor, storyId: string): Promise<CopydeskReview | null> {
  if (!reviews(actor)) return null
  const story = await db().story.findUnique({ where: { id: storyId }, select: WITH_REVISION })
  return story === null ? null : ((await reviewsOf([story])).get(storyId) ?? null)
}

/** Summaries by story id, for the first lines of lists of stories that wait for somebody; nothing for writers. */
export async function copydeskSummaries(actor: Actor, storyIds: readonly string[]): Promise<Record<string, CopydeskReview['summary']>> {
  if (!reviews(actor) || storyIds.length === 0) return {}
  const rows = await db().story.findMany({ where: { id: { in: storyIds.slice(0, DETAILED) }, state: { in: ['EDITING', 'REVIEW', 'APPROVED'] } }, select: WITH_REVISION })
  return Object.fromEntries([...(await reviewsOf(rows))].map(([id, { summary }]) => [id, summary]))
}
