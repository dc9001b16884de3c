import 'server-only'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Font } from 'fontkit'
import type { Measure } from '#domain/look/lines.ts'
import { TYPEFACES, type Typefaces } from '#domain/look/typefaces.ts'

/** The paper's faces for pictures, from the very files that its pages are set in: pictures need no font of the machine. */

/** One face at one weight: the fonts that hold its letters, Latin first. */
export type Face = readonly Font[]
export type Role = 'nameplate' | 'serif' | 'sans'

const ROOT = process.cwd()
const NAMEPLATE = path.join(ROOT, 'app/(reader)/abril-fatface-latin.woff2')
const BOLD = 700
const KEY = Symbol.for('fourth-period.faces')
type Holder = { [KEY]?: Map<string, Promise<Font>> }
const holder = globalThis as Holder
const opened = () => (holder[KEY] ??= new Map())

async function open(file: string, weight: number | null): Promise<Font> {
  // Loaded with the first picture: the two take 20 MB, and most processes draw none.
  const [{ create }, { default: decompress }] = await Promise.all([import('fontkit'), import('wawoff2/decompress.js')])
  const font = create(Buffer.from(await decompress(await readFile(file))))
  if (!('layout' in font)) throw new Error(`${file} holds more than one font`)
  return weight === null ? font : font.getVariation({ wght: weight })
}

/** A font by its file and weight, opened once in this process. */
function fontAt(file: string, weight: number | null): Promise<Font> {
  const key = `${file} ${weight}`
  const known = opened().get(key)
  if (known !== undefined) return known
  const font = open(file, weight)
  opened().set(key, font)
  font.catch(() => opened().delete(key))
  return font
}

const fileOf = (name: string, subset: 'latin' | 'latin-ext') => path.join(ROOT, `node_modules/@fontsource-variable/${name}/files/${name}-${subset}-wght-normal.woff2`)
const both = (name: string, weight: number) => [fontAt(fileOf(name, 'latin'), weight), fontAt(fileOf(name, 'latin-ext'), weight)]

/** The face that a pair of typefaces has for a part of a picture. */
export async function faceOf(typefaces: Typefaces, role: Role): Promise<Face> {
  const { serif, sans, nameplate } = TYPEFACES[typefaces]
  if (role === 'sans') return Promise.all(both(sans, BOLD))
  if (role === 'serif') return Promise.all(both(serif, BOLD))
  return Promise.all(nameplate === null ? [fontAt(NAMEPLATE, null), ...both(serif, 900)] : both(serif, nameplate))
}

const codes = (letter: string) => letter.codePointAt(0) ?? 0
const fontFor = (face: Face, letter: string) => face.find((font) => font.hasGlyphForCodePoint(codes(letter)))

/** A text in the letters of a face: composed, without pictographs; '' where one of its letters is in none of its fonts. */
export function drawable(face: Face, text: string): string {
  const plain = text.normalize('NFC').replaceAll(/\p{Extended_Pictographic}|\p{M}|\u200d/gu, '').replaceAll(/\s+/g, ' ').trim()
  return [...plain].every((letter) => fontFor(face, letter) !== undefined) ? plain : ''
}

/** The runs of a text that are set in one font each. */
function runs(face: Face, text: string): { font: Font; text: string }[] {
  const found: { font: Font; text: string }[] = []
  for (const letter of text) {
    const font = fontFor(face, letter) ?? face[0]
    const last = found.at(-1)
    if (font === undefined) continue
    if (last?.font === font) last.text += letter
    else found.push({ font, text: letter })
  }
  return found
}

const widthOf = (face: Face, text: string) => runs(face, text).reduce((width, { font, text: run }) => width + font.layout(run).advanceWidth / font.unitsPerEm, 0)

/** How wide a text stands in a face. Each word is set once: finding the size of a headline asks for the same ones again and again. */
export function measureIn(face: Face): Measure {
  const known = new Map<string, number>()
  const word = (text: string) => {
    const width = known.get(text) ?? widthOf(face, text)
    known.set(text, width)
    return width
  }
  return (text) => text.split(' ').reduce((width, part, index) => width + (index === 0 ? 0 : word(' ')) + (part === '' ? 0 : word(part)), 0)
}

/** The outline of one line of text as SVG path data, from `x` on the base line `y`. */
export function outline(face: Face, text: string, { x, y, size }: { x: number; y: number; size: number }): string {
  const parts: string[] = []
  let at = x
  for (const { font, text: run } of runs(face, text)) {
    const scale = size / font.unitsPerEm
    const { glyphs, positions } = font.layout(run)
    for (const [index, glyph] of glyphs.entries()) {
      const place = positions[index]
      if (place === undefined) continue
      parts.push(glyph.path.transform(scale, 0, 0, -scale, at + place.xOffset * scale, y - place.yOffset * scale).toSVG())
      at += place.xAdvance * scale
    }
  }
  return parts.join('')
}

/** The height of capitals, as a part of the size. */
export function capHeight(face: Face): number {
  const [font] = face
  return font === undefined ? 0.7 : font.capHeight / font.unitsPerEm
}
