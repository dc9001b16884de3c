import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { measuringPaper } from './paper.ts'

// How long the media library takes with 5,000 pictures, half of them placed: node --conditions=react-server scripts/measure/library.ts

const PICTURES = 5_000
const ROUNDS = 40
const WORDS = 'band game final school court harbor debate robot garden choir stage crowd winter spring team bus library chess market parade'.split(' ')

const { ownerUrl, end } = await measuringPaper()
const [{ WHOLE_LIBRARY, libraryQuerySchema }, { libraryPage, libraryChoices, libraryDetail }, { anActor, wholeContent }, { createStory }] = await Promise.all([
  import('#domain/media-library.ts'),
  import('#server/media/library.ts'),
  import('#server/testing/builders.ts'),
  import('#server/stories/commands.ts'),
])

try {
  const actor = await anActor('EDITOR', 'Eve Editor')
  const sentence = (seed: number, words: number) => Array.from({ length: words }, (_, at) => WORDS[(seed * 7 + at * 13) % WORDS.length]).join(' ')
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const ids = Array.from({ length: PICTURES }, () => randomUUID())
  for (const [at, id] of ids.entries()) {
    await client.query(
      `INSERT INTO "MediaAsset" ("id", "status", "originalKey", "fileName", "width", "height", "bytes", "caption", "alt", "credit", "place", "people", "rights", "expiresOn", "perceptualHash", "upkeep", "uploadedById", "createdAt")
       VALUES ($1, 'READY', $2, $3, 4000, 3000, 1, $4, $5, 'Ana Ruiz', 'Gym', 'Ben Ode', $6, $7, $8, false, $9, now() - ($10 || ' hours')::interval)`,
      [id, randomBytes(32).toString('hex'), `photo-${at}.jpg`, sentence(at, 20), at % 3 === 0 ? '' : sentence(at + 1, 12), at % 5 === 0 ? 'LICENSED' : 'STAFF', at % 50 === 0 ? '2026-12-01' : null, randomBytes(8).toString('hex'), actor.userId, at],
    )
  }
  for (let at = 0; at < 500; at += 1) {
    const placed = (id: string | undefined) => ({ assetId: id ?? '', caption: sentence(at, 12), alt: sentence(at, 8), credit: 'Ana Ruiz' })
    const images = [1, 2, 3, 4].map((more) => ({ type: 'image' as const, attrs: placed(ids[at * 5 + more]) }))
    await createStory(actor, { content: await wholeContent(actor, { lead: placed(ids[at * 5]), body: { type: 'doc', content: [{ type: 'paragraph' }, ...images] } }) })
  }
  await client.query('ANALYZE')
  await client.end()

  const questions: [string, () => Promise<unknown>][] = [
    ['everything, first page', () => libraryPage(actor, WHOLE_LIBRARY)],
    ['one word', () => libraryPage(actor, libraryQuerySchema.parse({ q: 'robot' }))],
    ['three words', () => libraryPage(actor, libraryQuerySchema.parse({ q: 'robot garden photo-12' }))],
    ['a word that is nowhere', () => libraryPage(actor, libraryQuerySchema.parse({ q: 'zzyzx' }))],
    ['unused', () => libraryPage(actor, libraryQuerySchema.parse({ use: 'unused' }))],
    ['alt missing, licensed', () => libraryPage(actor, libraryQuerySchema.parse({ missing: 'alt', rights: 'LICENSED' }))],
    ['expiring', () => libraryPage(actor, libraryQuerySchema.parse({ attention: 'expiring' }))],
    ['one school year', () => libraryPage(actor, libraryQuerySchema.parse({ year: '2026-27' }))],
    ['choices of the filters', () => libraryChoices(actor)],
    ['one picture with look-alikes', () => libraryDetail(actor, ids[700] ?? '')],
  ]
  console.log(`${PICTURES} pictures, 500 stories with 5 each; ${ROUNDS} times each, in ms`)
  for (const [name, ask] of questions) {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = performance.now()
      await ask()
      times.push(performance.now() - before)
    }
    times.sort((a, b) => a - b)
    const part = (share: number) => (times[Math.ceil(times.length * share) - 1] ?? 0).toFixed(1).padStart(7)
    console.log(`  p50 ${part(0.5)}  p95 ${part(0.95)}  ${name}`)
  }
} finally {
  await end()
}
process.exit(0)
