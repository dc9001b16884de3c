/**
 * Caption repair: what a file name or a pasted alt text has to say becomes a proposed caption and credit; where it says
 * nothing, nothing is proposed. Never an alt text: what a picture shows is for a person to say.
 */

const IMAGE_EXTENSION = /\.(?:jpe?g|jpe|jfif|png|webp|gif|avif|hei[cf]|tiff?|bmp|svg|raw|dng|cr[23]|nef|arw)$/i
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00a0\u00ad\u200b\u200e\u200f\u2028-\u202f\u2066-\u2069\ufeff]/g
const MAX_RAW = 4000

/** Control characters, line breaks, no-break spaces and direction marks become spaces; spaces are single; no lone surrogates. */
function tidy(text: string): string {
  return text.replace(/\p{Cs}/gu, '').replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim()
}

/** One run of %XX, decoded as far as it is UTF-8; the bytes that are not stay as they were written. */
function decodeRun(run: string): string {
  let text = ''
  for (let at = 0; at < run.length; ) {
    const bytes = [1, 2, 3, 4].map((count) => run.slice(at, at + count * 3)).find(isUtf8)
    text += bytes === undefined ? run.slice(at, at + 3) : decodeURIComponent(bytes)
    at += bytes?.length ?? 3
  }
  return text
}

function isUtf8(encoded: string): boolean {
  try {
    decodeURIComponent(encoded)
    return true
  } catch {
    return false
  }
}

/** The last part of a path or web address. A slash in plain words ("on 3/20/23") is no path. */
function withoutPath(name: string): string {
  const isAddress = /^[a-z][a-z0-9+.-]*:\/\//i.test(name)
  const path = isAddress ? name.replace(/[?#].*$/, '') : name
  return isAddress || IMAGE_EXTENSION.test(path) ? (path.split(/[/\\]/).at(-1) ?? '') : name
}

/** Extensions, and what browsers and site builders add: " (2)", "-1024x683", "-scaled", "@2x". */
function withoutEndings(name: string): string {
  for (let rest = name; ; ) {
    const shorter = rest.replace(IMAGE_EXTENSION, '').replace(/(?:[\s+_]*\(\d{1,3}\)|[-_]\d{2,5}x\d{2,5}|[-_]scaled|@[23]x)$/i, '').trim()
    if (shorter === rest) return rest
    rest = shorter
  }
}

/** Underscores are spaces; hyphens and full stops too where no other space is, except between digits (a date). */
function separatorsToSpaces(name: string): string {
  const spaced = name.replaceAll('_', ' ')
  return /\s/.test(spaced.trim()) ? spaced : spaced.replace(/(?<!\d)-|-(?!\d)/g, ' ')
}

/**
 * A file name, its web-encoded form, or a pasted alt text as plain words: path, extension, `+` and `%XX` undone, underscores and
 * hyphens that stand for spaces replaced. Malformed encoding stays as it is; it never throws.
 */
export function decodeName(raw: string): string {
  const name = withoutEndings(withoutPath(tidy(raw.slice(0, MAX_RAW))))
  const encoded = /\s/.test(name) ? name : name.replaceAll('+', ' ')
  const decoded = tidy(encoded.replace(/(?:%[0-9a-f]{2})+/gi, decodeRun))
  return tidy(separatorsToSpaces(withoutEndings(decoded))).normalize('NFC')
}

const JUNK_WORDS = new Set(
  ('img image images imag picture pic pics photo photos foto bild dsc dscn dscf dcim pxl mvimg vid mov gopr dji sam cimg scan snap snapchat screenshot screenshots ' +
    'untitled unnamed unknown noname download downloads downloaded file files attachment upload received inshot signal telegram capture clipboard pasted ' +
    'copy of final edit edited original portrait cover mp burst night pano hdr wa at am pm jpg jpeg png webp heic gif').split(' '),
)
const JUNK_PHRASES = /\b(?:screen ?shot|whatsapp image|fb img|new project|google photos|adobe stock|shutterstock)\b/g

/** A word that only a machine writes: DSC00123, 20240501T101112, a long hexadecimal or random id. */
function isMachineWord(word: string): boolean {
  if (JUNK_WORDS.has(word.replace(/\d+$/, '')) || !/\p{L}/u.test(word)) return true
  if (/^[a-z]{1,6}\d{3,}[a-z]{0,3}$/.test(word) || /^\d{6,}[a-z]*\d*$/.test(word) || /^\d+[xp]\d*$/.test(word)) return true
  if (/^[0-9a-f]{8,}$/.test(word) && /\d/.test(word)) return true
  return word.length >= 16 && (word.match(/\d/g)?.length ?? 0) >= 3
}

/**
 * Whether a name says nothing about the picture: IMG_2041, DSC00123, "Screenshot 2024-05-01 at 10.42", "download (3)",
 * a UUID, a bare number or date, nothing at all.
 */
export function isMeaninglessName(text: string): boolean {
  const name = decodeName(text).toLowerCase()
  if (/^(?:screen ?shot|pxl|mvimg|fb img|img|dsc)\b[\s\d.,:-]*\d{4}/.test(name)) return true
  if (/^[0-9a-f]{8}(?:[\s-]?[0-9a-f]{4}){3}[\s-]?[0-9a-f]{12}$/.test(name)) return true
  return name
    .replace(JUNK_PHRASES, ' ')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .every((word) => word === '' || isMachineWord(word))
}

/** Whether words in a caption, alt or credit field are really a file name: for a warning beside the field. */
export function looksLikeFileName(text: string): boolean {
  const words = text.trim()
  if (words === '') return false
  return IMAGE_EXTENSION.test(words) || /%[0-9a-f]{2}/i.test(words) || /^\S+[+_]\S+[+_]\S+$/.test(words) || isMeaninglessName(words)
}

/** "Photo", "Image" and so on, as they introduce a credit. */
const MADE = '(?:photos?|photographs?|pictures?|images?|pics?)'
const DRAWN = '(?:illustrations?|graphics?|drawings?|cartoons?|art|artwork)'
const LABEL = `(?:${MADE}|(?:${MADE} )?credits?|source)`

/** One wording of a credit: how it reads inside brackets, how after other words, and how the credit line says it. */
type Wording = { inside: RegExp; after: RegExp; line: (who: string) => string }

function wording(start: string, line: (who: string) => string): Wording {
  return {
    inside: new RegExp(`^${start}\\s*(.+)$`, 'iu'),
    after: new RegExp(`^(|.*?[\\s.,;:|–—("”-])(${start})\\s*([^.!?|]{1,120}(?:\\b\\p{Lu}\\.[^.!?|]*){0,3})\\.?$`, 'iu'),
    line,
  }
}

/** The wordings that we know, most telling first. */
const WORDINGS: readonly Wording[] = [
  wording(`(?:${MADE},?\\s+)?courtesy(?:\\s+of|:)`, (who) => `Courtesy of ${who}`),
  wording(`(?:${MADE}|credits?)\\s+(?:taken\\s+|provided\\s+|submitted\\s+)?by:?`, (who) => who),
  wording(`${DRAWN}\\s+by:?`, (who) => `Illustration by ${who}`),
  wording(`${LABEL}\\s*[:/|]`, (who) => who),
]

/** Whether `who` reads like a name: few words, capitals or the small words between them ("City of Glass", "X via Y"). */
function isName(who: string): boolean {
  const words = who.split(' ')
  const small = /^(?:of|the|and|for|via|by|de|del|da|van|von|la|le)$/
  return words.length <= 8 && words.every((word) => /^[\p{Lu}\p{Lo}\p{N}@&("'“/]/u.test(word) || small.test(word))
}

function tidyWho(who: string): string {
  return who.replace(/[\s,;:.]+$/, '').trim()
}

/** The credit line that the inside of a pair of brackets stands for, or null if it is no credit. */
function creditInBrackets(inside: string): string | null {
  for (const { inside: reads, line } of WORDINGS) {
    const who = tidyWho(reads.exec(inside)?.[1] ?? '')
    if (who !== '') return line(who)
  }
  const isAgency = /^(?:ap|afp|reuters|getty images|ap photo|(?:\S.*)\/(?:ap|afp|reuters|getty images)|(?:ap photo|getty images|reuters|afp)\/.+|\S.* via \S.*)$/i.test(inside)
  return isAgency || inside.startsWith('©') ? tidyWho(inside) : null
}

type Split = { caption: string; credit: string }

function splitBrackets(text: string): Split | null {
  const found = /^(.*?)[\s,;–—-]*[([]\s*([^()[\]]{1,200}?)\s*[)\]]\s*\.?$/u.exec(text)
  const credit = found === null ? null : creditInBrackets(found[2] ?? '')
  return credit === null ? null : { caption: found?.[1] ?? '', credit }
}

/** "at a photo by": somebody looks at a picture, nobody is credited. */
const DETERMINER = /\b(?:an?|the|this|that|of|in|his|her|their|our|my)\s*$/i

/** A credit after the words without brackets. In running text ("looks at a photo by Ansel Adams") it is none. */
function splitTrailing(text: string): Split | null {
  const isLowerCase = text === text.toLowerCase()
  for (const { after, line } of WORDINGS) {
    const found = after.exec(text)
    if (found === null) continue
    const [before, word, who] = [found[1] ?? '', found[2] ?? '', tidyWho(found[3] ?? '')]
    if (DETERMINER.test(before) || who === '') continue
    const opens = before === '' || /[.!?|:;–—-]["”]?\s*$/u.test(before) || /^\p{Lu}/u.test(word)
    if (isLowerCase ? !/^(?:an?|the)\b/.test(who) : opens && isName(who)) return { caption: before, credit: line(who) }
  }
  return null
}

function tidyCaption(caption: string): string {
  const words = caption.replace(/[\s,;:|–—-]+$/u, '').trim()
  return isMeaninglessName(words) ? '' : words
}

/**
 * Caption and credit proposed from a file name or a pasted alt text; '' where it says nothing. The credit keeps "Courtesy of" and
 * "Illustration by", which tell more than a name, and drops "Photo by", "Photo/", "Credit:", which a credit line says by its place.
 */
export function proposeWords(raw: string): { caption: string; credit: string } {
  const text = decodeName(raw)
  const { caption, credit } = splitBrackets(text) ?? splitTrailing(text) ?? { caption: text, credit: '' }
  return { caption: cut(tidyCaption(caption), 1000), credit: cut(credit, 200) }
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/\p{Cs}$/u, '').trim()
}
