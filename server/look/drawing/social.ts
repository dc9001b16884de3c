import 'server-only'
import { GROUNDS, INK } from '#domain/look/colours.ts'
import { fitText } from '#domain/look/lines.ts'
import { coloursOf, type Look } from '#domain/look/look.ts'
import { cropRegion, SOCIAL_SIZE, type Focus } from '#domain/picture-crop.ts'
import { ofPixels, openPicture } from '../../media/sharp.ts'
import { drawable, faceOf, measureIn, outline, type Face } from './faces.ts'
import { drawn } from './pixels.ts'

/** What stands in the picture of a story. `lead`: the file of a picture and the point of it that stays in sight. */
export type SocialWords = { paper: string; section: string; headline: string }
export type SocialLead = { bytes: Buffer; width: number; height: number; focus: Focus }

const MARGIN = 56
const PICTURE_WIDTH = 500
const MOST_BYTES = 300_000
const QUALITIES = [84, 72, 58] as const

/** One line, made smaller where it would be wider than its place. */
function oneLine(face: Face, text: string, { width, largest, ...at }: { width: number; largest: number; x: number; y: number }): string {
  const wide = measureIn(face)(text)
  return wide === 0 ? '' : outline(face, text, { ...at, size: Math.min(largest, width / wide) })
}

/** The words of the picture on paper: the paper's name over a double rule, the section, the headline as large as it fits. */
async function page({ paper, section, headline }: SocialWords, look: Look, width: number): Promise<string> {
  const [nameplate, serif, sans] = await Promise.all((['nameplate', 'serif', 'sans'] as const).map((role) => faceOf(look.typefaces, role)))
  if (nameplate === undefined || serif === undefined || sans === undefined) throw new Error('a face is missing')
  const { accent, masthead } = coloursOf(look)
  const [name, label, words] = [drawable(nameplate, paper), drawable(sans, section), drawable(serif, headline)]
  const top = label === '' ? 160 : 214
  const box = { width, height: SOCIAL_SIZE.height - top - MARGIN + 10, largest: width > 800 ? 148 : 92, smallest: 30, leading: 1.1 }
  const { size, lines } = words === '' ? { size: 0, lines: [] } : fitText(words, measureIn(serif), box)
  const path = (d: string, colour: string) => `<path d="${d}" fill="${colour}"/>`
  return [
    path(oneLine(nameplate, name, { x: MARGIN, y: 92, width, largest: words === '' ? 96 : 52 }), masthead.light),
    `<rect x="${MARGIN}" y="118" width="${width}" height="4" fill="${INK.light}"/><rect x="${MARGIN}" y="126" width="${width}" height="1.5" fill="${INK.light}"/>`,
    path(oneLine(sans, label, { x: MARGIN, y: 178, width, largest: 28 }), accent.light),
    ...lines.map((line, index) => path(outline(serif, line, { x: MARGIN, y: top + size * (0.86 + index * box.leading), size }), INK.light)),
  ].join('')
}

/** The picture that links to a story show, in the paper's type: 1200 × 630, JPEG, at most 300 kB. */
export async function drawSocial(words: SocialWords, look: Look, lead: SocialLead | null): Promise<Buffer> {
  const { width, height } = SOCIAL_SIZE
  const column = width - 2 * MARGIN - (lead === null ? 0 : PICTURE_WIDTH - 8)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${GROUNDS.light[0]}"/>${await page(words, look, column)}</svg>`
  const layers = lead === null ? [] : [{ input: await cropped(lead), raw: { width: PICTURE_WIDTH, height, channels: 3 as const }, left: width - PICTURE_WIDTH, top: 0 }]
  const picture = ofPixels(await drawn(svg)).composite(layers).flatten({ background: GROUNDS.light[0] })
  for (const quality of QUALITIES) {
    const bytes = await picture.clone().jpeg({ quality, chromaSubsampling: '4:4:4', mozjpeg: true }).toBuffer()
    if (bytes.byteLength <= MOST_BYTES || quality === QUALITIES.at(-1)) return bytes
  }
  throw new Error('no quality to try')
}

/** The column of a picture around its focal point. */
async function cropped({ bytes, width, height, focus }: SocialLead): Promise<Buffer> {
  const region = cropRegion({ width, height }, focus, PICTURE_WIDTH / SOCIAL_SIZE.height)
  return openPicture(bytes).extract(region).resize({ width: PICTURE_WIDTH, height: SOCIAL_SIZE.height, fit: 'fill' }).flatten({ background: '#ffffff' }).toColourspace('srgb').raw().toBuffer()
}
