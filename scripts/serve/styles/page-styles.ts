import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { tagsOf, type Cut } from '../reader-document.ts'
import { neededBy, type Present } from './needed.ts'
import { piecesOf, rulesIn, type Piece } from './sheet.ts'

const ADDRESS = /^\/_next\/(static\/[\w-][\w/-]*[\w.-]+\.css)$/
/** What so many different pages need is remembered: most stories are made of the same things. */
const MOST_KEPT = 100

/** The names that style sheets ask for. Of all else on a page they know nothing. */
type AskedFor = Pick<Present, 'tags' | 'classes' | 'ids' | 'attributes'> & { properties: Set<string> }
/** The style sheets of a page, with what pages of each make need of them. */
type Sheets = { pieces: readonly Piece[]; askedFor: AskedFor; needed: Map<string, string> }
/** What the scripts of a page know. */
type Scripts = { number: number; words: Set<string>; properties: Set<string> }

const propertiesIn = (text: string) => [...text.matchAll(/--[-\w]+/g)].map(([name]) => name)

function valuesOf(attributes: Map<string, Set<string>>, name: string): Set<string> {
  const known = attributes.get(name)
  if (known !== undefined) return known
  const values = new Set<string>()
  attributes.set(name, values)
  return values
}

function askedBy(pieces: readonly Piece[]): AskedFor {
  const asked: AskedFor = { tags: new Set(), classes: new Set(), ids: new Set(), attributes: new Map(), properties: new Set() }
  for (const { selectors, lines } of rulesIn(pieces)) {
    for (const { needs } of selectors) {
      for (const name of needs.tags) asked.tags.add(name)
      for (const name of needs.classes) asked.classes.add(name)
      for (const name of needs.ids) asked.ids.add(name)
      for (const [name, value] of needs.attributes) {
        const values = valuesOf(asked.attributes, name)
        if (value !== undefined) values.add(value)
      }
    }
    for (const { property } of lines) if (property !== undefined) asked.properties.add(property)
  }
  return asked
}

/** What is on a page of what its style sheets ask for. */
function presentOn(html: string, asked: AskedFor, scripts: Scripts): Present {
  const there: Present = { tags: new Set(), classes: new Set(), ids: new Set(), attributes: new Map(), scriptWords: scripts.words, read: new Set(scripts.properties) }
  const read = (text: string) => {
    if (text.includes('--')) for (const name of propertiesIn(text)) if (asked.properties.has(name)) there.read.add(name)
  }
  for (const { name, text, end, after, attributes } of tagsOf(html)) {
    if (asked.tags.has(name)) there.tags.add(name)
    read(text)
    if (name === 'style') read(html.slice(end, after))
    for (const [attribute, value] of attributes) {
      const values = asked.attributes.get(attribute)
      if (values === undefined) continue
      const present = valuesOf(there.attributes, attribute)
      if (values.has(value)) present.add(value)
    }
    for (const one of (attributes.get('class') ?? '').split(/\s+/)) if (asked.classes.has(one)) there.classes.add(one)
    const id = attributes.get('id')
    if (id !== undefined && asked.ids.has(id)) there.ids.add(id)
  }
  return there
}

/** What tells pages apart that need different styles. */
function makeOf({ tags, classes, ids, attributes, read }: Present, scripts: Scripts): string {
  const values = [...attributes].map(([name, some]) => [name, ...[...some].sort()]).sort(([one = ''], [other = '']) => (one < other ? -1 : 1))
  return JSON.stringify([scripts.number, ...[tags, classes, ids, read].map((names) => [...names].sort()), values])
}

/** The styles of the paper's pages: each page carries what it needs of them, so that nothing else has to arrive before it can be drawn. */
export class PageStyles {
  readonly #built: string
  readonly #pieces = new Map<string, Piece[]>()
  readonly #sheets = new Map<string, Sheets>()
  readonly #scripts = new Map<string, Scripts>()

  /** `built`: the folder of the build. */
  constructor(built: string) {
    this.#built = built
  }

  /** The style sheet at an address; undefined where the build has none. */
  #piecesAt(address: string): Piece[] | undefined {
    const known = this.#pieces.get(address)
    if (known !== undefined) return known
    const [file, folder] = [path.join(this.#built, ADDRESS.exec(address)?.[1] ?? 'none.css'), path.posix.dirname(address)]
    if (!existsSync(file)) return undefined
    const css = readFileSync(file, 'utf8').replaceAll(/url\((["']?)(\.{1,2}\/[^"')]+)\1\)/g, (_, quote: string, to: string) => `url(${quote}${path.posix.join(folder, to)}${quote})`)
    const made = piecesOf(css)
    this.#pieces.set(address, made)
    return made
  }

  /** The style sheets at these addresses; undefined where the build does not have them all. */
  #sheetsAt(addresses: readonly string[]): Sheets | undefined {
    const key = addresses.join(' ')
    const known = this.#sheets.get(key)
    if (known !== undefined) return known
    const all = addresses.map((address) => this.#piecesAt(address))
    if (!all.every((one) => one !== undefined)) return undefined
    const pieces = all.flat()
    const sheets = { pieces, askedFor: askedBy(pieces), needed: new Map() }
    this.#sheets.set(key, sheets)
    return sheets
  }

  #scriptsOf(text: string): Scripts {
    const known = this.#scripts.get(text)
    if (known !== undefined) return known
    const scripts = { number: this.#scripts.size, words: new Set(text.match(/[-\w]+/g)), properties: new Set(propertiesIn(text)) }
    this.#scripts.set(text, scripts)
    return scripts
  }

  /**
   * Puts what a document needs of its style sheets in place of the links to them; nothing where one of them is not there. `scripts`: the text of those that run on it,
   * which may add to it.
   */
  stylesIn(html: string, scripts: string): Cut[] {
    const links = tagsOf(html).filter(({ name, attributes }) => name === 'link' && attributes.get('rel') === 'stylesheet')
    const sheets = links.length === 0 ? undefined : this.#sheetsAt(links.map(({ attributes }) => attributes.get('href') ?? ''))
    if (sheets === undefined) return []
    const inside = this.#neededOf(sheets, html, this.#scriptsOf(scripts))
    return links.map(({ start, after }, at) => ({ start, after, instead: at === 0 ? inside : '' }))
  }

  /** The styles that a page needs, and its typefaces asked for at once. */
  #neededOf({ pieces, askedFor, needed }: Sheets, html: string, scripts: Scripts): string {
    const there = presentOn(html, askedFor, scripts)
    const make = makeOf(there, scripts)
    const known = needed.get(make)
    if (known !== undefined) return known
    const { css, faces } = neededBy(pieces, there)
    const inside = `${faces.map((file) => `<link rel="preload" href="${file}" as="font" type="font/woff2" crossorigin=""/>`).join('')}<style>${css.replaceAll('</', String.raw`<\/`)}</style>`
    if (needed.size >= MOST_KEPT) needed.clear()
    needed.set(make, inside)
    return inside
  }
}
