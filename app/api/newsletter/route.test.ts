import { expect, it, vi } from 'vitest'
import { db } from '#server/db.ts'
import { draftOf } from '#server/reader-forms/drafts.ts'
import { leaveToken, sealAddress, addressHash } from '#server/newsletter/address.ts'
import { anActor } from '#server/testing/builders.ts'

vi.mock('#server/mail/mode.ts', () => ({ mailMode: () => 'catch', mailConfigured: () => true }))
const { POST } = await import('./route.ts')
const { POST: leaveByPost, GET: leaveByGet } = await import('./leave/[token]/route.ts')
const { POST: confirmByPost } = await import('./confirm/route.ts')

const ORIGIN = 'http://localhost:3000'
let clients = 0

async function posted(fields: Record<string, string>, { address = `10.2.${(clients += 1)}.1`, origin = ORIGIN }: { address?: string; origin?: string } = {}) {
  const body = new URLSearchParams({ email: 'rosa@readers.test', weekly: '1', website: '', ...fields })
  const response = await POST(new Request(`${ORIGIN}/api/newsletter`, { method: 'POST', headers: { origin, 'x-real-ip': address, 'content-type': 'application/x-www-form-urlencoded' }, body }))
  const at = new URL(response.headers.get('location') ?? '/none', ORIGIN)
  return { status: response.status, to: `${at.pathname}${at.searchParams.has('draft') ? '?draft' : at.search}`, draft: draftOf(at.searchParams.get('draft') ?? '', new Date()) }
}

it('answers the same for an address that is new, known, tried too often, or that a program sent; and says what is wrong with one that is none', async () => {
  await anActor('ADMIN')
  await db().newsletterSettings.create({ data: { open: true } })
  const same = { status: 303, to: '/newsletter?done=sent', draft: null }
  expect(await posted({ website: 'https://spam.example' })).toEqual(same)
  expect(await db().subscriber.count()).toBe(0)
  for (let time = 0; time < 5; time += 1) expect(await posted({})).toEqual(same)
  expect([await db().subscriber.count(), await db().outgoingMail.count()]).toEqual([1, 3])

  expect(await posted({ email: 'rosa' })).toMatchObject({ to: '/newsletter?draft', draft: { values: { email: 'rosa' }, problems: [{ field: 'email' }] } })
  expect(await posted({ weekly: '' })).toMatchObject({ draft: { problems: [{ field: 'what' }] } })
  expect((await posted({}, { origin: 'https://evil.example' })).status).toBe(403)
  const address = '10.3.3.3'
  for (let time = 0; time < 30; time += 1) await posted({ email: 'x' }, { address })
  expect(await posted({}, { address })).toMatchObject({ draft: { problems: [{ message: 'tooMany' }] } })
  expect(await db().rateLimit.count()).toBe(0)
  const odd = await confirmByPost(new Request(`${ORIGIN}/api/newsletter/confirm`, { method: 'POST', headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' }, body: 'token=x' }))
  expect(odd.headers.get('location')).toBe('/newsletter?done=over')
})

it('lets a mail program leave with one click: no cookie, no page, no origin; looking changes nothing', async () => {
  const id = '0199a000-0000-4000-8000-000000000001'
  await db().subscriber.create({ data: { id, addressHash: addressHash('ben@readers.test'), sealed: sealAddress(id, 'ben@readers.test'), state: 'CONFIRMED', confirmedAt: new Date() } })
  const context = (token: string) => ({ params: Promise.resolve({ token }) })
  const click = (token: string, body = 'List-Unsubscribe=One-Click') => leaveByPost(new Request(`${ORIGIN}/api/newsletter/leave/${token}`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body }), context(token))
  const token = leaveToken(id)
  const seen = await leaveByGet(new Request(`${ORIGIN}/x`), context(token))
  expect([seen.status, seen.headers.get('location')]).toEqual([303, `/newsletter/leave/${token}`])
  for (const other of ['x', token.replace(/.$/, (letter) => (letter === 'A' ? 'B' : 'A')), `${token}A`, leaveToken('0199a000-0000-4000-8000-000000000002')]) expect((await click(other)).status).toBe(200)
  expect(await db().subscriber.count({ where: { id } })).toBe(1)
  const left = await click(token)
  expect([left.status, left.headers.get('location'), left.headers.get('set-cookie')]).toEqual([200, null, null])
  expect(await db().subscriber.count({ where: { id } })).toBe(0)
  expect((await click(token, 'from=page')).headers.get('location')).toBe('/newsletter?done=left')
})
