import 'server-only'
import { optOutChecks, optOutHits, passagesOf, pictureNameChecks, type OptOutHit, type PictureNames } from '#domain/named-people.ts'
import { storedNames } from '#domain/opt-out-entry.ts'
import type { NameEntry } from '#domain/opt-out.ts'
import { shownName, type BylineForm } from '#domain/people.ts'
import { peopleOf } from '#domain/picture-facts.ts'
import type { UnmetCheck } from '#domain/publish-checks.ts'
import { assetIdsOf, type StoryContent } from '#domain/story.ts'
import type { Tx } from '../db.ts'
import { contentOf, type RevisionRow } from '../stories/content.ts'

type Reads = Pick<Tx, 'optOut' | 'optOutAllowance' | 'mediaAsset' | 'paper'>

/** The opt-out list as names are looked for by it. For checks alone: it tells who is on the list. */
export async function optOutEntries(client: Pick<Reads, 'optOut'>): Promise<NameEntry[]> {
  const rows = await client.optOut.findMany({ orderBy: { id: 'asc' }, select: { id: true, name: true, otherNames: true } })
  return rows.map(({ id, name, otherNames }) => ({ id, names: [name, ...storedNames(otherNames)] }))
}

async function pictureNames(client: Pick<Reads, 'mediaAsset'>, content: StoryContent): Promise<Record<string, PictureNames>> {
  const ids = assetIdsOf(content)
  const rows = ids.length === 0 ? [] : await client.mediaAsset.findMany({ where: { id: { in: ids } }, select: { id: true, fileName: true, people: true } })
  return Object.fromEntries(rows.map(({ id, fileName, people }) => [id, { fileName, people: peopleOf(people) }]))
}

async function hitsIn(client: Reads, revision: RevisionRow, form: BylineForm): Promise<OptOutHit[]> {
  const list = await optOutEntries(client)
  if (list.length === 0) return []
  const content = contentOf(revision)
  const bylines = revision.bylines.flatMap(({ name, staff }) => (staff === null ? name : shownName(staff, form)) ?? [])
  return optOutHits(passagesOf(content, bylines, await pictureNames(client, content)), list)
}

const PAPER = { nameForm: true, namesWithPictures: true } as const

/** Who of the opt-out list a revision names, and where. For advisers: it tells who is on the list. */
export async function optOutsNamed(client: Reads, revision: RevisionRow): Promise<OptOutHit[]> {
  const paper = await client.paper.findUnique({ where: { id: 1 }, select: PAPER })
  return hitsIn(client, revision, paper?.nameForm ?? 'FULL')
}

/** The names in a revision that may not stand where they stand: of the opt-out list, and of somebody in a picture where the paper wants none. */
export async function nameChecks(client: Reads, storyId: string, revision: RevisionRow): Promise<UnmetCheck[]> {
  const paper = await client.paper.findUnique({ where: { id: 1 }, select: PAPER })
  const hits = await hitsIn(client, revision, paper?.nameForm ?? 'FULL')
  const allowed = hits.length === 0 ? [] : await client.optOutAllowance.findMany({ where: { storyId }, select: { optOutId: true } })
  const found = optOutChecks(hits, new Set(allowed.map(({ optOutId }) => optOutId)))
  if (paper?.namesWithPictures !== false) return found
  const content = contentOf(revision)
  return [...found, ...pictureNameChecks(content, await pictureNames(client, content))]
}
