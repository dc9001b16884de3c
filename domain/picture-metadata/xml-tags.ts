/** The pieces of an XML text, as far as metadata needs them: one pass over it, no entity but the five and numbers, no DTD. */

export type Tag = { kind: 'open'; name: string; attributes: string; closed: boolean }
export type XmlPart = Tag | { kind: 'close'; name: string } | { kind: 'text'; text: string }

/** More tags than this are not read: 10,000 keywords are 20,000 of them. */
const MAX_TAGS = 50_000

/** Where the tag that begins at `from` ends ('>' outside quotes), or -1. */
function endOfTag(text: string, from: number): number {
  let quote = ''
  for (let at = from; at < text.length; at += 1) {
    const char = text[at] ?? ''
    if (quote !== '') {
      if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if (char === '>') return at
  }
  return -1
}

/** The tags and texts in order; ends where the XML is broken, and at a DOCTYPE, which metadata has no use for. */
export function* tagsOf(xml: string): Generator<XmlPart> {
  let at = 0
  for (let count = 0; count < MAX_TAGS; count += 1) {
    const start = xml.indexOf('<', at)
    if (start < 0) return
    if (start > at) yield { kind: 'text', text: xml.slice(at, start) }
    const special = specialAt(xml, start)
    if (special !== null) {
      if (special.end < 0) return
      if (special.text !== '') yield { kind: 'text', text: special.text }
      at = special.end
      continue
    }
    const end = endOfTag(xml, start + 1)
    if (end < 0) return
    at = end + 1
    const inside = xml.slice(start + 1, end)
    if (inside.startsWith('/')) yield { kind: 'close', name: inside.slice(1).trim() }
    else {
      const closed = inside.endsWith('/')
      const [name = ''] = inside.split(/[\s/]/, 1)
      yield { kind: 'open', name, attributes: inside.slice(name.length, closed ? -1 : undefined), closed }
    }
  }
}

/** A comment, an instruction, CDATA or a DOCTYPE at this place: its text, and where it ends (-1: never); null = none of them. */
function specialAt(xml: string, start: number): { text: string; end: number } | null {
  const until = (close: string, from: number) => {
    const found = xml.indexOf(close, from)
    return found < 0 ? -1 : found + close.length
  }
  if (xml.startsWith('<!--', start)) return { text: '', end: until('-->', start + 4) }
  if (xml.startsWith('<?', start)) return { text: '', end: until('?>', start + 2) }
  if (xml.startsWith('<![CDATA[', start)) {
    const end = until(']]>', start + 9)
    return { text: end < 0 ? '' : xml.slice(start + 9, end - 3).replaceAll('&', '&amp;'), end }
  }
  return xml.startsWith('<!', start) ? { text: '', end: -1 } : null
}

/** The attributes of a tag, in order. */
export function attributesOf({ attributes }: Tag): [name: string, value: string][] {
  const found: [string, string][] = []
  for (let at = 0; ; ) {
    const equals = attributes.indexOf('=', at)
    if (equals < 0) return found
    const name = attributes.slice(at, equals).trim()
    let open = equals + 1
    while (/\s/.test(attributes[open] ?? '')) open += 1
    const quote = attributes[open]
    const close = quote === '"' || quote === "'" ? attributes.indexOf(quote, open + 1) : -1
    if (close < 0) return found
    found.push([name, unescapeXml(attributes.slice(open + 1, close))])
    at = close + 1
  }
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Text with the five entities and the numbered ones resolved; any other stays as it is written. */
export function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(lt|gt|amp|quot|apos));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole
    const code = Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
