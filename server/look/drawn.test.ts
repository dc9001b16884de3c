import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { FIRST_LOOK } from '#domain/look/look.ts'
import { TYPEFACE_KEYS } from '#domain/look/typefaces.ts'
import type { PaperView, StoryAnswer, StoryView } from '#domain/story-view.ts'
import { storage } from '../storage.ts'
import { aPicture } from '../testing/pictures.ts'
import { drawable, faceOf } from './drawing/faces.ts'
import { DeskBusy, drawing } from './drawing/kept.ts'
import { drawnFavicon, drawnIcon, drawnSocial, iconKey, socialKey, socialPath } from './drawn.ts'

const PAPER: PaperView = { name: 'The Fourth Period', motto: '', timeZone: 'America/Chicago', language: 'en', sections: [], pages: [] }
const STORY: StoryView = { headline: 'School board votes five to two to keep the library open until six in the evening through the end of spring term', deck: '', section: { slug: 'news', name: 'News' }, bylines: [], tags: [], publishedAt: '2026-11-24T18:00:00Z', updatedAt: null, lead: null, body: null, assets: {}, related: {}, corrections: [], series: null, template: null }
const live = (story: StoryView): StoryAnswer => ({ kind: 'story', path: '/news/library', story, findable: true })
const ask = (story: StoryView, paper = PAPER) => drawnSocial(paper, live(story), socialKey(paper, story))

async function pictureOf(drawn: Awaited<ReturnType<typeof ask>>): Promise<Uint8Array> {
  if (drawn.kind !== 'picture') throw new Error(`not drawn: ${drawn.kind}`)
  return drawn.bytes
}

/** How many of the pixels in a column of the picture are not those of paper. */
async function inked(bytes: Uint8Array, left: number, width: number): Promise<number> {
  const { data, info } = await sharp(bytes).extract({ left, top: 200, width, height: 380 }).greyscale().raw().toBuffer({ resolveWithObject: true })
  return data.filter((grey) => grey < 200).length / (info.width * info.height)
}

describe('the picture of a story', () => {
  it.each(TYPEFACE_KEYS)('holds a headline of 4 and of 22 words in %s, within 300 kB', async (typefaces) => {
    const paper = { ...PAPER, look: { ...FIRST_LOOK, typefaces } }
    for (const headline of ['Bus routes cut short', STORY.headline]) {
      const bytes = await pictureOf(await ask({ ...STORY, headline }, paper))
      expect(await sharp(bytes).metadata()).toMatchObject({ width: 1200, height: 630, format: 'jpeg' })
      expect(bytes.byteLength).toBeLessThan(300_000)
      expect(await inked(bytes, 56, 500)).toBeGreaterThan(0.05)
      expect(await inked(bytes, 1150, 50)).toBe(0)
    }
  })

  it('shows the lead around its focal point', async () => {
    const file = await sharp(await aPicture({ width: 900, height: 700 })).webp().toBuffer()
    const stored = storage.keyOf('variant', file, '.webp')
    await storage.put(stored, file)
    const asset = { id: 'x', width: 900, height: 700, placeholder: '', status: 'READY' as const, variants: [{ key: stored.slice('variant/'.length), format: 'webp' as const, width: 900, height: 700 }] }
    const bytes = await pictureOf(await ask({ ...STORY, lead: { asset, caption: '', alt: '', credit: '', focus: { focalX: 0.9, focalY: 0.5 } } }))
    expect(await inked(bytes, 710, 480)).toBeGreaterThan(0.9)
  })

  it('leaves out a headline in letters that the face lacks, and pictographs', async () => {
    const face = await faceOf('press', 'serif')
    expect([drawable(face, ' Łódź  wins 🏆 '), drawable(face, 'Новости'), drawable(face, 'El nin\u0303o')]).toEqual(['Łódź wins', '', 'El niño'])
    expect((await ask({ ...STORY, headline: 'Новости' })).kind).toBe('picture')
  })

  it('is at another address with each revision and each look, and the former leads there', async () => {
    const changed: [PaperView, StoryView][] = [
      [PAPER, { ...STORY, headline: 'Another' }],
      [PAPER, { ...STORY, updatedAt: '2026-11-25T18:00:00Z' }],
      [{ ...PAPER, name: 'The Light' }, STORY],
      [{ ...PAPER, look: { ...FIRST_LOOK, typefaces: 'herald' } }, STORY],
    ]
    expect(new Set([socialKey(PAPER, STORY), ...changed.map(([paper, story]) => socialKey(paper, story))]).size).toBe(5)
    for (const [paper, story] of changed) expect(await drawnSocial(paper, live(story), socialKey(PAPER, STORY))).toEqual({ kind: 'moved', path: socialPath(paper, '/news/library', story) })
  })

  it('is gone with its story, though it was drawn before', async () => {
    expect((await ask(STORY)).kind).toBe('picture')
    const key = socialKey(PAPER, STORY)
    for (const answer of [{ kind: 'withdrawn', at: '2026-11-24T18:00:00Z', statement: '' }, { kind: 'none' }] as const) expect(await drawnSocial(PAPER, answer, key)).toEqual({ kind: 'none' })
    expect(await drawnSocial(PAPER, { kind: 'moved', path: '/arts/library' }, key)).toEqual({ kind: 'moved', path: `/arts/library/social/${key}.jpg` })
  })
})

describe('the icons', () => {
  it('are the letters of the name, or the logo, at each size', async () => {
    const bytes = await pictureOf(await drawnIcon(PAPER, '192', iconKey(PAPER)))
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 192, height: 192, format: 'png' })
    expect(await drawnIcon(PAPER, '192', '0'.repeat(16))).toEqual({ kind: 'moved', path: `/icons/${iconKey(PAPER)}-192.png` })
    const file = await sharp({ create: { width: 300, height: 100, channels: 4, background: '#00553c' } }).png().toBuffer()
    const stored = storage.keyOf('logo', file, '.png')
    await storage.put(stored, file)
    const withLogo = { ...PAPER, look: { ...FIRST_LOOK, logo: { key: stored.slice('logo/'.length), width: 300, height: 100, instead: false } } }
    const [middle] = await sharp(await pictureOf(await drawnIcon(withLogo, '512-maskable', null))).extract({ left: 256, top: 256, width: 1, height: 1 }).raw().toBuffer()
    expect(middle).toBe(0)
    expect((await pictureOf(await drawnFavicon(PAPER))).subarray(0, 6)).toEqual(Uint8Array.of(0, 0, 1, 0, 3, 0))
  })
})

describe('the drawing desk', () => {
  it('draws the same thing once for all who ask, and sends away whoever comes when twenty wait', async () => {
    let drawn = 0
    let finish = () => {}
    const held = new Promise<void>((resolve) => (finish = resolve))
    const first = drawing('held', () => held.then(() => Buffer.from('a')))
    const others = Array.from({ length: 20 }, () => drawing('same', async () => Buffer.from(String((drawn += 1)))))
    await expect(drawing('late', async () => Buffer.from('x'))).rejects.toThrow(DeskBusy)
    finish()
    expect([(await first).toString(), new Set((await Promise.all(others)).map(String)), drawn]).toEqual(['a', new Set(['1']), 1])
  })

  it('forgets what was not asked for longest', async () => {
    const large = () => drawing('large', async () => Buffer.alloc(11 * 1024 * 1024))
    await drawing('small', async () => Buffer.from('1'))
    await large()
    expect((await drawing('small', async () => Buffer.from('2'))).toString()).toBe('1')
    await drawing('other', async () => Buffer.alloc(2 * 1024 * 1024))
    expect((await drawing('small', async () => Buffer.from('3'))).toString()).toBe('1')
    expect((await drawing('large', async () => Buffer.from('4'))).toString()).toBe('4')
  })
})
