import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it, test, vi } from 'vitest'
import type { Actor } from '#domain/people.ts'
import { db } from '#server/db.ts'
import { anActor, aStory } from '#server/testing/builders.ts'
import { anAsset } from '#server/testing/pictures.ts'

const next = vi.hoisted((): { actor: Actor | null } => ({ actor: null }))
vi.mock('#server/auth/actor.ts', () => ({ currentActor: async () => next.actor }))

const { GET } = await import('./route.ts')
beforeEach(() => Object.assign(next, { actor: null }))

const asked = async (query = '') => {
  const response = await GET(new Request(`http://localhost:3000/api/media/library${query}`))
  expect(response.headers.get('cache-control')).toBe('private, no-store')
  return { status: response.status, page: await response.json() }
}

describe('GET /api/media/library', async () => {
  const writer = await anActor('WRITER')
  const [first, second] = [await anAsset(writer), await anAsset(writer)]
  await db().mediaAsset.update({ where: { id: first }, data: { caption: 'The 100%_sure band' }, select: { id: true } })
  const ids = (page: { items: { id: string }[] }) => page.items.map(({ id }) => id)

  it('shows nothing to the signed-out, not even how many there are', async () => {
    expect(await asked()).toEqual({ status: 401, page: { ok: false, problems: [{ message: 'You are signed out. Sign in and try again.' }] } })
    expect(await asked(`?q=band`)).toMatchObject({ status: 401 })
  })

  it('shows nothing to a role that nobody knows', async () => {
    next.actor = JSON.parse(JSON.stringify({ ...writer, role: 'READER' }))
    expect(await asked()).toEqual({ status: 200, page: { items: [], next: null, total: 0 } })
  })

  it('shows the whole library to everybody on staff, and who may change what', async () => {
    next.actor = await anActor('WRITER')
    const { page } = await asked()
    expect(ids(page)).toEqual([second, first])
    expect(page).toMatchObject({ total: 2, next: null, items: [{ mine: false, mayEdit: false, mayDelete: false }, { mine: false }] })
    next.actor = writer
    expect((await asked()).page.items[0]).toMatchObject({ mine: true, mayEdit: true, mayDelete: true })
  })

  it('takes what is looked for as words, not as a pattern', async () => {
    next.actor = writer
    expect(ids((await asked(`?q=${encodeURIComponent('100%_sure')}`)).page)).toEqual([first])
    for (const words of ['%', '_', "'; DROP TABLE \"MediaAsset\"; --", '\\', '\u0000', '\ud800', 'x'.repeat(100_000)]) expect((await asked(`?q=${encodeURIComponent(words.toWellFormed())}`)).status).toBe(200)
    expect(await db().mediaAsset.count()).toBe(2)
  })

  it('finds the pictures of a story', async () => {
    next.actor = writer
    const { storyId } = await aStory('DRAFT', { lead: { assetId: first, caption: '', alt: '', credit: '' } })
    expect(ids((await asked(`?storyId=${storyId}&use=used`)).page)).toEqual([first])
    expect(ids((await asked('?use=live')).page)).toEqual([])
  })

  test.each([
    'rights=NONE', 'use=%00', 'missing=__proto__', 'attention=x', 'storyId=1', 'uploaderId=x', 'year=2026', 'year=0000-01', 'year=9999-00', 'cursor=x', '__proto__=x&constructor=y',
    `cursor=2026-13-45T25:61:61.999Z_${randomUUID()}`, `cursor=2026-02-30T00:00:00.000Z_x`, `cursor=0000-00-00T00:00:00.000Z_${randomUUID()}`,
  ])('leaves out what does not fit: %s', async (query) => {
    next.actor = writer
    expect(await asked(`?${query}`)).toMatchObject({ status: 200, page: { total: 2 } })
  })
})
