import { beforeEach, describe, expect, it, test, vi } from 'vitest'
import type { Actor } from '#domain/people.ts'
import { db } from '#server/db.ts'
import { changeRights } from '#server/media/commands.ts'
import { newsroomAssets } from '#server/media/queries.ts'
import { withdrawStory } from '#server/stories/moves.ts'
import { anActor, aStory, done } from '#server/testing/builders.ts'
import { anAsset, aPicture } from '#server/testing/pictures.ts'

// Next's request: who is signed in, the cache's tags, and what runs after the answer.
const next = vi.hoisted((): { actor: Actor | null; expired: string[]; afterwards: (() => Promise<void>)[] } => ({ actor: null, expired: [], afterwards: [] }))
vi.mock('#server/auth/actor.ts', () => ({ currentActor: async () => next.actor }))
vi.mock('next/cache', () => ({ cacheTag: () => {}, cacheLife: () => {}, updateTag: () => {}, refresh: () => {}, revalidateTag: (tag: string) => next.expired.push(tag) }))
vi.mock('next/server', () => ({ after: (work: () => Promise<void>) => next.afterwards.push(work) }))

const { POST } = await import('./route.ts')
const { withFile } = await import('./receive-file.ts')
const { GET: getAssets } = await import('./assets/route.ts')
const { GET, HEAD } = await import('./[key]/route.ts')

const SITE = 'http://localhost:3000'
beforeEach(() => Object.assign(next, { actor: null, expired: [], afterwards: [] }))

function upload(file: Uint8Array | null, headers: Record<string, string> = { origin: SITE }): Request {
  const form = new FormData()
  if (file !== null) form.append('file', new File([new Uint8Array(file)], 'Jazz night.jpg', { type: 'text/plain' }))
  return new Request(`${SITE}/api/media`, { method: 'POST', body: form, headers })
}
const problemOf = async (response: Response) => JSON.stringify(await response.json())

describe('POST /api/media', () => {
  it('keeps a picture, answers its asset, and prepares it after the answer', async () => {
    next.actor = await anActor('WRITER')
    const response = await POST(upload(await aPicture({ width: 300, height: 200 })))
    expect([response.status, response.headers.get('cache-control')]).toEqual([201, 'no-store'])
    const { asset } = await response.json()
    expect(asset).toMatchObject({ status: 'PENDING', fileName: 'Jazz night.jpg', mine: true })
    await Promise.all(next.afterwards.map((work) => work()))
    const answer = await getAssets(new Request(`${SITE}/api/media/assets?ids=${asset.id},not-an-id`))
    expect(await answer.json()).toMatchObject({ assets: [{ id: asset.id, status: 'READY' }] })
  })

  test.each([['missing', {}], ['null', { origin: 'null' }], ['foreign', { origin: 'https://evil.example' }], ['alike', { origin: `${SITE}.evil.example` }]])('refuses an origin that is %s', async (_name, headers) => {
    next.actor = await anActor('WRITER')
    expect((await POST(upload(await aPicture({ width: 30, height: 20 }), headers))).status).toBe(403)
    expect(await db().mediaAsset.count({ where: { uploadedById: next.actor.userId } })).toBe(0)
  })

  it('refuses the signed-out', async () => {
    expect((await POST(upload(Buffer.from('x')))).status).toBe(401)
  })

  it('refuses what is no picture by its content, no form, and a form without a file', async () => {
    next.actor = await anActor('WRITER')
    const svg = await POST(upload(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')))
    expect([svg.status, await problemOf(svg)]).toEqual([415, expect.stringContaining('SVG')])
    expect((await POST(new Request(`${SITE}/api/media`, { method: 'POST', body: '{}', headers: { origin: SITE, 'content-type': 'application/json' } }))).status).toBe(415)
    expect((await POST(upload(null))).status).toBe(400)
    expect((await POST(new Request(`${SITE}/api/media`, { method: 'POST', body: 'torn', headers: { origin: SITE, 'content-type': 'multipart/form-data; boundary=x' } }))).status).toBe(400)
  })

  it('stops reading at 25 MB, whatever length is declared', async () => {
    next.actor = await anActor('WRITER')
    const headers = { origin: SITE, 'content-type': 'multipart/form-data; boundary=x' }
    const declared = await POST(new Request(`${SITE}/api/media`, { method: 'POST', body: 'x', headers: { ...headers, 'content-length': String(100 * 1024 ** 2) } }))
    expect([declared.status, await problemOf(declared)]).toEqual([413, expect.stringContaining('25 MB')])
    let sent = 0
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array((sent += 1024 ** 2) && 1024 ** 2)) })
    // The DOM's types do not know `duplex` yet.
    const streamed = { method: 'POST', body: endless, headers, duplex: 'half' }
    expect((await POST(new Request(`${SITE}/api/media`, streamed))).status).toBe(413)
    expect(sent).toBeLessThan(30 * 1024 ** 2)
  })

  it('receives a fifth file only when one of four has been worked', async () => {
    const works: (() => void)[] = []
    const work = () => new Promise<string>((go) => works.push(() => go('worked')))
    const four = [1, 2, 3, 4].map(() => withFile(upload(Buffer.from('x')), work))
    await vi.waitFor(() => expect(works).toHaveLength(4))
    const { headers, body } = upload(Buffer.from('x'))
    const bytes = new Uint8Array(await new Response(body).arrayBuffer())
    let asked = 0
    const watched = new ReadableStream<Uint8Array>({ pull: (controller) => (asked++ === 0 ? controller.enqueue(bytes) : controller.close()) }, { highWaterMark: 0 })
    const sent = { method: 'POST', body: watched, headers, duplex: 'half' }
    const fifth = withFile(new Request(`${SITE}/api/media`, sent), work)
    // A whole file goes through in less turns than this.
    for (let turn = 0; turn < 50; turn += 1) await new Promise((go) => setImmediate(go))
    expect([asked, works.length]).toEqual([0, 4])
    works[0]?.()
    await vi.waitFor(() => expect(works).toHaveLength(5))
    for (const go of works) go()
    expect(await Promise.all([...four, fifth])).toEqual(Array.from({ length: 5 }, () => ({ ok: true, result: 'worked' })))
  })

  it('sends away whoever comes while the line is full, with a time to come again', async () => {
    next.actor = await anActor('WRITER')
    const works: (() => void)[] = []
    const all = Array.from({ length: 28 }, () => withFile(upload(Buffer.from('x')), () => new Promise<string>((go) => works.push(() => go('worked')))))
    await vi.waitFor(() => expect(works).toHaveLength(4))
    const away = await POST(upload(await aPicture({ width: 30, height: 20 })))
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await db().mediaAsset.count({ where: { uploadedById: next.actor.userId } })).toBe(0)
    for (let done = 0; done < 28; done += 1) {
      await vi.waitFor(() => expect(works.length).toBeGreaterThan(done))
      works[done]?.()
    }
    expect(await Promise.all(all)).toHaveLength(28)
    expect((await POST(upload(await aPicture({ width: 30, height: 20 })))).status).toBe(201)
    await Promise.all(next.afterwards.map((work) => work()))
  })

  it('gives a place back when the work fails', async () => {
    for (let count = 0; count < 5; count += 1) {
      await expect(withFile(upload(Buffer.from('x')), () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    }
    expect(await withFile(upload(Buffer.from('x')), async ({ fileName, bytes }) => [fileName, bytes.byteLength])).toEqual({ ok: true, result: ['Jazz night.jpg', 1] })
  })

  it('refuses the 121st upload in ten minutes', async () => {
    next.actor = await anActor('WRITER')
    for (let count = 0; count < 120; count += 1) expect((await POST(upload(null))).status).toBe(400)
    const response = await POST(upload(null))
    expect([response.status, Number(response.headers.get('retry-after')) > 0]).toEqual([429, true])
  })
})

const asked = (key: string, headers: Record<string, string> = {}) => [new Request(`${SITE}/api/media/${key}`, { headers }), { params: Promise.resolve({ key }) }] as const

describe('GET /api/media/[key]', async () => {
  const writer = await anActor('WRITER')
  const assetId = await anAsset(writer)
  done(await changeRights(writer, { assetId, rights: 'STAFF', rightsHolder: '', rightsProof: '', proofUrl: '', expiresOn: null, makerKind: 'CONTRIBUTOR', makerName: '', makerStaffId: null }))
  const key = (await newsroomAssets(writer, [assetId]))[assetId]?.variants.find(({ format }) => format === 'webp')?.key ?? ''
  const lead = { assetId, caption: 'A caption.', alt: 'What it shows', credit: 'Ana Ruiz' }

  async function sameAsUnknown(name: string) {
    const [response, unknown] = [await GET(...asked(name)), await GET(...asked(`${'a1'.repeat(32)}.webp`))]
    expect([response.status, await response.text(), [...response.headers]]).toEqual([404, await unknown.text(), [...unknown.headers]])
    expect(response.headers.get('cache-control')).toBe('no-store')
  }

  it('shows an unpublished picture to whoever is signed in, and to nobody else', async () => {
    await aStory('APPROVED', { lead })
    await sameAsUnknown(key)
    next.actor = await anActor('WRITER')
    const response = await GET(...asked(key))
    expect([response.status, response.headers.get('cache-control'), response.headers.get('cross-origin-resource-policy')]).toEqual([200, 'private, no-store', 'same-origin'])
    expect((await GET(...asked(`${'a1'.repeat(32)}.webp`))).status).toBe(404)
  })

  it('shows the picture of a live story to everybody, in a browser forever and in a shared cache for five minutes, until it is withdrawn', async () => {
    const { storyId, revisionId, adviser } = await aStory('LIVE', { lead })
    const response = await GET(...asked(key))
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'public, max-age=31536000, s-maxage=300, immutable',
      'content-type': 'image/webp',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
      etag: `"${key}"`,
    })
    expect((await response.arrayBuffer()).byteLength).toBe(Number(response.headers.get('content-length')))
    const head = await HEAD(...asked(key))
    expect([head.status, head.body, head.headers.get('content-length')]).toEqual([200, null, response.headers.get('content-length')])
    for (const sent of [`"${key}"`, `W/"${key}"`, `"x", "${key}"`, '*']) expect((await GET(...asked(key, { 'if-none-match': sent }))).status).toBe(304)
    expect((await GET(...asked(key, { 'if-none-match': '"x"' }))).status).toBe(200)
    done(await withdrawStory(adviser, { storyId, revisionId, reason: 'A test of withdrawing.' }))
    await sameAsUnknown(key)
  })

  test.each(['../../../etc/passwd', '..%2f..', '', 'x.webp', 'a1'.repeat(32), `${'a1'.repeat(32)}.jpg`, `${'A1'.repeat(32)}.webp`])('has nothing at %j', async (name) => {
    next.actor = writer
    await sameAsUnknown(name)
  })
})

describe('GET /api/media/assets', () => {
  it('is for the signed-in, and for fifty pictures at most', async () => {
    expect((await getAssets(new Request(`${SITE}/api/media/assets?ids=x`))).status).toBe(401)
    next.actor = await anActor('WRITER')
    expect((await getAssets(new Request(`${SITE}/api/media/assets?ids=${'x,'.repeat(51)}`))).status).toBe(422)
    expect(await (await getAssets(new Request(`${SITE}/api/media/assets`))).json()).toEqual({ assets: [] })
  })
})
