import 'server-only'
import { notePassage, optOutChecks, optOutHits, passagesOf, pictureNameChecks, type OptOutHit, type PictureNames } from '#domain/named-people.ts'
import { storedNames } from '#domain/opt-out-entry.ts'
import type { NameEntry } from '#domain/opt-out.ts'
import { shownName, type BylineForm } from '#domain/people.ts'
import { peopleOf } from '#domain/picture-facts.ts'
import type { UnmetCheck } from '#domain/publish-checks.ts'
import { assetIdsOf, type StoryContent } from '#domain/story.ts'
import type { Tx } from '../db.ts'
import { contentOf, type RevisionRow } from '../stories/content.ts'

type Reads = Pick<Tx, 'optOut' | 'optOutAllowance' | 'mediaAsset' | 'paper'>
/** A revision with its content, parsed once. */
type Read = { revision: RevisionRow; content: StoryContent }

/** The opt-out list as names are looked for by it. For checks alone: it tells who is on the list. */
export async function optOutEntries(client: Pick<Reads, 'optOut'>): Promise<NameEntry[]> {
  const rows = await client.optOut.findMany({ orderBy: { id: 'asc' }, select: { id: true, name: true, otherNames: true } })
  return rows.map(({ id, name, otherNames }) => ({ id, names: [name, ...storedNames(otherNames)] }))
}

/** The names that the files of these revisions' pictures carry, by the picture's id. */
async function pictureNames(client: Pick<Reads, 'mediaAsset'>, contents: readonly StoryContent[]): Promise<Record<string, PictureNames>> {
  const ids = [...new Set(contents.flatMap(assetIdsOf))]
  const rows = ids.length === 0 ? [] : await client.mediaAsset.findMany({ where: { id: { in: ids } }, select: { id: true, fileName: true, people: true } })
  return Object.fromEntries(rows.map(({ id, fileName, people }) => [id, { fileName, people: peopleOf(people) }]))
}

function hitsIn({ revision, content }: Read, list: readonly NameEntry[], pictures: Record<string, PictureNames>, form: BylineForm): OptOutHit[] {
  const bylines = revision.bylines.flatMap(({ name, staff }) => (staff === null ? name : shownName(staff, form)) ?? [])
  return optOutHits(passagesOf(content, bylines, pictures), list)
}

const PAPER = { nameForm: true, namesWithPictures: true } as const

/** Who of the opt-out list a revision names, and where. For advisers: it tells who is on the list. */
export async function optOutsNamed(client: Reads, revision: RevisionRow): Promise<OptOutHit[]> {
  const list = await optOutEntries(client)
  if (list.length === 0) return []
  const paper = await client.paper.findUnique({ where: { id: 1 }, select: PAPER })
  const content = contentOf(revision)
  return hitsIn({ revision, content }, list, await pictureNames(client, [content]), paper?.nameForm ?? 'FULL')
}

/**
 * The names in revisions that may not stand where they stand, by the revision's id: of the opt-out list, and of somebody in a picture
 * where the paper wants none. A fixed number of questions to the database, however many revisions.
 */
export async function nameChecks(client: Reads, read: readonly (Read & { storyId: string })[]): Promise<Map<string, UnmetCheck[]>> {
  const paper = await client.paper.findUnique({ where: { id: 1 }, select: PAPER })
  const list = await optOutEntries(client)
  const noNamesWithPictures = paper?.namesWithPictures === false
  if (list.length === 0 && !noNamesWithPictures) return new Map()
  const pictures = await pictureNames(client, read.map(({ content }) => content))
  const found = read.map((one) => ({ ...one, hits: hitsIn(one, list, pictures, paper?.nameForm ?? 'FULL') }))
  const named = found.filter(({ hits }) => hits.length > 0).map(({ storyId }) => storyId)
  const allowed = named.length === 0 ? [] : await client.optOutAllowance.findMany({ where: { storyId: { in: named } }, select: { storyId: true, optOutId: true } })
  return new Map(
    found.map(({ storyId, revision, content, hits }) => {
      const letStand = new Set(allowed.filter((one) => one.storyId === storyId).map(({ optOutId }) => optOutId))
      return [revision.id, [...optOutChecks(hits, letStand), ...(noNamesWithPictures ? pictureNameChecks(content, pictures) : [])]]
    }),
  )
}

/** What keeps a text on a story from going before readers, `where` else than in a revision: names of the list that no adviser let this story name. */
export async function noteChecks(client: Pick<Reads, 'optOut' | 'optOutAllowance'>, storyId: string, text: string, where?: string): Promise<UnmetCheck[]> {
  const hits = optOutHits([notePassage(text, where)], await optOutEntries(client))
  const allowed = hits.length === 0 ? [] : await client.optOutAllowance.findMany({ where: { storyId }, select: { optOutId: true } })
  return optOutChecks(hits, new Set(allowed.map(({ optOutId }) => optOutId)))
}

/** The texts of a profile, as they are spoken of. */
export const PROFILE_TEXTS = { bio: 'the words for readers', portraitAlt: 'the alt text' } as const

/** What keeps a text of somebody's profile from readers, `where` it stands: names of the list. A profile is no story that an adviser could let name them. */
export async function profileChecks(client: Pick<Reads, 'optOut'>, text: string, where: string): Promise<UnmetCheck[]> {
  return optOutChecks(optOutHits([notePassage(text, where)], await optOutEntries(client)), new Set())
}
