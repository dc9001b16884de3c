const RAW_TEXT = new Set(['style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes'])
const ATTRIBUTE = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g

/** An opening tag; `attributes`, by their names in small letters, are read where they are asked for: of most tags nobody does. */
class Tag {
  readonly name: string
  readonly text: string
  /** Where it begins and ends, and where what belongs to it ends. */
  readonly start: number
  readonly end: number
  after: number
  #attributes: Map<string, string> | undefined

  constructor(name: string, text: string, start: number, end: number) {
    this.name = name
    this.text = text
    this.start = start
    this.end = this.after = end
  }

  get attributes(): Map<string, string> {
    if (this.#attributes !== undefined) return this.#attributes
    const attributes = new Map<string, string>()
    for (const [, key = '', double, single, bare] of this.text.matchAll(ATTRIBUTE)) attributes.set(key.toLowerCase(), double ?? single ?? bare ?? '')
    return (this.#attributes = attributes)
  }
}

// An opening tag, with quotes respected: name, then everything up to its end.
const OPENING = /<([a-z][^\s/>]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>/iy

/** The opening tag at `from`; undefined where there is none. */
function tagAt(html: string, from: number): Tag | undefined {
  OPENING.lastIndex = from
  const found = OPENING.exec(html)
  if (found === null) return undefined
  const [whole, name = '', text = ''] = found
  return new Tag(name.toLowerCase(), text, from, from + whole.length)
}

/** Where the element that opened before `from` ends: after its closing tag, or with the document. */
function endOf(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}[\\s/>]`, 'gi')
  closing.lastIndex = from
  const found = closing.exec(html)
  if (found === null) return html.length
  const end = html.indexOf('>', found.index)
  return end === -1 ? html.length : end + 1
}

/** Every opening tag of a document, in its order; what stands in scripts and styles is none. */
function everyTag(html: string): Tag[] {
  const found: Tag[] = []
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4)
      at = end === -1 ? html.length : end + 3
      continue
    }
    const tag = tagAt(html, at)
    if (tag === undefined) {
      at += 1
      continue
    }
    if (tag.name === 'script' || RAW_TEXT.has(tag.name)) tag.after = endOf(html, tag.name, tag.end)
    found.push(tag)
    at = tag.after
  }
  return found
}

/** The document that was looked through last: each is asked several things, one after the other. */
let last: { html: string; found: readonly Tag[] } | undefined

/** The opening tags of a document, in their order. */
export function tagsOf(html: string): readonly Tag[] {
  if (last?.html !== html) last = { html, found: everyTag(html) }
  return last.found
}

/** What comes out of a document, from `start` to `after`, and what stands there instead. */
export type Cut = { start: number; after: number; instead: string }

/** A document with what was cut, in any order. */
export function withCuts(html: string, cuts: readonly Cut[]): string {
  let kept = ''
  let from = 0
  for (const { start, after, instead } of cuts.toSorted((one, other) => one.start - other.start)) {
    kept += html.slice(from, start) + instead
    from = after
  }
  return kept + html.slice(from)
}

const isScript = (tag: Tag) => {
  if (tag.name !== 'script' && tag.name !== 'link') return false
  const { attributes } = tag
  if (tag.name === 'script') return attributes.get('type') !== 'application/ld+json'
  const rel = attributes.get('rel')?.toLowerCase()
  return rel === 'modulepreload' || ((rel === 'preload' || rel === 'prefetch') && attributes.get('as')?.toLowerCase() === 'script')
}

/** The element that a script tag loads, by `<script type="module" src="/elements/<name>.js"></script>` and in no other way. */
function elementIn(html: string, { name, end, after, attributes }: Tag): string | undefined {
  if (name !== 'script' || attributes.get('type') !== 'module' || html.slice(end, after).toLowerCase() !== '</script>') return undefined
  return /^\/elements\/([a-z][a-z0-9-]*)\.js$/.exec(attributes.get('src') ?? '')?.[1]
}

/** What a page says to our server alone, or to Next's script. Where React puts it in the head depends on what was read first, so two makings of one page would differ by it. */
const isMark = (tag: Tag) => tag.name === 'meta' && /^(fp:.*|next-size-adjust)$/i.test(tag.attributes.get('name') ?? '')

/**
 * What to cut out of an HTML document: its scripts, what loads them, and what it says to our server or to Next alone; structured data (JSON-LD) and all else stay as they are. Of scripts
 * the readers' elements alone stay, all of them as one, where the first stood: `addressOf` answers where that is (undefined: there are none of these names, or none may stand here).
 */
export function scriptsIn(html: string, addressOf: (elements: readonly string[]) => string | undefined): Cut[] {
  const scripts = tagsOf(html).filter((tag) => isScript(tag) || isMark(tag)).map((tag) => ({ tag, element: elementIn(html, tag) }))
  const elements = new Set(scripts.flatMap(({ element }) => element ?? []))
  const address = elements.size === 0 ? undefined : addressOf([...elements])
  const place = scripts.find(({ element }) => element !== undefined)?.tag
  return scripts.map(({ tag }) => ({ start: tag.start, after: tag.after, instead: tag === place && address !== undefined ? `<script type="module" src="${address}" async fetchpriority="low"></script>` : '' }))
}

/** A whole HTML document without its scripts. */
export const withoutScripts = (html: string, addressOf: Parameters<typeof scriptsIn>[1] = () => undefined) => withCuts(html, scriptsIn(html, addressOf))

/** What a `<meta>` of this name says; undefined for any other tag. */
function metaIn(tag: Tag, wanted: string): string | undefined {
  if (tag.name !== 'meta') return undefined
  const { attributes } = tag
  return attributes.get('name')?.toLowerCase() === wanted ? (attributes.get('content') ?? '') : undefined
}

/** What a page may ask for: the words for it are in the page. */
const STATUSES = [404, 410, 429, 503] as const

/** The status that the page asks for by `<meta name="fp:status" content="404">`; undefined when it is an ordinary page. */
export function statusIn(html: string): (typeof STATUSES)[number] | undefined {
  for (const tag of tagsOf(html)) {
    const content = metaIn(tag, 'fp:status')
    if (content !== undefined) return STATUSES.find((status) => String(status) === content)
  }
  return undefined
}

/** The document in the language that it names by `<meta name="fp:language" content="es">`: the outermost layout, which the newsroom shares, cannot know it. */
export function inItsLanguage(html: string): string {
  let root: string | undefined
  for (const tag of tagsOf(html)) {
    if (tag.name === 'html') root = html.slice(tag.start, tag.end)
    const language = metaIn(tag, 'fp:language') ?? ''
    if (root !== undefined && /^[a-z]{2}$/.test(language)) return html.replace(root, root.replace(/\slang="[a-z-]+"/i, ` lang="${language}"`))
  }
  return html
}

/** Whether the document says by `<meta name="fp:common" content="yes">` that it is the same for everybody. */
export function isCommon(html: string): boolean {
  return tagsOf(html).some((tag) => metaIn(tag, 'fp:common') === 'yes')
}

/** Whether the page asks search engines not to list it. */
export function isHiddenFromSearch(html: string): boolean {
  return tagsOf(html).some((tag) => /\bnoindex\b/i.test(metaIn(tag, 'robots') ?? ''))
}

/** Whether parts of the document wait for a script to put them in place: such a page is not whole without it. */
export function needsScript(html: string): boolean {
  for (const tag of tagsOf(html)) {
    if (tag.name !== 'template' && !/hidden/i.test(tag.text)) continue
    const { attributes } = tag
    const id = attributes.get('id') ?? ''
    if ((tag.name === 'template' && /^[BP]:/.test(id)) || (attributes.has('hidden') && id.startsWith('S:'))) return true
  }
  return false
}

/** A `Link` header without its preloads of scripts and of styles (a page carries its own) and without connections (there is but one host); undefined when nothing is left. */
export function linksStillNeeded(value: string): string | undefined {
  const kept = value.split(/,\s*(?=<)/).filter((link) => !/;\s*as="?(script|style)"?|;\s*rel="?(modulepreload|preconnect)"?/i.test(link))
  return kept.length === 0 ? undefined : kept.join(', ')
}
