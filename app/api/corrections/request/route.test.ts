import { randomUUID } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { REFERENCE } from '#domain/takedown-policy.ts'
import { db } from '#server/db.ts'
import { draftOf } from '#server/reader-forms/drafts.ts'
import { aStory } from '#server/testing/builders.ts'

vi.mock('#server/cache-edge.ts', () => ({ expireFromRoute: () => undefined }))
vi.mock('#server/auth/actor.ts', () => ({ currentActor: async () => null }))
const { POST } = await import('./route.ts')

const ORIGIN = 'http://localhost:3000'
let clients = 0
type Ask = { fields?: Record<string, string>; headers?: Record<string, string>; body?: BodyInit; address?: string }

async function posted({ fields = {}, headers = {}, body, address = `10.1.${(clients += 1)}.1` }: Ask) {
  const request = new Request(`${ORIGIN}/api/corrections/request`, {
    method: 'POST',
    headers: { origin: ORIGIN, 'x-real-ip': address, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: body ?? new URLSearchParams({ story: '/news/x', ground: 'MISTAKE', problem: 'The score is the wrong way round.', wish: 'Put it right.', name: '', email: '', website: '', ...fields }).toString(),
  })
  const response = await POST(request)
  const location = response.headers.get('location') ?? ''
  const at = location === '' ? null : new URL(location, ORIGIN)
  return { status: response.status, path: at?.pathname ?? null, reference: at?.searchParams.get('reference') ?? null, draft: draftOf(at?.searchParams.get('draft') ?? '', new Date()), headers: response.headers }
}
async function pathOfLive(): Promise<{ path: string; storyId: string }> {
  const { storyId } = await aStory('LIVE')
  const { sectionSlug, slug } = await db().address.findFirstOrThrow({ where: { storyId, current: true } })
  return { path: `/${sectionSlug}/${slug}`, storyId }
}

describe('POST /api/corrections/request', () => {
  it('keeps the request, and leads on to a page with its number, without a cookie', async () => {
    const { path, storyId } = await pathOfLive()
    const { status, path: to, reference, headers } = await posted({ fields: { story: path, name: 'Rosa Lind', email: 'rosa@example.org' } })
    expect([status, to, headers.get('set-cookie'), headers.get('cache-control')]).toEqual([303, '/corrections/request/sent', null, 'no-store'])
    expect(reference).toMatch(REFERENCE)
    expect(await db().readerRequest.findUniqueOrThrow({ where: { reference: reference ?? '' } })).toMatchObject({ storyId, name: 'Rosa Lind', email: 'rosa@example.org' })
  })

  it('gives back every word with what is wrong, and puts none of them in the address', async () => {
    const fields = { story: '/news/no-such-story', ground: 'OWN_WORK', problem: 'It is my own work.', wish: 'Take my name out.', name: '', email: 'not an address' }
    const { status, path, draft } = await posted({ fields })
    expect([status, path]).toEqual([303, '/corrections/request'])
    expect(draft?.values).toEqual(fields)
    expect(draft?.problems.map(({ field }) => field)).toEqual(['email', 'name'])
    expect(await db().readerRequest.count({ where: { wish: fields.wish } })).toBe(0)
  })

  it('says beside the field that the paper has no such story', async () => {
    expect((await posted({ fields: { story: '/news/no-such-story' } })).draft?.problems).toEqual([{ field: 'story', message: 'The paper has no story at this address. Copy it from your browser.' }])
  })

  it('stores nothing of a program that fills in every field, and answers it as it would a person', async () => {
    const { path } = await pathOfLive()
    const wish = randomUUID()
    const { path: to, reference } = await posted({ fields: { story: path, wish, website: 'https://spam.example' } })
    expect([to, REFERENCE.test(reference ?? '')]).toEqual(['/corrections/request/sent', true])
    expect(await db().readerRequest.count({ where: { wish } })).toBe(0)
  })

  it.each([
    ['another site', { headers: { origin: 'https://evil.example' } }, 403],
    ['a page without origin', { headers: { origin: 'null' } }, 403],
    ['no form', { headers: { 'content-type': 'application/json' }, body: '{}' }, 415],
    ['a form with files', { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x--' }, 415],
    ['too much', { body: `problem=${'x'.repeat(120_000)}` }, 413],
    ['too much, said to be little', { headers: { 'content-length': '10' }, body: `problem=${'x'.repeat(120_000)}` }, 413],
  ] satisfies [string, Ask, number][])('refuses %s', async (_, ask, status) => {
    expect((await posted(ask)).status).toBe(status)
  })

  it('takes text that the database cannot hold', async () => {
    const { path } = await pathOfLive()
    expect((await posted({ fields: { story: path, problem: 'Nothing\u0000 is wrong with this.' } })).path).toBe('/corrections/request/sent')
  })

  it('counts what one address sends, and gives the words back even then', async () => {
    const address = '10.9.9.9'
    for (let sent = 0; sent < 20; sent += 1) await posted({ address, fields: { problem: 'x' } })
    const { draft } = await posted({ address, fields: { problem: 'What I wrote with care.' } })
    expect(draft?.values.problem).toBe('What I wrote with care.')
    expect(draft?.problems).toEqual([{ message: expect.stringMatching(/^Too many tries\. Wait \d+ minutes/) }])
    expect((await posted({ address: '10.9.9.8', fields: { problem: 'x' } })).draft?.problems[0]?.field).toBe('problem')
  })
})
