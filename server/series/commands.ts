import 'server-only'
import { optOutHits } from '#domain/named-people.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { movedOne, type SeriesWords } from '#domain/series.ts'
import { slugify } from '#domain/slug.ts'
import { recordEvent } from '../audit/record.ts'
import { actorNow } from '../auth/standing.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { optOutEntries } from '../opt-out/checks.ts'
import { tags } from '../stories/cache.ts'

async function mayKeep(tx: Tx, asked: Actor): Promise<Actor> {
  const actor = await actorNow(tx, asked)
  const verdict = decide(actor.role, 'keepSeries')
  if (!verdict.allowed) throw new Refusal(verdict.reason)
  return actor
}

/** Policy, then the row lock that every change of a series holds until its transaction ends. */
async function lockSeries(tx: Tx, asked: Actor, seriesId: string) {
  const actor = await mayKeep(tx, asked)
  await tx.$queryRaw`SELECT 1 FROM "Series" WHERE "id" = ${seriesId}::uuid FOR UPDATE`
  const series = await tx.series.findUnique({ where: { id: seriesId }, select: { id: true, slug: true, title: true, description: true, parts: { orderBy: { position: 'asc' }, select: { storyId: true } } } })
  if (series === null) throw new Refusal('There is no such series any more.')
  return { actor, series, storyIds: series.parts.map(({ storyId }) => storyId) }
}

/** Everything that shows a series: its page, and the line on each of its parts. */
const touched = (slug: string, storyIds: readonly string[]) => [tags.series(slug), ...storyIds.map((id) => tags.story(id))]

// Readers see these words without a review of their own, so that the one thing which must never stand in them is looked for here.
async function checkWords(tx: Tx, { title, description }: SeriesWords): Promise<void> {
  const passages = [{ field: 'title', text: title }, { field: 'description', text: description }]
  for (const { field, text } of passages) {
    const [hit] = optOutHits([{ field: 'headline', where: `the ${field}`, text, fileName: false }], await optOutEntries(tx))
    if (hit !== undefined) throw new Refusal(`A name on the opt-out list stands here (“${hit.passage}”): ask your adviser.`, field)
  }
}

/** Begins a series; its address is made from its title, with -2, -3 … where another one has it, and stays when the title changes. */
export function makeSeries(asked: Actor, words: SeriesWords): Promise<CommandResult<{ seriesId: string }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await mayKeep(tx, asked)
      await checkWords(tx, words)
      await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtext('fourth-period.series'))) AS locked`
      const wanted = slugify(words.title) || 'series'
      const used = new Set((await tx.series.findMany({ where: { slug: { startsWith: wanted } }, select: { slug: true } })).map(({ slug }) => slug))
      let slug = wanted
      for (let number = 2; used.has(slug); number += 1) slug = `${wanted}-${number}`
      const { id } = await tx.series.create({ data: { ...words, slug }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'series.made', subjectId: id })
      return { ok: true, tags: [tags.series(slug)], seriesId: id }
    }),
  )
}

/** Changes what a series is called and says of itself. */
export function wordSeries(asked: Actor, { seriesId, ...words }: SeriesWords & { seriesId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor, series, storyIds } = await lockSeries(tx, asked, seriesId)
      if (series.title === words.title && series.description === words.description) return { ok: true, tags: [] }
      await checkWords(tx, words)
      await tx.series.update({ where: { id: seriesId }, data: words, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'series.changed', subjectId: seriesId, data: { changed: ['words'] } })
      return { ok: true, tags: touched(series.slug, storyIds) }
    }),
  )
}

/** Puts a story at the end of a series. One belongs to one series at most. */
export function addPart(asked: Actor, { seriesId, storyId }: { seriesId: string; storyId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor, series, storyIds } = await lockSeries(tx, asked, seriesId)
      const story = await tx.story.findUnique({ where: { id: storyId }, select: { withdrawnAt: true, seriesPart: { select: { series: { select: { id: true, title: true } } } } } })
      if (story === null) throw new Refusal('There is no such story.', 'storyId')
      if (story.withdrawnAt !== null) throw new Refusal('This story was withdrawn.', 'storyId')
      const other = story.seriesPart?.series
      if (other !== undefined) throw new Refusal(other.id === seriesId ? 'It is in this series already.' : `It is a part of the series “${other.title}”. Take it out there first.`, 'storyId')
      await writeOrder(tx, seriesId, [...storyIds, storyId])
      await recordEvent(tx, { actor, kind: 'series.changed', storyId, subjectId: seriesId, data: { changed: ['parts'] } })
      return { ok: true, tags: touched(series.slug, [...storyIds, storyId]) }
    }),
  )
}

async function writeOrder(tx: Tx, seriesId: string, storyIds: readonly string[]): Promise<void> {
  await tx.seriesPart.deleteMany({ where: { seriesId } })
  await tx.seriesPart.createMany({ data: storyIds.map((storyId, index) => ({ storyId, seriesId, position: index + 1 })) })
}

/** Moves a story of a series one place up or down, or takes it out. */
export function movePart(asked: Actor, { seriesId, storyId, move }: { seriesId: string; storyId: string; move: 'up' | 'down' | 'out' }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor, series, storyIds } = await lockSeries(tx, asked, seriesId)
      const at = storyIds.indexOf(storyId)
      if (at === -1) throw new Refusal('This story is not in the series any more.')
      const order = move === 'out' ? storyIds.toSpliced(at, 1) : movedOne(storyIds, at, move)
      if (order === null) throw new Refusal(move === 'up' ? 'It is the first part already.' : 'It is the last part already.')
      await writeOrder(tx, seriesId, order)
      await recordEvent(tx, { actor, kind: 'series.changed', storyId, subjectId: seriesId, data: { changed: ['parts'] } })
      return { ok: true, tags: touched(series.slug, storyIds) }
    }),
  )
}
