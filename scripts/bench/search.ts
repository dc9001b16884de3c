import { availableParallelism, loadavg } from 'node:os'
import pg from 'pg'
import { NOTHING_ASKED, type SearchAsked } from '#domain/search/filters.ts'
import { seedLarge } from '../large/paper.ts'
import { measuringPaper } from '../measure/paper.ts'

/**
 * How long readers' searches take with 100,000 stories, beside a query of the same database that reads one row by its key. No search is asked
 * twice. Prints p50 and p95. Run: node --conditions=react-server scripts/bench/search.ts
 */

const SIZE = { stories: 100_000, staff: 300 }
const ROUNDS = 40
const MOST_MS = 50

type Words = { common: string; rare: string; two: string; phrase: string; typo: string; begun: string; name: string; section: string; author: string; year: string }

/** Every third story gets a picture, past the trigger that keeps what was approved: nobody but this measurement sees this paper. */
const PICTURES = `
  INSERT INTO "MediaAsset" ("id", "status", "originalKey", "fileName", "width", "height", "bytes", "upkeep", "uploadedById") SELECT gen_random_uuid(), 'READY', 'none', 'a.jpg', 1200, 800, 1000, false, "id" FROM "User" LIMIT 1;
  ALTER TABLE "Placement" DISABLE TRIGGER "Placement_frozen";
  INSERT INTO "Placement" ("id", "revisionId", "assetId", "role", "position", "caption") SELECT gen_random_uuid(), r."id", a."id", 'LEAD', 0, 'The ' || r."deck" FROM "Revision" r, "MediaAsset" a WHERE r."number" = 2 AND hashtext(r."slug") % 3 = 0;
  ALTER TABLE "Placement" ENABLE ALWAYS TRIGGER "Placement_frozen"`

/** Some twenty years of printed issues, of the words of stories. */
const PRINT = `
  INSERT INTO "PrintIssue" ("id", "slug", "title", "number", "date", "fileName", "pdfKey", "uploadedById", "preparedAt")
    SELECT gen_random_uuid(), 'issue-' || n, 'Issue ' || n, n, DATE '2006-09-01' + n * 36, 'a.pdf', 'issue/none', (SELECT "id" FROM "User" LIMIT 1), now() FROM generate_series(1, 200) n;
  INSERT INTO "PrintPage" ("id", "issueId", "number", "width", "height", "text", "lines")
    SELECT gen_random_uuid(), i."id", page, 1600, 2071, (SELECT string_agg(d."body", E'\n') FROM (SELECT "body" FROM "SearchDocument" ORDER BY "storyId" OFFSET (i."number" * 12 + page) * 3 LIMIT 3) d), '[]' FROM "PrintIssue" i, generate_series(1, 12) page;
  UPDATE "PrintIssue" SET "publishedAt" = now(), "publishedById" = "uploadedById"`

/** Words to look for, out of some stories all over the paper. */
async function wordsOf(client: pg.Client): Promise<Words[]> {
  const common = (await client.query<{ headline: string }>(`SELECT lower("headline") AS headline FROM "Revision" WHERE "number" = 2 ORDER BY "slug" LIMIT ${ROUNDS}`)).rows
  const { rows } = await client.query<{ body: string; name: string; author: string; section: string; headline: string; at: Date }>(`
    SELECT d."body", m."name", m."id" AS author, c."slug" AS section, r."headline", d."publishedAt" AS at
    FROM (SELECT * FROM "SearchDocument" TABLESAMPLE BERNOULLI (1) REPEATABLE (7) LIMIT ${ROUNDS}) d JOIN "Revision" r ON r."id" = d."revisionId" JOIN "Section" c ON c."id" = r."sectionId"
    JOIN "Byline" b ON b."revisionId" = r."id" AND b."position" = 0 JOIN "StaffMember" m ON m."id" = b."staffId"`)
  return rows.map(({ body, name, author, section, headline, at }, round) => {
    const words = body.toLowerCase().replaceAll(/[.\n]/g, ' ').split(/\s+/)
    const long = words.filter((word) => word.length >= 7)
    const some = (place: number) => long[(round + place) % long.length] ?? 'robotics'
    return {
      common: common[round]?.headline.split(' ')[round % 6] ?? 'robotics',
      rare: headline.split(' ').at(-1) ?? '',
      two: `${some(3)} ${some(11)}`,
      phrase: `"${words.slice(round + 5, round + 8).join(' ')}"`,
      typo: some(5).slice(0, 3) + some(5).slice(4),
      begun: some(7).slice(0, 5),
      name: name.split(' ').slice(0, 2).join(' '),
      section,
      author,
      year: `${at.getUTCFullYear() - 1}-${String(at.getUTCFullYear() % 100).padStart(2, '0')}`,
    }
  })
}

const { ownerUrl, end } = await measuringPaper()
try {
  await seedLarge(ownerUrl, (_, work) => work(), { size: SIZE })
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query(PICTURES)
  // Made whole at the end, it takes a third of the time that adding 97,000 stories one by one does.
  const { rows: [index] } = await client.query<{ made: string }>(`SELECT pg_get_indexdef('"SearchDocument_vector_idx"'::regclass) AS made`)
  await client.query('DROP INDEX "SearchDocument_vector_idx"')
  const [{ db }, { readSearch }, { fillSearch, lookAgain }] = await Promise.all([import('#server/db.ts'), import('#server/search/search.ts'), import('#server/search/fill.ts')])
  const began = performance.now()
  let indexed = 0
  for (let more = 1; more > 0; indexed += more) {
    lookAgain()
    more = await fillSearch(new Date())
  }
  await client.query(index?.made ?? '')
  await client.query(PRINT)
  for (let more = 1; more > 0; ) {
    lookAgain()
    more = await fillSearch(new Date())
  }
  const { rows: [printed] } = await client.query<{ pages: string; words: string }>('SELECT count(*) AS pages, avg(length("vector")) AS words FROM "SearchSheet" WHERE "printPageId" IS NOT NULL')
  console.log(`${printed?.pages} printed pages of ${Math.round(Number(printed?.words))} different words`)
  await client.query('VACUUM ANALYZE "SearchDocument", "SearchSheet", "SearchWord"')
  const words = await wordsOf(client)
  const { rows: [some] } = await client.query<{ id: string }>('SELECT "id" FROM "Story" OFFSET 500 LIMIT 1')

  const page = (asked: Partial<SearchAsked>) => readSearch({ ...NOTHING_ASKED, ...asked }, { many: 10, whole: true })
  const typing = (q: string) => readSearch({ ...NOTHING_ASKED, q }, { many: 8, whole: false })
  const nextOf = async (asked: Partial<SearchAsked>) => {
    const { answer } = await page(asked)
    return { ...asked, after: answer.kind === 'found' ? answer.next : null }
  }
  /** Each question, and what has to be known before it is timed. */
  const questions: [string, (round: Words) => Promise<() => Promise<unknown>> | (() => Promise<unknown>)][] = [
    ['reference: one story by its key', () => () => client.query('SELECT * FROM "Story" WHERE "id" = $1', [some?.id])],
    ['a common word', ({ common }) => () => page({ q: common })],
    ['a rare word', ({ rare }) => () => page({ q: rare })],
    ['two words', ({ two }) => () => page({ q: two })],
    ['two common words', ({ common }) => () => page({ q: `${common} robotics` })],
    ['a phrase', ({ phrase }) => () => page({ q: phrase })],
    ['one word or another', ({ two }) => () => page({ q: two.replace(' ', ' OR ') })],
    ['a word without another', ({ common }) => () => page({ q: `${common} -robotics` })],
    ['a typing mistake', ({ typo }) => () => page({ q: typo })],
    ['a name', ({ name }) => () => page({ q: name })],
    ['a common word in a section', ({ common, section }) => () => page({ q: common, section })],
    ['a common word by an author', ({ common, author }) => () => page({ q: common, author })],
    ['a common word in a school year', ({ common, year }) => () => page({ q: common, year })],
    ['a common word with pictures', ({ common }) => () => page({ q: common, pictures: true })],
    ['printed issues: a common word', ({ common }) => () => page({ q: common, print: true })],
    ['a section without words', ({ section }) => () => page({ section })],
    ['second page of a common word', async ({ common }) => page.bind(null, await nextOf({ q: common }))],
    ['second page of two words', async ({ two }) => page.bind(null, await nextOf({ q: two }))],
    ['while typing: a common word', ({ common }) => () => typing(common)],
    ['while typing: a word begun', ({ begun }) => () => typing(begun)],
    ['while typing: a typing mistake', ({ typo }) => () => typing(typo)],
  ]
  console.log(`${indexed - 1} live stories of ${SIZE.stories}, indexed in ${Math.round((performance.now() - began) / 1_000)} s; ${words.length} searches each, in ms; ${availableParallelism()} cores with a load of ${loadavg()[0]?.toFixed(1)}`)
  for (const [name, ready] of questions) {
    const times: number[] = []
    for (const [round, some] of [...words.slice(0, 3), ...words].entries()) {
      const ask = await ready(some)
      const before = performance.now()
      await ask()
      // The first few warm up.
      if (round >= 3) times.push(performance.now() - before)
    }
    times.sort((a, b) => a - b)
    const part = (share: number) => times[Math.ceil(times.length * share) - 1] ?? 0
    console.log(`  p50 ${part(0.5).toFixed(1).padStart(7)}  p95 ${part(0.95).toFixed(1).padStart(7)}  ${name}${part(0.95) > MOST_MS ? `  ! over ${MOST_MS} ms` : ''}`)
  }
  await client.end()
  await db().$disconnect()
} finally {
  await end()
}
process.exit(0)
