import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it, test, vi } from 'vitest'
import type { Actor } from '#domain/people.ts'
import { MAX_PROOF_BYTES } from '#domain/proof-file.ts'
import { db } from '#server/db.ts'
import { anActor, aStory, done } from '#server/testing/builders.ts'
import { anAsset, aPicture, METADATA_CANARY } from '#server/testing/pictures.ts'
import { changeRights } from '#server/media/commands.ts'

const next = vi.hoisted((): { actor: Actor | null } => ({ actor: null }))
vi.mock('#server/auth/actor.ts', () => ({ currentActor: async () => next.actor }))

const { GET, POST } = await import('./route.ts')
beforeEach(() => Object.assign(next, { actor: null }))

const SITE = 'http://localhost:3000'
const PDF = Buffer.from('%PDF-1.7\n<script>alert(1)</script>\n%%EOF')
const context = (id: string) => ({ params: Promise.resolve({ id }) })
const ask = (id: string) => GET(new Request(`${SITE}/api/media/proof/${id}`), context(id))

function send(id: string, file: Uint8Array | null, { name = 'permission.pdf', headers = { origin: SITE } }: { name?: string; headers?: Record<string, string> } = {}) {
  const form = new FormData()
  if (file !== null) form.append('file', new File([new Uint8Array(file)], name, { type: 'text/html' }))
  return POST(new Request(`${SITE}/api/media/proof/${id}`, { method: 'POST', body: form, headers }), context(id))
}
const keyOf = async (id: string) => (await db().mediaAsset.findUniqueOrThrow({ where: { id }, select: { proofFileKey: true } })).proofFileKey

describe('POST /api/media/proof/[id]', async () => {
  const writer = await anActor('WRITER')
  const assetId = await anAsset(writer)

  test.each([['missing', {}], ['null', { origin: 'null' }], ['foreign', { origin: 'https://evil.example' }], ['alike', { origin: `${SITE}.evil.example` }]])('refuses an origin that is %s', async (_name, headers) => {
    next.actor = writer
    expect((await send(assetId, PDF, { headers })).status).toBe(403)
    expect(await keyOf(assetId)).toBeNull()
  })

  it('refuses the signed-out, and whoever may not change the picture', async () => {
    expect((await send(assetId, PDF)).status).toBe(401)
    next.actor = await anActor('WRITER')
    expect((await send(assetId, PDF)).status).toBe(422)
    expect(await keyOf(assetId)).toBeNull()
  })

  it('knows no picture at what is no id, and at an id of none', async () => {
    next.actor = writer
    for (const id of ['x', '../../etc/passwd', '', `${assetId}'`]) expect((await send(id, PDF)).status).toBe(404)
    expect((await send(randomUUID(), PDF)).status).toBe(422)
  })

  test.each<[string, string, Uint8Array | null, number]>([
    ['a web page', 'permission.pdf', Buffer.from('<!doctype html><script>alert(1)</script>'), 422],
    ['a drawing', 'permission.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 422],
    ['a web page that hides a PDF', 'permission.pdf', Buffer.from('<html>%PDF-1.7</html>'), 422],
    ['nothing', 'permission.pdf', new Uint8Array(), 422],
    ['no file', 'permission.pdf', null, 400],
    ['too large', 'permission.pdf', Buffer.concat([PDF, Buffer.alloc(MAX_PROOF_BYTES)]), 413],
  ])('refuses %s', async (_name, name, file, status) => {
    next.actor = writer
    expect((await send(assetId, file, { name })).status).toBe(status)
    expect(await keyOf(assetId)).toBeNull()
  })

  it('keeps a file for whoever uploaded the picture', async () => {
    next.actor = writer
    const response = await send(assetId, PDF)
    expect([response.status, response.headers.get('cache-control')]).toEqual([201, 'private, no-store'])
    expect(await response.json()).toMatchObject({ ok: true, asset: { id: assetId, proofFileName: 'permission.pdf' } })
  })

  it('refuses the 121st upload in ten minutes, pictures counted', async () => {
    next.actor = await anActor('WRITER')
    for (let count = 0; count < 120; count += 1) expect((await send(assetId, null)).status).toBe(400)
    const response = await send(assetId, PDF)
    expect([response.status, Number(response.headers.get('retry-after')) > 0]).toEqual([429, true])
  })
})

describe('GET /api/media/proof/[id]', async () => {
  const writer = await anActor('WRITER')
  const assetId = await anAsset(writer)
  next.actor = writer
  await send(assetId, PDF, { name: 'a"b\r\nset-cookie: x=1; filename=évil.html' })

  it('says nothing to the signed-out, also of a picture that readers see', async () => {
    done(await changeRights(writer, { assetId, rights: 'PERMISSION', rightsHolder: 'City Museum', rightsProof: '', proofUrl: '', expiresOn: null, makerKind: 'CONTRIBUTOR', makerName: '', makerStaffId: null }))
    await aStory('LIVE', { lead: { assetId, caption: 'A caption.', alt: 'What it shows', credit: 'Courtesy of City Museum' } })
    const [known, unknown] = [await ask(assetId), await ask(randomUUID())]
    expect([known.status, await known.text(), [...known.headers]]).toEqual([401, await unknown.text(), [...unknown.headers]])
  })

  it('says nothing to a role that nobody knows, at what is no id, and where there is no proof', async () => {
    next.actor = JSON.parse(JSON.stringify({ ...writer, role: 'READER' }))
    expect((await ask(assetId)).status).toBe(404)
    next.actor = writer
    for (const id of ['x', '', '..', randomUUID(), await anAsset(writer)]) expect([id, (await ask(id)).status]).toEqual([id, 404])
  })

  it('is saved and never shown inside our origin, whatever it holds and is called', async () => {
    next.actor = await anActor('WRITER')
    const response = await ask(assetId)
    expect([response.status, Buffer.from(await response.arrayBuffer()).equals(PDF)]).toEqual([200, true])
    const headers = Object.fromEntries(response.headers)
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.byteLength),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w. -]+"; filename\*=UTF-8''[\w.%~!-]+$/)
    expect(headers).not.toHaveProperty('set-cookie')
  })

  it('gives a picture without what it carried, under its own type', async () => {
    next.actor = writer
    const picture = await anAsset(writer)
    expect((await send(picture, Buffer.concat([await aPicture({ width: 60, height: 40 }), Buffer.from('<script>alert(1)</script>')]), { name: 'message.html' })).status).toBe(201)
    const response = await ask(picture)
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(response.headers.get('content-type')).toBe('image/jpeg')
    for (const word of ['<script', METADATA_CANARY, 'GPS']) expect(bytes.includes(word), word).toBe(false)
  })
})
