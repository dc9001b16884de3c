import 'server-only'
import { notePassage, optOutHits, readableFileName, type OptOutHit } from '#domain/named-people.ts'
import { nameFinder, type NameEntry } from '#domain/opt-out.ts'
import { storedNames } from '#domain/opt-out-entry.ts'
import { shownName, type BylineForm } from '#domain/people.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { SHOWN } from '../corrections/views.ts'
import { db } from '../db.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { REVISION_CONTENT } from '../stories/content.ts'
import { optOutsNamed, PROFILE_TEXTS } from './checks.ts'

/** A story that readers see and that names somebody of the list. `allowed`: an adviser let this one do so. */
export type NamingStory = { storyId: string; headline: string; passages: { where: string; passage: string }[]; allowed: boolean }
/** Somebody on staff whose profile names somebody of the list. */
export type NamingProfile = { staffId: string; name: string; passages: { where: string; passage: string }[] }
/** A printed issue that readers see, with the pages of it that name somebody of the list. */
export type NamingIssue = { issueId: string; title: string; passages: { where: string; passage: string }[] }
/** `name`: whom was looked for; `searched`: in how many stories. */
export type InThePaper = { name: string; searched: number; stories: NamingStory[]; profiles: NamingProfile[]; issues: NamingIssue[] }

/** So many stories are read at once; in between, others are served. */
const AT_ONCE = 250

const ROW = {
  id: true, headline: true, deck: true, slug: true, body: true, template: true,
  bylines: { select: { name: true, staff: { select: { name: true, bylineForm: true } } } },
  tags: { select: { tag: { select: { name: true } } } },
  placements: { select: { assetId: true, caption: true, alt: true, credit: true } },
} as const satisfies Prisma.RevisionSelect

type Json = Prisma.JsonValue | undefined
const textOf = (node: Json) => (node !== null && typeof node === 'object' && 'text' in node && typeof node.text === 'string' ? node.text : null)
const partsOf = (node: Json) => (node !== null && typeof node === 'object' && 'content' in node && Array.isArray(node.content) ? node.content : [])

/** Every string of a body; of a run of words that is bold in its middle, and of the paragraphs of a cell, the whole as readers see it too. */
function stringsIn(value: Json): string[] {
  if (typeof value === 'string') return [value]
  if (value === null || value === undefined || typeof value !== 'object') return []
  if (!Array.isArray(value)) return Object.values(value).flatMap(stringsIn)
  const run = value.map((node) => textOf(node) ?? `${partsOf(node).map((part) => textOf(part) ?? '\n').join('')} `).join('')
  return [run, ...value.flatMap(stringsIn)]
}

/** The profiles that name somebody, in the texts that a change of one is refused for; those that readers do not see now too, since a name can be shown again. */
async function profilesNaming(entry: NameEntry): Promise<NamingProfile[]> {
  const staff = await db().staffMember.findMany({ where: { OR: [{ bio: { not: '' } }, { portraitAlt: { not: '' } }] }, orderBy: [{ name: 'asc' }, { id: 'asc' }], select: { id: true, name: true, bio: true, portraitAlt: true } })
  return staff.flatMap(({ id, name, bio, portraitAlt }) => {
    const passages = optOutHits([notePassage(bio, PROFILE_TEXTS.bio), notePassage(portraitAlt, PROFILE_TEXTS.portraitAlt)], [entry]).map(({ where, passage }) => ({ where, passage }))
    return passages.length === 0 ? [] : [{ staffId: id, name, passages }]
  })
}

/** The printed issues before readers that name somebody: in the text of the file, or as somebody typed it. */
async function issuesNaming(entry: NameEntry): Promise<NamingIssue[]> {
  const issues = await db().printIssue.findMany({ where: { publishedAt: { not: null }, withdrawnAt: null }, orderBy: [{ date: 'desc' }, { id: 'asc' }], select: { id: true, title: true } })
  const naming: NamingIssue[] = []
  for (const { id, title } of issues) {
    const pages = await db().printPage.findMany({ where: { issueId: id }, orderBy: { number: 'asc' }, select: { number: true, text: true, typedText: true } })
    const passages = optOutHits(pages.map(({ number, text, typedText }) => notePassage(`${text}\n\n${typedText}`, `page ${number}`)), [entry]).map(({ where, passage }) => ({ where, passage }))
    if (passages.length > 0) naming.push({ issueId: id, title, passages })
  }
  return naming
}

/**
 * The stories before readers that name somebody of the opt-out list, in every text, byline and file name that the publish checks look at, or
 * whose notes for readers do, and the profiles of people on staff and the printed issues that do; for what was published before the name came onto the list. null for whoever may not see the list, and where nobody of that id is on it.
 */
export async function namedInThePaper(actor: Actor, optOutId: string): Promise<InThePaper | null> {
  if (!decide(actor.role, 'keepOptOutList').allowed) return null
  const person = await db().optOut.findUnique({ where: { id: optOutId }, select: { id: true, name: true, otherNames: true } })
  if (person === null) return null
  const entry: NameEntry = { id: person.id, names: [person.name, ...storedNames(person.otherNames)] }
  const finder = nameFinder([entry])
  // Looser than the checks: in a file name, parts of a name may stand in any order.
  const isIn = (text: string) => finder(text, { fileName: true }).length > 0
  const [paper, files] = await Promise.all([db().paper.findUnique({ where: { id: 1 }, select: { nameForm: true } }), db().mediaAsset.findMany({ select: { id: true, fileName: true } })])
  const form: BylineForm = paper?.nameForm ?? 'FULL'
  const named = new Set(files.filter(({ fileName }) => isIn(readableFileName(fileName))).map(({ id }) => id))
  const stories: NamingStory[] = []
  let searched = 0
  for (let after: string | undefined; ; ) {
    const rows = await db().story.findMany({
      where: { liveRevisionId: { not: null }, ...(after === undefined ? {} : { id: { gt: after } }) },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
      select: { id: true, liveRevision: { select: ROW }, corrections: { where: SHOWN, orderBy: { id: 'asc' }, select: { text: true } } },
    })
    for (const { id, liveRevision, corrections } of rows) {
      if (liveRevision === null) continue
      searched += 1
      const { headline, deck, slug, body, template, bylines, tags, placements } = liveRevision
      const inBody = stringsIn(body)
      const signed = bylines.flatMap(({ name, staff }) => (staff === null ? name : shownName(staff, form)) ?? [])
      const texts = [headline, deck, ...inBody, ...stringsIn(template), ...signed, ...tags.map(({ tag }) => tag.name), ...placements.flatMap(({ caption, alt, credit }) => [caption, alt, credit])]
      const maybe = isIn([slug, ...texts].join('\n\n')) || [...inBody, ...placements.map(({ assetId }) => assetId)].some((text) => named.has(text))
      // Only these few are taken apart as the publish checks do it.
      const inRevision = maybe ? await hitsIn(liveRevision.id, optOutId) : []
      const inNotes = optOutHits(corrections.map(({ text }) => ({ ...notePassage(text), where: 'a note for readers' })), [entry])
      const passages = [...inRevision, ...inNotes].map(({ where, passage }) => ({ where, passage }))
      if (passages.length > 0) stories.push({ storyId: id, headline, passages, allowed: (await db().optOutAllowance.count({ where: { storyId: id, optOutId } })) > 0 })
    }
    after = rows.at(-1)?.id
    if (rows.length < AT_ONCE || after === undefined) break
    await new Promise(setImmediate)
  }
  return { name: person.name, searched, stories, profiles: await profilesNaming(entry), issues: await issuesNaming(entry) }
}

async function hitsIn(revisionId: string, optOutId: string): Promise<OptOutHit[]> {
  const revision = await db().revision.findUniqueOrThrow({ where: { id: revisionId }, select: REVISION_CONTENT })
  return (await optOutsNamed(db(), revision)).filter((hit) => hit.optOutId === optOutId)
}
