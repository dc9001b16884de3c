import { beforeAll, describe, expect, it, vi } from 'vitest'
import { pollSchema } from '#domain/polls/poll.ts'
import { db } from '#server/db.ts'
import { makePoll } from '#server/polls/commands.ts'
import { anActor, aStory, done } from '#server/testing/builders.ts'

vi.mock('#server/settings/published.ts', async () => ({ publishedPaper: async () => ({ language: 'en' }), readPaper: async () => ({ timeZone: 'UTC', language: 'en' }) }))
const { POST } = await import('./route.ts')
const { GET } = await import('../[id]/route.ts')
const ORIGIN = 'http://localhost:3000'
let poll = ''
let options: string[] = []
let clients = 0

beforeAll(async () => {
  poll = done(await makePoll(await anActor('WRITER'), pollSchema.parse({ question: 'Where?', options: 'Gym\nLibrary' }))).pollId
  await aStory('LIVE', { body: { type: 'doc', content: [{ type: 'poll', attrs: { pollId: poll } }, { type: 'paragraph', content: [{ type: 'text', text: 'Tell us.' }] }] } })
  options = (await db().pollOption.findMany({ where: { pollId: poll }, orderBy: { position: 'asc' }, select: { id: true } })).map(({ id }) => id)
})

function sent(fields: Record<string, string>, { script = false, headers = {}, address = `10.2.${(clients += 1)}.1` }: { script?: boolean; headers?: Record<string, string>; address?: string } = {}) {
  return POST(new Request(`${ORIGIN}/api/polls/vote`, {
    method: 'POST',
    headers: { origin: ORIGIN, 'x-real-ip': address, 'content-type': 'application/x-www-form-urlencoded', ...(script ? { accept: 'application/json' } : {}), ...headers },
    body: new URLSearchParams({ website: '', ...fields }).toString(),
  }))
}
const votes = async () => (await db().pollOption.findMany({ where: { pollId: poll }, orderBy: { position: 'asc' }, select: { votes: true } })).map((one) => one.votes)

describe('POST /api/polls/vote', () => {
  it('counts a plain form, and leads to the results and back to the story, without a cookie', async () => {
    const response = await sent({ poll, option: options[0] ?? '' }, { headers: { referer: `${ORIGIN}/sports/a-story?x=1` } })
    const to = new URL(response.headers.get('location') ?? '', ORIGIN)
    expect([response.status, to.pathname, to.searchParams.get('back'), response.headers.get('set-cookie'), response.headers.get('cache-control')]).toEqual([303, `/polls/${poll}`, '/sports/a-story', null, 'no-store'])
    expect(await votes()).toEqual([1, 0])
    const seen = await GET(new Request(`${ORIGIN}/api/polls/${poll}?receipt=${to.searchParams.get('receipt')}`), { params: Promise.resolve({ id: poll }) })
    expect(await seen.json()).toMatchObject({ figures: { rows: [{ text: 'Gym', percent: 100, votes: '1 vote' }, { percent: 0 }], note: 'So far. 1 vote' } })
    expect((await GET(new Request(`${ORIGIN}/api/polls/${poll}`), { params: Promise.resolve({ id: poll }) })).status).toBe(404)
  })

  it('answers script in place', async () => {
    const response = await sent({ poll, option: options[1] ?? '' }, { script: true })
    expect(await response.json()).toMatchObject({ receipt: expect.any(String), figures: { question: 'Where?', note: 'Thank you for voting. So far. 2 votes' } })
    const nothing = await sent({ poll }, { script: true })
    expect([nothing.status, await nothing.json()]).toEqual([422, { problem: 'Choose an answer, then vote.' }])
  })

  it('says what was wrong, counts nothing of it, and never leads to another site', async () => {
    const before = await votes()
    const other = '01900000-0000-7000-8000-000000000001'
    const where = async (response: Response) => new URL(response.headers.get('location') ?? '', ORIGIN)
    expect((await where(await sent({ poll }))).searchParams.get('problem')).toBe('choose')
    expect((await where(await sent({ poll: other, option: other }))).searchParams.get('problem')).toBe('missing')
    expect((await where(await sent({ poll, option: options[0] ?? '', website: 'x' }, { headers: { referer: 'https://evil.example//evil' } }))).search).not.toContain('evil')
    expect((await sent({ poll: 'x', option: 'y' })).status).toBe(404)
    expect((await sent({ poll, option: options[0] ?? '' }, { headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } })).status).toBe(400)
    expect((await sent({ poll, option: options[0] ?? '', more: 'x'.repeat(3_000) }, { script: true })).status).toBe(400)
    expect(await votes()).toEqual(before)
  })

  it('lets a class vote from one network, and no machine stuff the box', async () => {
    const statuses = new Set<number>()
    for (let count = 0; count < 61; count += 1) statuses.add((await sent({ poll, option: 'none' }, { script: true, address: '10.9.9.9' })).status)
    expect(statuses).toEqual(new Set([422]))
    const answers: number[] = []
    for (let count = 0; count < 61; count += 1) answers.push((await sent({ poll, option: options[0] ?? '', website: 'x' }, { script: true, address: '10.9.9.8' })).status)
    expect([answers.filter((status) => status === 200).length, answers.at(-1)]).toEqual([60, 429])
  }, 30_000)
})
