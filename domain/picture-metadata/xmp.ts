import { attributesOf, tagsOf, unescapeXml, type Tag } from './xml-tags.ts'

/**
 * XMP (ISO 16684-1), as far as it says what a picture shows and who made it: an RDF/XML text of which a handful of properties are
 * read, by namespace, in one pass. Written for text that means harm: limited in length, depth and number, nothing outside is ever
 * fetched or named, and no name out of the file becomes a key.
 */

/** A packet longer than this is not read. Camera software writes 2 to 20 KB. */
export const MAX_XMP_CHARS = 256 * 1024
const MAX_DEPTH = 32
const MAX_ITEMS = 100
const MAX_ITEM_CHARS = 8_000

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const DC = 'http://purl.org/dc/elements/1.1/'
const PHOTOSHOP = 'http://ns.adobe.com/photoshop/1.0/'
const IPTC_CORE = 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/'
const IPTC_EXT = 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/'

/** The properties that are read (IPTC Photo Metadata Standard 2023.2), by what we call them. Nothing of GPS is among them. */
const NAMES = new Map<string, XmpName>([
  [`${DC} description`, 'description'],
  [`${DC} creator`, 'creator'],
  [`${DC} rights`, 'rights'],
  [`${DC} title`, 'title'],
  [`${PHOTOSHOP} Headline`, 'headline'],
  [`${PHOTOSHOP} Credit`, 'credit'],
  [`${PHOTOSHOP} Source`, 'source'],
  [`${PHOTOSHOP} City`, 'city'],
  [`${PHOTOSHOP} State`, 'state'],
  [`${PHOTOSHOP} Country`, 'country'],
  [`${PHOTOSHOP} DateCreated`, 'dateCreated'],
  [`${IPTC_CORE} Location`, 'location'],
  [`${IPTC_EXT} PersonInImage`, 'people'],
])
export type XmpName = 'description' | 'creator' | 'rights' | 'title' | 'headline' | 'credit' | 'source' | 'city' | 'state' | 'country' | 'dateCreated' | 'location' | 'people'
export type XmpFacts = Partial<Record<XmpName, string[]>>

/** The namespaces declared on one element, and on those around it. */
type Spaces = { own: Map<string, string>; outer: Spaces | null }
/** An element that is open: its namespace and name in one. */
type Open = { full: string; raw: string; spaces: Spaces | null }
type Value = { text: string; isDefault: boolean }
/** What is being read: the property, how deep its element lies, and the text of the innermost value. */
type Reading = { name: XmpName; depth: number; text: string; isDefault: boolean }

function fullName(raw: string, spaces: Spaces | null): string {
  const colon = raw.indexOf(':')
  const prefix = colon < 0 ? '' : raw.slice(0, colon)
  for (let scope = spaces; scope !== null; scope = scope.outer) {
    const space = scope.own.get(prefix)
    if (space !== undefined) return `${space} ${raw.slice(colon + 1)}`
  }
  return ` ${raw}`
}

function declaredOn(tag: Tag, outer: Spaces | null): Spaces | null {
  if (!tag.attributes.includes('xmlns')) return outer
  const own = attributesOf(tag).flatMap(([name, value]): [string, string][] => (name === 'xmlns' ? [['', value]] : name.startsWith('xmlns:') ? [[name.slice(6), value]] : []))
  return { own: new Map(own), outer }
}

/** The properties that a packet holds; what is broken, too deep or unknown is left out. It never throws. */
export function readXmp(packet: string): XmpFacts {
  if (packet.length > MAX_XMP_CHARS) return {}
  const found = new Map<XmpName, Value[]>()
  const open: Open[] = []
  const now: { reading: Reading | null } = { reading: null }
  for (const part of tagsOf(packet)) {
    if (part.kind === 'text') {
      if (now.reading !== null && now.reading.text.length < MAX_ITEM_CHARS) now.reading.text += unescapeXml(part.text)
    } else if (part.kind === 'close') {
      if (open.at(-1)?.raw !== part.name) break
      open.pop()
      now.reading = keep(found, now.reading, open.length)
    } else if (open.length >= MAX_DEPTH) {
      break
    } else {
      const opened = openElement(found, open, part)
      if (part.closed) continue
      open.push(opened)
      if (opened.name !== undefined) now.reading = { name: opened.name, depth: open.length, text: '', isDefault: false }
      else if (now.reading !== null) now.reading = { ...now.reading, text: '', isDefault: isDefaultText(part) }
    }
  }
  return Object.fromEntries([...found].map(([name, values]) => [name, inOrder(values)]))
}

/** An element as it opens; what an rdf:Description says in its attributes is kept at once. */
function openElement(found: Map<XmpName, Value[]>, open: readonly Open[], tag: Tag): Open & { name: XmpName | undefined } {
  const [parent, grandparent] = [open.at(-1), open.at(-2)]
  const spaces = declaredOn(tag, parent?.spaces ?? null)
  const full = fullName(tag.name, spaces)
  if (full === `${RDF} Description` && parent?.full === `${RDF} RDF`) {
    for (const [name, text] of attributesOf(tag)) keepAttribute(found, NAMES.get(fullName(name, spaces)), text)
  }
  const isProperty = parent?.full === `${RDF} Description` && grandparent?.full === `${RDF} RDF`
  return { full, raw: tag.name, spaces, name: isProperty ? NAMES.get(full) : undefined }
}

const isDefaultText = (tag: Tag) => attributesOf(tag).some(([name, value]) => name === 'xml:lang' && value === 'x-default')

/** Keeps the value whose element has closed; null once the property itself has. `depth`: how many elements are still open. */
function keep(found: Map<XmpName, Value[]>, reading: Reading | null, depth: number): Reading | null {
  if (reading === null) return null
  const values = found.get(reading.name) ?? []
  if (reading.text.trim() !== '' && values.length < MAX_ITEMS) {
    found.set(reading.name, [...values, { text: reading.text.slice(0, MAX_ITEM_CHARS), isDefault: reading.isDefault }])
  }
  return depth < reading.depth ? null : { ...reading, text: '', isDefault: false }
}

function keepAttribute(found: Map<XmpName, Value[]>, name: XmpName | undefined, text: string): void {
  if (name !== undefined && text.trim() !== '') found.set(name, [{ text: text.slice(0, MAX_ITEM_CHARS), isDefault: false }])
}

/** The text in the default language first. */
function inOrder(values: readonly Value[]): string[] {
  return [...values.filter(({ isDefault }) => isDefault), ...values.filter(({ isDefault }) => !isDefault)].map(({ text }) => text)
}
