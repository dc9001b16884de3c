import { decodeName, isMeaninglessName, proposeWords } from './captions.ts'
import { instantOf } from './day.ts'
import type { XmpFacts } from './picture-metadata/xmp.ts'

/**
 * What a file says of its picture: the photographer's caption, by-line, credit, date and place, out of EXIF, IPTC and XMP, and else out of
 * the file's name. A proposal, which people correct; where the file says nothing, nothing is proposed. What GPS says is never asked for.
 */

/** Values as parsers found them in the file, by the names that IPTC IIM 4.2 and Exif 3.0 have for them. */
export type FileMetadata = { exif: Readonly<Record<string, unknown>>; iptc: Readonly<Record<string, unknown>>; xmp: XmpFacts }
export const NO_METADATA: FileMetadata = { exif: {}, iptc: {}, xmp: {} }

/** '' and null: the file does not say. `takenAt` is an instant. */
export type PictureFacts = { caption: string; credit: string; copyright: string; makerName: string; takenAt: Date | null; place: string; people: string[] }

/** The most characters of each, as the forms have it. */
export const FACT_LIMITS = { caption: 1000, credit: 200, copyright: 200, makerName: 80, place: 200, person: 100, people: 50 } as const

// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g
/** Longer than any text of a caption; what is beyond is not looked at. */
const MAX_LOOKED_AT = 10_000

/** One line of text: no control characters or direction marks, single spaces, cut between characters at `most`. */
function tidy(text: string, most: number): string {
  const line = text.slice(0, MAX_LOOKED_AT).toWellFormed().replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim().normalize('NFC')
  return line.length <= most ? line : line.slice(0, most).replace(/[\ud800-\udbff]$/, '').trim()
}

/** The first text in a value of EXIF: what could not be decoded (U+FFFD) says nothing that can be trusted. */
function exifText(value: unknown): string {
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
  return text.includes('\ufffd') ? '' : text
}

/**
 * A text of IPTC, which arrives with a character for each byte. Its character set is declared in a record that programs forget, so
 * the bytes are asked: whatever reads as UTF-8 is UTF-8 (chance hardly makes it), and else it is Windows-1252, which holds Latin-1.
 */
export function iptcText(value: unknown): string {
  const raw: unknown = Array.isArray(value) ? value[0] : value
  if (typeof raw !== 'string') return ''
  const bytes = Uint8Array.from(raw.slice(0, MAX_LOOKED_AT), (char) => char.charCodeAt(0) & 0xff)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** What cameras and programs write where a person has written nothing. */
const MACHINE_WORDS = /^(?:(?:olympus|minolta|konica minolta|kodak|sony|samsung|nikon|canon|casio|pentax) )?(?:digital camera|dsc|camera|exif[_ ]jpeg(?:[_ ]\w+)?|default|untitled|processed with .{1,40}|created with .{1,40}|screenshot|user|owner|unknown|picasa|photographer|artist|my name|none|n\/?a)$/i

function meant(text: string): string {
  return MACHINE_WORDS.test(text) || isMeaninglessName(text) ? '' : text
}

/** The first of the texts that a person has written. */
function first(most: number, ...texts: (string | undefined)[]): string {
  for (const text of texts) {
    const line = meant(tidy(text ?? '', most))
    if (line !== '') return line
  }
  return ''
}

const US = /^(?:u\.?s\.?a?\.?|united states(?: of america)?)$/i

/** Each once, in order, joined. */
function joined(parts: readonly string[], between: string, most: number): string {
  const seen = new Set<string>()
  const kept = parts.filter((part) => part !== '' && !seen.has(part.toLowerCase()) && seen.add(part.toLowerCase()))
  return tidy(kept.join(between), most)
}

function placeIn({ iptc, xmp }: FileMetadata): string {
  const part = (fromXmp: string | undefined, fromIptc: unknown) => tidy(fromXmp ?? iptcText(fromIptc), 100)
  const country = part(xmp.country?.[0], iptc['Country'])
  return joined(
    [part(xmp.location?.[0], iptc['Sublocation']), part(xmp.city?.[0], iptc['City']), part(xmp.state?.[0], iptc['State']), US.test(country) ? '' : country],
    ', ',
    FACT_LIMITS.place,
  )
}

/** Names once each, at most as many as a form takes. */
export function tidyPeople(names: readonly string[]): string[] {
  const tidied = names.map((name) => tidy(name, FACT_LIMITS.person)).filter((name) => name !== '')
  return [...new Set(tidied)].slice(0, FACT_LIMITS.people)
}

/** The people of a picture as they are stored, one a line. */
export function peopleOf(stored: string): string[] {
  return stored.split('\n').filter((name) => name !== '')
}

/** When nobody writes a time, the middle of the day is the least wrong. */
const NOON = '12:00:00'
const ISO = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/
/** The oldest photograph that is kept is of 1826 or 1827. */
const FIRST_PHOTOGRAPH = Date.UTC(1826, 0, 1)

/** A day, perhaps with a time, perhaps with a zone, as an instant; without a zone it is meant as the clocks at school show it. */
function instant(day: string, time: string, zone: string, timeZone: string): Date | null {
  const wall = instantOf(`${day}T${time}`, zone === '' ? timeZone : 'UTC')
  if (wall === null || zone === '' || zone === 'Z') return wall
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? []
  if (sign === undefined) return null
  const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
  return new Date(wall.getTime() - ahead * 60_000)
}

function fromIso(text: string | undefined, timeZone: string): Date | null {
  const [, day, time, seconds, zone] = ISO.exec((text ?? '').trim()) ?? []
  if (day === undefined) return null
  return instant(day, time === undefined ? NOON : `${time}:${seconds ?? '00'}`, zone ?? '', timeZone)
}

/** IIM 2:55 "CCYYMMDD" and 2:60 "HHMMSS±HHMM". */
function fromIptc(date: string, time: string, timeZone: string): Date | null {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(date.trim()) ?? []
  const [, hour, minute, second, zone] = /^(\d{2}):?(\d{2}):?(\d{2})([+-]\d{2}:?\d{2})?$/.exec(time.trim()) ?? []
  if (year === undefined) return null
  return instant(`${year}-${month}-${day}`, hour === undefined ? NOON : `${hour}:${minute}:${second}`, zone ?? '', timeZone)
}

/** Exif 36867 "YYYY:MM:DD HH:MM:SS" and 36881 "±HH:MM". */
function fromExif(date: string, offset: string, timeZone: string): Date | null {
  const [, year, month, day, time] = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})/.exec(date) ?? []
  const zone = /^[+-]\d{2}:\d{2}$/.test(offset.trim()) ? offset.trim() : ''
  return year === undefined || time === undefined ? null : instant(`${year}-${month}-${day}`, time, zone, timeZone)
}

function takenAt({ exif, iptc, xmp }: FileMetadata, timeZone: string, now: Date): Date | null {
  const found = [
    fromExif(exifText(exif['DateTimeOriginal']), exifText(exif['OffsetTimeOriginal']), timeZone),
    fromIso(xmp.dateCreated?.[0], timeZone),
    fromIptc(iptcText(iptc['DateCreated']), iptcText(iptc['TimeCreated']), timeZone),
  ]
  // A camera whose clock was never set says something impossible, or a day to come.
  return found.find((at) => at !== null && at.getTime() >= FIRST_PHOTOGRAPH && at.getTime() <= now.getTime() + 86_400_000) ?? null
}

/**
 * The facts of a picture from its file. XMP speaks before IPTC and EXIF, since its letters are always known. `timeZone`: of the school,
 * for times without a zone.
 */
export function pictureFacts(metadata: FileMetadata, { fileName, timeZone, now }: { fileName: string; timeZone: string; now: Date }): PictureFacts {
  const { exif, iptc, xmp } = metadata
  const named = proposeWords(fileName)
  const written = first(FACT_LIMITS.caption, xmp.description?.[0], iptcText(iptc['Caption']), exifText(exif['ImageDescription']), xmp.headline?.[0], iptcText(iptc['Headline']))
  // Programs put the file's own name into an empty description.
  const caption = written !== '' && decodeName(written) !== decodeName(fileName) ? written : named.caption
  const makerName = first(FACT_LIMITS.makerName, xmp.creator?.[0], iptcText(iptc['Byline']), exifText(exif['Artist']))
  const provider = first(FACT_LIMITS.credit, xmp.credit?.[0], iptcText(iptc['Credit']), xmp.source?.[0], iptcText(iptc['Source']))
  return {
    caption,
    credit: joined([makerName, provider], ' / ', FACT_LIMITS.credit) || named.credit,
    copyright: first(FACT_LIMITS.copyright, xmp.rights?.[0], iptcText(iptc['CopyrightNotice']), exifText(exif['Copyright'])),
    makerName,
    takenAt: takenAt(metadata, timeZone, now),
    place: placeIn(metadata),
    people: tidyPeople(xmp.people ?? []),
  }
}
