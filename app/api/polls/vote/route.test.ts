import { beforeAll, describe, expect, it, vi } from 'vitest'
import { pollSchema } from '#domain/polls/poll.ts'
import { db } from '#server/db.ts'
import { closePoll, makePoll } from '#server/polls/commands.ts'
import { ticketFor } from '#server/polls/tickets.ts'
import { receiptOf } from '#server/polls/receipt.ts'
import { anActor, aStory, done } from '#server/testing/builders.ts'

vi.mock('#server/settings/published.ts', async () => ({ publishedPaper: async () => ({ language: 'en' }), readPaper: async () => ({ timeZone: 'UTC', language: 'en' }) }))
const { POST } = await import('./route.ts')
const { GET } = await import('../[id]/route.ts')
const { GET: TURN } = await import('../[id]/turn/route.ts')
const { GET: TICKET } = await import('../[id]/ticket/route.ts')
const ORIGIN = 'http://localhost:3000'
let poll = ''
let options: string[] = []
let clients = 0
const OTHER = '01900000-0000-7000-8000-000000000001'

beforeAll(async () => {
  poll = done(await makePoll(await anActor('WRITER'), pollSchema.parse({ question: 'Where?', options: 'Gym\nLibrary' }))).pollId
  await aStory('LIVE', { body: { type: 'doc', content: [{ type: 'poll', attrs: { pollId: poll } }, { type: 'paragraph', content: [{ type: 'text', text: 'Tell us.' }] }] } })
  options = (await db().pollOption.findMany({ where: { pollId: poll }, orderBy: { position: 'asc' }, select: { id: true } })).map(({ id }) => id)
})

function sent(fields: Record<string, string>, { script = false, headers = {}, address = `10.2.${(clients += 1)}.1` }: { script?: boolean; headers?: Record<string, string>; address?: string } = {}) {
  return POST(new Request(`${ORIGIN}/api/polls/vote`, {
    method: 'POST',
    headers: { origin: ORIGIN, 'x-real-ip': address, 'content-type': 'application/x-www-form-urlencoded', ...(script ? { accept: 'application/json' } : {}), ...headers },
    body: new URLSearchParams({ website: '', ticket: ticketFor(poll), ...fields }).toString(),
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
    const other = OTHER
    const where = async (response: Response) => new URL(response.headers.get('location') ?? '', ORIGIN)
    expect((await where(await sent({ poll }))).searchParams.get('problem')).toBe('choose')
    expect((await where(await sent({ poll: other, option: other, ticket: ticketFor(other) }))).searchParams.get('problem')).toBe('missing')
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

  it('takes a ticket for each vote, which counts once however often and how fast it is sent', async () => {
    const [before = 0] = await votes()
    const ticket = ticketFor(poll)
    const vote = () => sent({ poll, option: options[0] ?? '', ticket })
    const answers = await Promise.all([vote(), vote(), vote()])
    expect((await votes())[0]).toBe(before + 1)
    // Who sends a page once more is led to the results, and told.
    const places = answers.map((answer) => new URL(answer.headers.get('location') ?? '', ORIGIN).searchParams)
    expect(places.map((place) => [place.get('receipt'), place.get('voted')])).toEqual(expect.arrayContaining([[receiptOf(poll), null], [receiptOf(poll), 'before'], [receiptOf(poll), 'before']]))
    const [until = '', chance = '', signature = ''] = ticket.split('.')
    for (const other of ['', 'x', ticketFor(OTHER), `${(Date.now() + 9e9).toString(36)}.${chance}.${signature}`, `${until}.AAAAAAAAAAAA.${signature}`]) {
      expect(new URL((await sent({ poll, option: options[0] ?? '', ticket: other })).headers.get('location') ?? '', ORIGIN).searchParams.get('problem'), other).toBe('choose')
    }
    expect((await votes())[0]).toBe(before + 1)
    // What was not counted did not use it up.
    const unspent = ticketFor(poll)
    expect((await sent({ poll, option: OTHER, ticket: unspent }, { script: true })).status).not.toBe(200)
    expect((await sent({ poll, option: options[0] ?? '', ticket: unspent }, { script: true })).status).toBe(200)
    const late = ticketFor(poll)
    process.env.FP_TEST_CLOCK = String(61 * 60_000)
    expect((await sent({ poll, option: options[0] ?? '', ticket: late }, { script: true })).status).toBe(422)
    process.env.FP_TEST_CLOCK = '0'
  })
})

describe('without script', () => {
  const turn = async (option: string, referer: string | null) => {
    const answer = await TURN(new Request(`${ORIGIN}/api/polls/${poll}/turn?option=${option}`, referer === null ? {} : { headers: { referer } }), { params: Promise.resolve({ id: poll }) })
    return { answer, to: new URL(answer.headers.get('location') ?? '/none', ORIGIN), keeps: answer.headers.get('cache-control') }
  }

  it('a ballot leads to a page that is made for one vote, and back to its story', async () => {
    const { answer, to, keeps } = await turn(options[1] ?? '', `${ORIGIN}/sports/a-story`)
    expect([answer.status, to.pathname, to.searchParams.get('option'), to.searchParams.get('back'), keeps]).toEqual([303, `/polls/${poll}`, options[1], '/sports/a-story', 'no-store'])
    const [, before = 0] = await votes()
    const counted = await sent({ poll, option: options[1] ?? '', ticket: to.searchParams.get('ticket') ?? '', back: '/sports/a-story' }, { headers: { referer: `${ORIGIN}/polls/${poll}` } })
    expect(new URL(counted.headers.get('location') ?? '', ORIGIN).searchParams.get('back')).toBe('/sports/a-story')
    expect((await votes())[1]).toBe(before + 1)
    expect((await turn(OTHER, null)).to.searchParams.get('problem')).toBe('choose')
    expect((await turn('', null)).to.searchParams.get('ticket')).toBeNull()
  })

  it('the browser keeps, for the page of the results alone, that it has voted: the same words to everybody', async () => {
    const results = `${ORIGIN}/polls/${poll}?receipt=${receiptOf(poll)}`
    const { answer, keeps } = await turn(options[0] ?? '', results)
    const text = await answer.text()
    expect([answer.status, keeps, answer.headers.get('set-cookie')]).toEqual([200, 'private, max-age=31536000, immutable', null])
    expect(text).toContain('This browser has voted in this poll already.')
    expect(text).toContain(`content="0;url=/polls/${poll}?receipt=${receiptOf(poll)}&amp;voted=before"`)
    expect(await (await turn(options[0] ?? '', results)).answer.text()).toBe(text)
    for (const other of [null, 'x', `${ORIGIN}/polls/${poll}`, `${ORIGIN}/polls/${poll}?receipt=wrong`, `${ORIGIN}/polls/${OTHER}?receipt=${receiptOf(poll)}`]) expect((await turn(options[0] ?? '', other)).keeps, String(other)).toBe('no-store')
  })

  it('nobody gets a ticket for a poll that is not open', async () => {
    const ticketOf = (id: string) => TICKET(new Request(`${ORIGIN}/api/polls/${id}/ticket`), { params: Promise.resolve({ id }) })
    expect(await (await ticketOf(poll)).json()).toEqual({ ticket: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]{22}$/) })
    expect([(await ticketOf(OTHER)).status, (await ticketOf('x')).status]).toEqual([404, 404])
    done(await closePoll(await anActor('ADVISER'), { pollId: poll, version: (await db().poll.findUniqueOrThrow({ where: { id: poll }, select: { version: true } })).version }))
    expect((await ticketOf(poll)).status).toBe(404)
    expect((await turn(options[0] ?? '', null)).to.searchParams.get('problem')).toBe('notOpen')
  })
})
