import 'server-only'
import { GROUNDS } from '#domain/look/colours.ts'
import { initials } from '#domain/look/initials.ts'
import { coloursOf, type Look } from '#domain/look/look.ts'
import { ofPixels, openPicture } from '../../media/sharp.ts'
import { capHeight, drawable, faceOf, measureIn, outline } from './faces.ts'
import { drawn } from './pixels.ts'

/** How much of an icon its letters take; where a phone may cut it to a circle, they stay inside of that. */
const LETTERS = { whole: { width: 0.8, height: 0.56 }, maskable: { width: 0.62, height: 0.46 } }

/** The icon of a paper without a logo: the first letters of its name on its accent, in the face of its nameplate. */
async function letters(name: string, look: Look, size: number, room: { width: number; height: number }): Promise<Buffer> {
  const face = await faceOf(look.typefaces, 'nameplate')
  const { accent, onAccent } = coloursOf(look)
  const text = drawable(face, initials(name))
  const [wide, cap] = [measureIn(face)(text), capHeight(face)]
  const letterSize = wide === 0 ? 0 : Math.min((size * room.width) / wide, (size * room.height) / cap)
  const d = wide === 0 ? '' : outline(face, text, { x: (size - wide * letterSize) / 2, y: (size + cap * letterSize) / 2, size: letterSize })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="${size}" height="${size}" fill="${accent.light}"/><path d="${d}" fill="${onAccent.light}"/></svg>`
  return ofPixels(await drawn(svg)).flatten({ background: accent.light }).png({ compressionLevel: 9 }).toBuffer()
}

/** An icon of the paper as PNG, `size` pixels square: its logo on paper, or its letters. `maskable`: with room for a phone to cut its edges. */
export async function drawIcon(paper: { name: string; look: Look }, logo: Buffer | null, { size, maskable }: { size: number; maskable: boolean }): Promise<Buffer> {
  if (logo === null) return letters(paper.name, paper.look, size, maskable ? LETTERS.maskable : LETTERS.whole)
  const [ground] = GROUNDS.light
  const inner = Math.round(size * (maskable ? 0.68 : 0.9))
  const margins = { before: Math.floor((size - inner) / 2), after: Math.ceil((size - inner) / 2) }
  return openPicture(logo)
    .resize({ width: inner, height: inner, fit: 'contain', background: ground })
    .flatten({ background: ground })
    .extend({ top: margins.before, left: margins.before, bottom: margins.after, right: margins.after, background: ground })
    .png({ compressionLevel: 9 })
    .toBuffer()
}
