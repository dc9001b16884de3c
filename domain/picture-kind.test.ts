import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { notAPicture, pictureKind, pngSize } from './picture-kind.ts'

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const PNG = '\x89PNG\r\n\x1a\n'

test.each([
  ['\xff\xd8\xff\xe0rest', 'jpeg'],
  [`${PNG}rest`, 'png'],
  ['RIFF\x10\x00\x00\x00WEBPVP8 ', 'webp'],
  ['RIFF\x10\x00\x00\x00WAVEfmt ', null],
  ['\xff\xd8', null],
  ['', null],
])('%j is %j', (text, kind) => expect(pictureKind(bytes(text))).toBe(kind))

test.each([
  ['', 'empty'],
  ['GIF89a', 'GIF'],
  ['%PDF-1.7', 'PDF'],
  ['\x00\x00\x00\x18ftypheic', 'HEIC'],
  ['\x00\x00\x00\x18ftypmif1', 'HEIC'],
  ['\x00\x00\x00\x18ftypavif', 'AVIF'],
  ['\x00\x00\x00\x18ftypisom', 'video'],
  ['BM\x00\x00', 'BMP'],
  ['II*\x00', 'TIFF'],
  ['MM\x00*', 'TIFF'],
  ['8BPS\x00\x01', 'Photoshop'],
  ['PK\x03\x04', 'ZIP'],
  ['<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'SVG'],
  ['\n<SVG >', 'SVG'],
  ['<!DOCTYPE html><title>x</title>', 'HTML'],
  ['<script>alert(1)</script>', 'HTML'],
  ['<?xml version="1.0"?><note/>', 'XML'],
  ['hello', 'not a JPEG'],
])('%j is refused as %s', (text, word) => expect(notAPicture(bytes(text))).toContain(word))

test('the size that a PNG declares', () => {
  const header = `${PNG}\x00\x00\x00\x0dIHDR\x00\x00\xc3\x50\x00\x00\x00\x02`
  expect(pngSize(bytes(header))).toEqual({ width: 50_000, height: 2 })
  expect(pngSize(bytes(header.slice(0, 20)))).toBeNull()
  expect(pngSize(bytes(header.replace('IHDR', 'XXXX')))).toBeNull()
  expect(pngSize(bytes(header.replace(PNG, 'x'.repeat(8))))).toBeNull()
})

it('never throws on any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (any) => {
      pictureKind(any)
      pngSize(any)
      expect(notAPicture(any)).not.toBe('')
    }),
  )
})
