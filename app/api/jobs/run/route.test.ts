import { beforeEach, describe, expect, it, test, vi } from 'vitest'
import type { Actor } from '#domain/people.ts'
import { anActor } from '#server/testing/builders.ts'
import { aPicture } from '#server/testing/pictures.ts'

// Next's request: who is signed in, the cache's tags, and what runs after the answer.
const next = vi.hoisted((): { actor: Actor | null; expired: string[] } => ({ actor: null, expired: [] }))
vi.mock('#server/auth/actor.ts', () => ({ currentActor: async () => next.actor }))
vi.mock('next/cache', () => ({ cacheTag: () => {}, cacheLife: () => {}, updateTag: () => {}, refresh: () => {}, revalidateTag: (tag: string) => next.expired.push(tag) }))
vi.mock('next/server', () => ({ after: () => {} }))

const { POST: uploadRoute } = await import('../../media/route.ts')
const jobs = await import('./route.ts')

const SITE = 'http://localhost:3000'
beforeEach(() => Object.assign(next, { actor: null, expired: [] }))

function upload(file: Uint8Array): Request {
  const form = new FormData()
  form.append('file', new File([new Uint8Array(file)], 'Jazz night.jpg', { type: 'text/plain' }))
  return new Request(`${SITE}/api/media`, { method: 'POST', body: form, headers: { origin: SITE } })
}

// In a file, and so a database, of its own: some seconds after any change that readers see, a tick expires the paper once more.
describe('POST /api/jobs/run', () => {
  const tick = (authorization: string | null, query = '') => jobs.POST(new Request(`${SITE}/api/jobs/run${query}`, { method: 'POST', headers: authorization === null ? {} : { authorization } }))

  test.each([null, 'Bearer', 'Bearer x', process.env.JOBS_SECRET ?? ''])('does nothing for %j', async (authorization) => {
    expect((await tick(authorization, '?boot=1')).status).toBe(403)
    expect(next.expired).toEqual([])
  })

  it('prepares what waits, and expires the whole paper after a start', async () => {
    next.actor = await anActor('WRITER')
    await uploadRoute(upload(await aPicture({ width: 300, height: 200 })))
    expect(await (await tick(`Bearer ${process.env.JOBS_SECRET}`)).json()).toEqual({ ok: true, processed: 1 })
    // The first tick gives addresses to people who have none, and notices which day it is; the next one finds nothing to do.
    next.expired.length = 0
    await tick(`Bearer ${process.env.JOBS_SECRET}`)
    expect(next.expired).toEqual([])
    expect((await tick(`Bearer ${process.env.JOBS_SECRET}`, '?boot=1')).status).toBe(200)
    expect(next.expired).toEqual(['paper'])
  })
})
