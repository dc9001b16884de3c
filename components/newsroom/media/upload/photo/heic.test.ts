import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isHeic, isHeicFile, jpegName, toJpeg } from './heic.ts'

/** The first box of a file of this kind: its major brand and the compatible ones. */
function head(major: string, ...compatible: string[]): Uint8Array<ArrayBuffer> {
  const words = ['ftyp', major, '\0\0\0\0', ...compatible].join('')
  const bytes = new Uint8Array(words.length + 4)
  new DataView(bytes.buffer).setUint32(0, bytes.length)
  bytes.set(new TextEncoder().encode(words), 4)
  return bytes
}

test.each([
  ['an iPhone photo', head('heic', 'mif1', 'MiHB', 'MiHE', 'MiPr', 'miaf', 'heic'), true],
  ['ten bits', head('heix', 'mif1', 'heix'), true],
  ['a general HEIF with HEVC inside', head('mif1', 'mif1', 'heic'), true],
  ['a general HEIF that names nothing', head('mif1', 'mif1'), true],
  ['a burst', head('msf1', 'msf1', 'hevc'), true],
  ['an AVIF', head('avif', 'avif', 'mif1', 'miaf'), false],
  ['an AVIF under the general brand', head('mif1', 'avif', 'miaf'), false],
  ['a video', head('qt  ', 'qt  '), false],
  ['a JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1]), false],
  ['nothing', new Uint8Array(0), false],
  ['a box that says it is longer than the file', head('mif1').fill(0xff, 0, 4), true],
])('%s', async (_, bytes, expected) => {
  expect(isHeic(bytes)).toBe(expected)
  expect(await isHeicFile(new Blob([bytes, 'and then the rest'.repeat(10)]))).toBe(expected)
})

test.each([
  ['IMG_2041.HEIC', 'IMG_2041.jpg'],
  ['pep rally.heif', 'pep rally.jpg'],
  ['photo', 'photo.jpg'],
])('%s becomes %s', (name, expected) => expect(jpegName(name)).toBe(expected))

test('the first decoder that can makes the JPEG', async () => {
  const photo = new File(['heic'], 'IMG_1.HEIC', { lastModified: 42 })
  const asked: string[] = []
  const cannot = async () => {
    asked.push('cannot')
    throw new Error('no codec')
  }
  const empty = async () => new Blob([])
  const can = async () => {
    asked.push('can')
    return new Blob(['jpeg'])
  }
  const made = await toJpeg(photo, [cannot, empty, can, cannot])
  expect(made).toMatchObject({ name: 'IMG_1.jpg', type: 'image/jpeg', lastModified: 42 })
  expect(await made?.text()).toBe('jpeg')
  expect(asked).toEqual(['cannot', 'can'])
  expect(await toJpeg(photo, [cannot])).toBeNull()
})

test('a real HEIC photo is told by its content', async () => {
  expect(await isHeicFile(new Blob([readFileSync(new URL('../../../../../e2e/fixtures/sun-over-field.heic', import.meta.url))]))).toBe(true)
})
