import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { attributesOf, everyTag, type Found } from '../reader-document.ts'
import { neededBy, type Present } from './needed.ts'
import { piecesOf, type Piece } from './sheet.ts'

const ADDRESS = /^\/_next\/(static\/[\w-][\w/-]*[\w.-]+\.css)$/

/** A tag of the page, with its attributes read. */
type Read = Found & { attributes: Map<string, string> }

/** What a page is made of, as far as styles can ask for it. */
function presentIn(html: string, found: readonly Read[], scripts: string): Present {
  const there: Present = {
    tags: new Set(), classes: new Set(), ids: new Set(), attributes: new Map(), scriptWords: new Set(scripts.match(/[-\w]+/g)),
    read: new Set([...html.matchAll(/--[-\w]+/g), ...scripts.matchAll(/--[-\w]+/g)].map(([name]) => name)),
  }
  for (const { name, attributes } of found) {
    there.tags.add(name)
    for (const [attribute, value] of attributes) {
      const values = there.attributes.get(attribute)
      if (values === undefined) there.attributes.set(attribute, new Set([value]))
      else values.add(value)
    }
    for (const one of (attributes.get('class') ?? '').split(/\s+/)) there.classes.add(one)
    const id = attributes.get('id')
    if (id !== undefined) there.ids.add(id)
  }
  return there
}

/** The styles of the paper's pages: each page carries what it needs of them, so that nothing else has to arrive before it can be drawn. */
export class PageStyles {
  readonly #built: string
  readonly #pieces = new Map<string, Piece[]>()

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

  /** The document with what it needs of its style sheets in place of the links to them. `scripts`: those that run on it, which may add to it. */
  within(html: string, scripts: string): string {
    const found = [...everyTag(html)].map((tag): Read => ({ ...tag, attributes: attributesOf(tag) }))
    const links = found.filter(({ name, attributes }) => name === 'link' && attributes.get('rel') === 'stylesheet')
    const sheets = links.map(({ attributes }) => this.#piecesAt(attributes.get('href') ?? ''))
    const [first] = links
    if (first === undefined || !sheets.every((sheet) => sheet !== undefined)) return html
    const pieces = sheets.flat()
    const { css, faces } = neededBy(pieces, presentIn(html, found, scripts))
    const inside = `${faces.map((file) => `<link rel="preload" href="${file}" as="font" type="font/woff2" crossorigin=""/>`).join('')}<style>${css.replaceAll('</', String.raw`<\/`)}</style>`
    let kept = ''
    let from = 0
    for (const link of links) {
      kept += html.slice(from, link.start) + (link === first ? inside : '')
      from = link.after
    }
    return kept + html.slice(from)
  }
}
