import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** Script that a page may make its readers load, all elements on it together, in bytes as gzip packs them. */
export const SCRIPT_LIMIT = 12_000

/** Something that is kept whole in memory and never changes under its address. */
export type KeptFile = { body: Buffer; br: Buffer; gzip: Buffer; type: string; cacheControl: string; etag: string }

const FOR_EVER = 'public, max-age=31536000, immutable'
const ASK_AGAIN = 'public, max-age=0, must-revalidate'
export const SPECULATION_RULES = '/speculation-rules.json'

function kept(body: Buffer, type: string, cacheControl: string): KeptFile {
  return { body, type, cacheControl, br: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }), gzip: gzipSync(body, { level: 9 }), etag: `W/"${hashOf(body)}"` }
}

const hashOf = (body: Buffer) => createHash('sha256').update(body).digest('base64url').slice(0, 12)

// A page of the paper is fetched when a pointer rests on a link to it, and prepared when the link is pressed. What belongs to somebody,
// answers to a form, counts or is handed over as a file is not fetched before somebody asks.
const NOT_AHEAD = ['/newsroom', '/newsroom/*', '/sign-in', '/sign-in/*', '/setup/*', '/api/*', '/search', '/*\\?*', '/*.*', '/corrections/request', '/corrections/request/*', '/comments/*', '/letters', '/tips', '/newsletter', '/newsletter/*', '/offline']
const PAGES = { and: [{ href_matches: '/*' }, { not: { href_matches: NOT_AHEAD } }, { not: { selector_matches: '[rel~=nofollow], [download], [target], form *' } }] }
const RULES = { prefetch: [{ where: PAGES, eagerness: 'moderate' }], prerender: [{ where: PAGES, eagerness: 'conservative' }] }

/** The readers' elements, in memory as they are sent, and what tells browsers which pages to fetch ahead. */
export class ReaderElements {
  readonly #addresses = new Map<string, string>()
  readonly #files = new Map<string, KeptFile>()
  readonly #sizes = new Map<string, number>()

  /** `elements`: name → script. */
  constructor(elements: Record<string, string>) {
    this.#files.set(SPECULATION_RULES, kept(Buffer.from(JSON.stringify(RULES)), 'application/speculationrules+json', 'public, max-age=3600'))
    for (const [name, script] of Object.entries(elements)) {
      const body = Buffer.from(script)
      const file = kept(body, 'text/javascript; charset=utf-8', FOR_EVER)
      const address = `/elements/${name}.${hashOf(body)}.js`
      this.#addresses.set(name, address)
      this.#sizes.set(name, file.gzip.length)
      this.#files.set(address, file)
      this.#files.set(`/elements/${name}.js`, { ...file, cacheControl: ASK_AGAIN })
    }
  }

  /** The address that holds for ever of the element that a page names by `/elements/<name>.js`; undefined when there is none. */
  addressOf(name: string): string | undefined {
    return this.#addresses.get(name)
  }

  /**
   * The address that holds for ever of these elements in one file; undefined when none of them is there. Each stands in a block of its own, so that no name in
   * one meets another. `meant`: keep the file only if this is its address.
   */
  addressOfAll(names: readonly string[], meant?: string): string | undefined {
    const there = [...new Set(names)].filter((name) => this.#sizes.has(name)).sort()
    if (there.length < 2) return this.addressOf(there[0] ?? '')
    const key = there.join('+')
    const known = this.#addresses.get(key)
    if (known !== undefined) return known
    const body = Buffer.from(there.map((name) => `{${this.scriptOf(name)}}`).join('\n'))
    const address = `/elements/${key}.${hashOf(body)}.js`
    if (meant !== undefined && address !== meant) return undefined
    this.#addresses.set(key, address)
    this.#files.set(address, kept(body, 'text/javascript; charset=utf-8', FOR_EVER))
    return address
  }

  /** The file at a path; undefined when it is none of these. */
  fileAt(path: string): KeptFile | undefined {
    // A page that is kept somewhere may name several together before this process has made a page that does.
    const names = /^\/elements\/([a-z][a-z0-9-]*(?:\+[a-z][a-z0-9-]*)+)\.[\w-]+\.js$/.exec(path)?.[1]
    if (names !== undefined && !this.#files.has(path)) this.addressOfAll(names.split('+'), path)
    return this.#files.get(path)
  }

  /** The script that an element is; '' when there is none. */
  scriptOf(name: string): string {
    return this.#files.get(`/elements/${name}.js`)?.body.toString() ?? ''
  }

  /** How many bytes of script an element is, as gzip packs it. */
  sizeOf(name: string): number {
    return this.#sizes.get(name) ?? 0
  }
}
