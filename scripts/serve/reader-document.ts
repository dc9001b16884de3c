const RAW_TEXT = new Set(['style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes'])
const ATTRIBUTE = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g

type Tag = { name: string; attributes: Map<string, string>; end: number }

/** The opening tag at `from`, with quotes respected; undefined where there is none. */
function tagAt(html: string, from: number): Tag | undefined {
  const name = /^<([a-z][^\s/>]*)/i.exec(html.slice(from, from + 80))?.[1]
  if (name === undefined) return undefined
  let quote = ''
  for (let at = from + 1 + name.length; at < html.length; at += 1) {
    const letter = html[at]
    if (quote !== '') {
      if (letter === quote) quote = ''
    } else if (letter === '"' || letter === "'") quote = letter
    else if (letter === '>') {
      const attributes = new Map<string, string>()
      for (const [, key = '', double, single, bare] of html.slice(from + 1 + name.length, at).matchAll(ATTRIBUTE)) {
        attributes.set(key.toLowerCase(), double ?? single ?? bare ?? '')
      }
      return { name: name.toLowerCase(), attributes, end: at + 1 }
    }
  }
  return undefined
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

/** Every opening tag of a document, in its order, with where it and what belongs to it end; what stands in scripts and styles is none. */
export function* tags(html: string): Generator<Tag & { start: number; after: number }> {
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
    const after = tag.name === 'script' || RAW_TEXT.has(tag.name) ? endOf(html, tag.name, tag.end) : tag.end
    yield { ...tag, start: at, after }
    at = after
  }
}

const isScript = ({ name, attributes }: Tag) => {
  if (name === 'script') return attributes.get('type') !== 'application/ld+json'
  if (name !== 'link') return false
  const rel = attributes.get('rel')?.toLowerCase()
  return rel === 'modulepreload' || ((rel === 'preload' || rel === 'prefetch') && attributes.get('as')?.toLowerCase() === 'script')
}

/** The element that a script tag loads, by `<script type="module" src="/elements/<name>.js"></script>` and in no other way. */
function elementIn(html: string, { name, attributes, end, after }: Tag & { after: number }): string | undefined {
  if (name !== 'script' || attributes.get('type') !== 'module' || html.slice(end, after).toLowerCase() !== '</script>') return undefined
  return /^\/elements\/([a-z][a-z0-9-]*)\.js$/.exec(attributes.get('src') ?? '')?.[1]
}

/**
 * A whole HTML document without its scripts and what loads them; structured data (JSON-LD) and all else stay as they are. Of scripts it keeps
 * the readers' elements alone, all of them as one, where the first stood: `addressOf` answers where that is (undefined: there are none of these names, or none may stand here).
 */
export function withoutScripts(html: string, addressOf: (elements: readonly string[]) => string | undefined = () => undefined): string {
  const scripts = [...tags(html)].filter(isScript).map((tag) => ({ ...tag, element: elementIn(html, tag) }))
  const elements = new Set(scripts.flatMap(({ element }) => element ?? []))
  const address = elements.size === 0 ? undefined : addressOf([...elements])
  const place = scripts.find(({ element }) => element !== undefined)
  let kept = ''
  let from = 0
  for (const script of scripts) {
    kept += html.slice(from, script.start) + (script === place && address !== undefined ? `<script type="module" src="${address}" async fetchpriority="low"></script>` : '')
    from = script.after
  }
  return kept + html.slice(from)
}

/** What a page may ask for: the words for it are in the page. */
const STATUSES = [404, 410, 429, 503] as const

/** The status that the page asks for by `<meta name="fp:status" content="404">`; undefined when it is an ordinary page. */
export function statusIn(html: string): (typeof STATUSES)[number] | undefined {
  for (const { name, attributes } of tags(html)) {
    if (name !== 'meta' || attributes.get('name') !== 'fp:status') continue
    const content = attributes.get('content')
    return STATUSES.find((status) => String(status) === content)
  }
  return undefined
}

/** The document in the language that it names by `<meta name="fp:language" content="es">`: the outermost layout, which the newsroom shares, cannot know it. */
export function inItsLanguage(html: string): string {
  let root: string | undefined
  for (const { name, attributes, start, end } of tags(html)) {
    if (name === 'html') root = html.slice(start, end)
    const language = name === 'meta' && attributes.get('name') === 'fp:language' ? (attributes.get('content') ?? '') : ''
    if (root !== undefined && /^[a-z]{2}$/.test(language)) return html.replace(root, root.replace(/\slang="[a-z-]+"/i, ` lang="${language}"`))
  }
  return html
}

/** Whether the page asks search engines not to list it. */
export function isHiddenFromSearch(html: string): boolean {
  for (const { name, attributes } of tags(html)) if (name === 'meta' && attributes.get('name')?.toLowerCase() === 'robots' && /\bnoindex\b/i.test(attributes.get('content') ?? '')) return true
  return false
}

/** Whether parts of the document wait for a script to put them in place: such a page is not whole without it. */
export function needsScript(html: string): boolean {
  for (const { name, attributes } of tags(html)) {
    const id = attributes.get('id') ?? ''
    if ((name === 'template' && /^[BP]:/.test(id)) || (attributes.has('hidden') && id.startsWith('S:'))) return true
  }
  return false
}

/** A `Link` header without its preloads of scripts and of styles (a page carries its own) and without connections (there is but one host); undefined when nothing is left. */
export function linksStillNeeded(value: string): string | undefined {
  const kept = value.split(/,\s*(?=<)/).filter((link) => !/;\s*as="?(script|style)"?|;\s*rel="?(modulepreload|preconnect)"?/i.test(link))
  return kept.length === 0 ? undefined : kept.join(', ')
}
