import { availableParallelism, loadavg } from 'node:os'
import pg from 'pg'
import { seedLarge } from '../large/paper.ts'
import { measuringPaper } from '../measure/paper.ts'

/**
 * How long readers' lists keep the database busy, uncached, in a paper of 20,000 stories or as many as the first argument says, beside a query that
 * reads one row by its key. Prints, in ms, for how long any query was on its way (p50, p95), and p50 of the whole read with what is made of the rows.
 * Run: node --conditions=react-server scripts/bench/reader.ts [100000]
 */

const SIZE = { stories: Number(process.argv[2] ?? 20_000), staff: 300 }
const ROUNDS = 25
const MOST_MS = 50

/** Time during which at least one query is on its way, of every connection of this process. */
const busy = { inFlight: 0, since: 0, total: 0 }

function began(): void {
  if (busy.inFlight === 0) busy.since = performance.now()
  busy.inFlight += 1
}

function ended(): void {
  busy.inFlight -= 1
  if (busy.inFlight === 0) busy.total += performance.now() - busy.since
}

/** Counts the queries of whoever uses this driver, by promise or, as its pool does, by callback. */
function watchDriver(): void {
  const ask: (...given: unknown[]) => unknown = pg.Client.prototype.query
  Object.defineProperty(pg.Client.prototype, 'query', {
    value: function (this: pg.Client, ...given: unknown[]): unknown {
      const last = given.at(-1)
      if (typeof last === 'function') {
        began()
        return ask.apply(this, given.with(given.length - 1, (...told: unknown[]) => {
          ended()
          last(...told)
        }))
      }
      const answer = ask.apply(this, given)
      if (!(answer instanceof Promise)) return answer
      began()
      void answer.then(ended, ended)
      return answer
    },
  })
}

const { ownerUrl, end } = await measuringPaper()
try {
  const from = performance.now()
  await seedLarge(ownerUrl, (_, work) => work(), { size: SIZE })
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  // A measurement that fails ends the database below: the error is that of the measurement.
  client.on('error', () => undefined)
  await client.query('VACUUM ANALYZE')
  const { rows: [some] } = await client.query<{ id: string }>('SELECT "id" FROM "Story" OFFSET 500 LIMIT 1')
  const { rows: [middle] } = await client.query<{ at: Date; slug: string }>(`SELECT "firstPublishedAt" AS at, a."slug" FROM "Story" s JOIN "Address" a ON a."storyId" = s."id" WHERE a."sectionSlug" = 'news-large' AND "liveRevisionId" IS NOT NULL ORDER BY 1 OFFSET ${Math.floor(SIZE.stories / 16)} LIMIT 1`)
  if (middle === undefined) throw new Error('the large paper has no news')
  watchDriver()
  const [{ db }, { readFrontPage }, { readSection }, { readTag }, { readArchive, readPeriod }, { readFeed }, sitemaps, { readAddress }] = await Promise.all([
    import('#server/db.ts'), import('#server/front-page/view.ts'), import('#server/sections/read-section.ts'), import('#server/topics/read-tag.ts'), import('#server/archive/read-archive.ts'),
    import('#server/feeds/read-feed.ts'), import('#server/feeds/read-sitemaps.ts'), import('#server/stories/reader-views.ts'),
  ])
  const month = middle.at.toISOString().slice(0, 7)
  const questions: [string, () => Promise<unknown>][] = [
    ['reference: one story by its key', () => db().story.findUnique({ where: { id: some?.id ?? '' }, select: { id: true } })],
    ['front page', readFrontPage],
    ['a section', () => readSection('news-large')],
    ['a section with a part', () => readSection('sports-large')],
    ['a part with few stories', () => readSection('chess-large')],
    ['a section, three years back', () => readSection('news-large', { at: middle.at.getTime(), skip: 1 })],
    ['a story', () => readAddress('news-large', middle.slug)],
    ['a tag on many stories', () => readTag('topic-1')],
    ['a tag on few stories', () => readTag('topic-400')],
    ['archive: all years', readArchive],
    ['archive: a school year', () => readPeriod({ kind: 'year', text: `${middle.at.getUTCFullYear() - 1}-${String(middle.at.getUTCFullYear() % 100).padStart(2, '0')}` }, null)],
    ['archive: a month', () => readPeriod({ kind: 'month', text: month }, null)],
    ['archive: a day', () => readPeriod({ kind: 'day', text: middle.at.toISOString().slice(0, 10) }, null)],
    ['feed of the paper', () => readFeed({ kind: 'paper' })],
    ['feed of a section', () => readFeed({ kind: 'section', slug: 'news-large' })],
    ['list of all sitemaps', sitemaps.readSitemapFiles],
    ['sitemap of a month', () => sitemaps.readSitemap({ month, part: 1 })],
    ['news sitemap', () => sitemaps.readNews(new Date(Date.now() - 2 * 86_400_000))],
  ]
  console.log(`${SIZE.stories} stories, made in ${Math.round((performance.now() - from) / 1_000)} s; ${ROUNDS} reads each, in ms; ${availableParallelism()} cores with a load of ${loadavg()[0]?.toFixed(1)}`)
  for (const [name, read] of questions) {
    const [times, wholes]: [number[], number[]] = [[], []]
    // The first few warm up.
    for (let round = -3; round < ROUNDS; round += 1) {
      busy.total = 0
      const before = performance.now()
      await read()
      if (round < 0) continue
      times.push(busy.total)
      wholes.push(performance.now() - before)
    }
    for (const list of [times, wholes]) list.sort((a, b) => a - b)
    const part = (list: number[], share: number) => (list[Math.ceil(list.length * share) - 1] ?? 0).toFixed(1).padStart(7)
    console.log(`  p50 ${part(times, 0.5)}  p95 ${part(times, 0.95)}  whole ${part(wholes, 0.5)}  ${name}${Number(part(times, 0.95)) > MOST_MS ? `  ! over ${MOST_MS} ms` : ''}`)
  }
  await client.end()
  await db().$disconnect()
} finally {
  await end()
}
process.exit(0)
