import { decodeName, proposeWords } from '../captions.ts'
import { cleanLine } from './clean-lines.ts'
import { MAX_CAPTION, MAX_CREDIT } from './understood-story.ts'

const MARKDOWN_IMAGE = /^!\[([^\]]*)\]\(\s*<?([^)>]*?)>?(?:\s+["'(][^)]*)?\s*\)$/
const IMAGE_ENDING = /\.(?:jpe?g|png|webp|gif|heic|heif|tiff?|avif|bmp|svg)(?:[?#]\S*)?$/i
const MAX_NAME_LENGTH = 500
const CREDIT_ALONE = /^[([]?\s*(?:(?:photos?|photographs?|pictures?|images?|illustrations?|graphics?|art)\s*(?:by\b|courtesy\b|credit\b|[:/])|courtesy of\b|credit:)/i

export type PictureWords = { caption: string; credit: string }
/** What a line that stands for a picture says of it. `decoded`: its name in plain characters; `fromAlt`: the caption is proposed from an alt text. */
export type PictureLine = PictureWords & { fileName: string; decoded: string; fromAlt: boolean }

function fitting(words: PictureWords): PictureWords {
  const caption = cleanLine(words.caption)
  const credit = cleanLine(words.credit)
  return { caption: caption.length > MAX_CAPTION ? '' : caption, credit: credit.length > MAX_CREDIT ? '' : credit }
}

/** How the source names the file: plain where it is plain, decoded where it is encoded. */
function readableName(file: string): string {
  return cleanLine(/%[0-9a-f]{2}|\+/i.test(file) ? decodeName(file) : file)
}

/** A picture known by its address or file name and perhaps an alt text, from which a caption is proposed. */
export function pictureOf(alt: string, address: string): PictureLine {
  const file = address.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '').replace(/[?#].*$/, '').split(/[/\\]/).at(-1) ?? ''
  const fromAlt = fitting(proposeWords(alt))
  const fromFile = fitting(proposeWords(file))
  const words = fromAlt.caption === '' ? { caption: fromFile.caption, credit: fromAlt.credit || fromFile.credit } : fromAlt
  const fileName = readableName(file)
  return { ...words, fileName, decoded: alt.trim() === '' ? fileName : cleanLine(decodeName(alt)), fromAlt: fromAlt.caption !== '' }
}

/** A URL-encoded name: no spaces, words held together by "+" or percent codes. */
function isEncodedName(text: string): boolean {
  if (/\s/.test(text) || /^[a-z]+:\/\//i.test(text) || !/\p{L}{2}/u.test(text)) return false
  return /%[0-9a-f]{2}/i.test(text) || /^(?:[^+]+\+){2,}[^+]+$/.test(text)
}

/**
 * The picture that a line stands for: a Markdown image, a line that ends like an image file, or a URL-encoded file
 * name. null: the line is something else.
 */
export function pictureLine(text: string): PictureLine | null {
  const image = MARKDOWN_IMAGE.exec(text)
  if (image !== null) return pictureOf(image[1] ?? '', image[2] ?? '')
  if (text.length > MAX_NAME_LENGTH) return null
  if (isEncodedName(text)) return { ...fitting(proposeWords(text)), fileName: readableName(text), decoded: readableName(text), fromAlt: false }
  if (!IMAGE_ENDING.test(text)) return null
  if (!/\s/.test(text)) return pictureOf('', text)
  // A name with spaces: a slash in it ("on 3/20/23") is no folder.
  return { ...fitting(proposeWords(text.replace(IMAGE_ENDING, ''))), fileName: text, decoded: text, fromAlt: false }
}

/** Two texts that say the same: letters and digits alike, whatever stands between them. */
export function saysTheSame(one: string, other: string): boolean {
  const bare = (text: string) => text.replace(IMAGE_ENDING, '').normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  const left = bare(one)
  return left !== '' && left === bare(other)
}

/** Whether a line names a maker and nothing else: "Photo by Ben Cho", "(Courtesy of the library)". */
export function isCreditAlone(text: string): boolean {
  return text.length <= 120 && CREDIT_ALONE.test(text) && !/[.!?]$/.test(text)
}

const CREDIT_WORDING = /^(?:[\s\p{P}]|\b(?:photo|photograph|picture|image|pic|credit|source|taken|provided|submitted|by)s?\b)*$/iu

/** Caption and credit of a line that was written by a person: split, but not one character of it changed. */
export function captionWords(text: string): PictureWords {
  const { caption, credit } = fitting(proposeWords(text))
  const isSplit = credit !== '' && text.includes(credit) && text.includes(caption)
  // What is left over may be the wording of a credit ("Photo by") and nothing else.
  if (isSplit && CREDIT_WORDING.test(text.replace(credit, '').replace(caption, ''))) return { caption, credit }
  return isCreditAlone(text) ? { caption: '', credit: text } : { caption: text, credit: '' }
}
