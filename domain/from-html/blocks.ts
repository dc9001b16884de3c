import { playerOf } from '../document/embed-address.ts'
import type { Block, Inline, List, ListItem, Paragraph } from '../document/schema.ts'
import { toStoryDocument } from '../document/to-story-document.ts'
import { asParagraphs, classOf, isCaption, nameOf, rankOf, tidy, withoutBold, withoutMarker } from './parts.ts'
import { inlinesOf, lookIn, PLAIN, type Look, type Run } from './inlines.ts'
import { tableOf } from './table.ts'
import { isHidden, styleOf, textIn, type HtmlElement, type HtmlNode } from './tree.ts'
import { listsOf, wordItemOf, type WordItem } from './word-list.ts'

/**
 * HTML from a clipboard or a converted file as the blocks of a story: structure stays, styles go. Each picture becomes a
 * missingPicture block in its place; `picture.src` says where the HTML has it, so that one which came along can be uploaded.
 */
export type HtmlPicture = { src: string }
/** `rank`: of a heading, as the source has it (1–6; 1 also for a title); null for anything else. */
export type HtmlBlock = { block: Block; rank: number | null; picture: HtmlPicture | null }

const MOST_BLOCKS = 2_000
const MOST_DEPTH = 200
const BLOCK_TAGS = new Set('address article aside body center dd details div dl dt fieldset figcaption figure footer form header hgroup html main p pre section summary li caption td th tr tbody thead tfoot'.split(' '))

/** The blocks of a tree. Total: whatever comes in, what comes out is part of a valid story. */
export function blocksFromHtml(nodes: readonly HtmlNode[]): HtmlBlock[] {
  return readAll(nodes, 0).slice(0, MOST_BLOCKS)
}

function readAll(nodes: readonly HtmlNode[], depth: number): HtmlBlock[] {
  const reader = new Reader()
  reader.read(nodes, PLAIN, depth)
  reader.close()
  return reader.found
}

class Reader {
  found: HtmlBlock[] = []
  runs: Run[] = []
  items: WordItem[] = []

  add(block: Block, rank: number | null = null, picture: HtmlPicture | null = null): void {
    this.closeItems()
    // The one form that is stored, or nothing.
    for (const kept of toStoryDocument({ type: 'doc', content: [block] }).content) {
      if (kept.type !== 'paragraph' || kept.content !== undefined) this.found.push({ block: kept, rank, picture })
    }
  }
  closeItems(): void {
    const items = this.items
    this.items = []
    for (const list of listsOf(items)) this.add(list)
  }
  takeInlines(): Inline[] {
    const content = inlinesOf(this.runs)
    this.runs = []
    return content
  }
  /** Ends the paragraph that is being read. Two line breaks in a row end one too. */
  close(): void {
    const parts: Run[][] = [[]]
    this.runs.forEach((run, at) => {
      const isGap = run === 'break' && this.runs[at + 1] === 'break'
      if (isGap) parts.push([])
      else parts.at(-1)?.push(run)
    })
    this.runs = []
    for (const part of parts) {
      const content = inlinesOf(part)
      if (content.length > 0) this.add({ type: 'paragraph', content })
    }
    this.closeItems()
  }

  read(nodes: readonly HtmlNode[], look: Look, depth: number): void {
    for (const node of nodes) {
      if (typeof node === 'string') this.runs.push({ text: node, look })
      else if (!isHidden(node) && depth < MOST_DEPTH && this.found.length < MOST_BLOCKS) this.element(node, look, depth + 1)
    }
  }

  element(element: HtmlElement, look: Look, depth: number): void {
    const inside = lookIn(element, look)
    const rank = rankOf(element)
    const item = wordItemOf(element)
    if (item !== null) return this.wordItem(element, item, inside, depth)
    if (rank !== null) return this.heading(element, rank, depth)
    switch (element.tag) {
      case 'br':
        this.runs.push('break')
        return
      case 'hr':
        this.close()
        return this.add({ type: 'divider' })
      case 'img':
        return this.picture(element, '')
      case 'ul':
      case 'ol':
        return this.list(element, depth)
      case 'blockquote':
        return this.quote(element, depth)
      case 'table':
        return this.table(element, depth)
      case 'figure':
        return this.figure(element, inside, depth)
      case 'iframe':
      case 'video':
      case 'audio':
        return this.player(element)
      default:
        return this.container(element, inside, depth)
    }
  }

  container(element: HtmlElement, inside: Look, depth: number): void {
    if (/\bMso(?:Intense)?Quote\b/.test(classOf(element))) return this.quote(element, depth)
    if (!BLOCK_TAGS.has(element.tag) && !/^(?:block|flex|grid|table|list-item)$/.test(styleOf(element, 'display'))) return this.read(element.children, inside, depth)
    // Blocks inherit no emphasis: a page in bold type is not a bold story.
    const around = element.tag === 'p' || element.tag === 'li' ? inside : { ...inside, bold: false }
    this.endOfParagraph()
    if (this.isCaption(element)) return
    if (element.tag === 'pre') for (const line of element.children.map(textIn).join('').split('\n')) this.runs.push({ text: line, look: PLAIN }, 'break', 'break')
    else this.read(element.children, around, depth)
    this.endOfParagraph()
  }
  /** A paragraph in Word's caption style right below a picture is what that picture says. */
  isCaption(element: HtmlElement): boolean {
    const last = this.found.at(-1)
    if (!/(?:^|\s)(?:MsoCaption|caption)(?:\s|$)/.test(classOf(element)) || last?.block.type !== 'missingPicture' || last.block.attrs.caption !== '') return false
    this.found[this.found.length - 1] = { ...last, block: { ...last.block, attrs: { ...last.block.attrs, caption: tidy(textIn(element), 1000) } } }
    return true
  }
  /** As close(), but a list of Word's goes on over the empty wrappers between its items. */
  endOfParagraph(): void {
    if (inlinesOf(this.runs).length > 0) this.close()
    else this.runs = []
  }

  heading(element: HtmlElement, rank: number, depth: number): void {
    this.close()
    const inner = new Reader()
    // A heading is set in bold by being one.
    inner.read(element.children, PLAIN, depth)
    const pictures = inner.found.filter(({ picture }) => picture !== null)
    const content = inner.takeInlines().flatMap((node): Inline[] => (node.type === 'text' ? [withoutBold(node)] : [{ type: 'text', text: ' ' }]))
    if (content.length > 0) this.add({ type: 'heading', attrs: { level: rank <= 2 ? 2 : 3 }, content }, rank)
    this.found.push(...pictures)
  }

  wordItem(element: HtmlElement, { level, ordered, marker }: { level: number; ordered: boolean; marker: string }, look: Look, depth: number): void {
    if (inlinesOf(this.runs).length > 0) this.close()
    this.runs = []
    const inner = new Reader()
    inner.read(element.children, look, depth)
    const content = withoutMarker(inner.takeInlines(), marker)
    if (content.length > 0) this.items.push({ level, ordered, content })
    for (const { block, rank, picture } of inner.found) this.add(block, rank, picture)
  }

  list(element: HtmlElement, depth: number): void {
    this.close()
    const { list, rest } = listFrom(element, depth)
    if (list !== null) this.add(list)
    for (const { block, rank, picture } of rest) this.add(block, rank, picture)
  }

  quote(element: HtmlElement, depth: number): void {
    this.close()
    const inner = readAll(element.children, depth)
    const content = inner.flatMap(({ block }) => asParagraphs(block))
    if (content.length > 0) this.add({ type: 'blockquote', content })
    for (const { block, rank, picture } of inner) if (picture !== null) this.add(block, rank, picture)
  }

  table(element: HtmlElement, depth: number): void {
    this.close()
    const pictures: HtmlBlock[] = []
    const table = tableOf(element, (cell) => {
      const inner = readAll(cell.children, depth)
      pictures.push(...inner.filter(({ picture }) => picture !== null))
      return inner.flatMap(({ block }) => asParagraphs(block))
    })
    if (table === null) this.read(element.children, PLAIN, depth)
    else this.add(table)
    this.close()
    for (const { block, rank, picture } of pictures) this.add(block, rank, picture)
  }

  figure(element: HtmlElement, look: Look, depth: number): void {
    const [captions, others] = [element.children.filter(isCaption), element.children.filter((node) => !isCaption(node))]
    const before = this.found.length
    this.close()
    this.read(others, look, depth)
    this.close()
    const caption = tidy(captions.map(textIn).join(' '), 1000)
    const at = this.found.findIndex(({ block }, index) => index >= before && block.type === 'missingPicture')
    const pictured = this.found[at]
    if (pictured?.block.type === 'missingPicture') this.found[at] = { ...pictured, block: { ...pictured.block, attrs: { ...pictured.block.attrs, caption } } }
    else if (caption !== '') this.add({ type: 'paragraph', content: [{ type: 'text', text: caption }] })
  }

  picture(element: HtmlElement, caption: string): void {
    const src = element.attrs.src ?? ''
    // One pixel that counts readers is no picture.
    if (src === '' || Number(element.attrs.width ?? 100) <= 2 || Number(element.attrs.height ?? 100) <= 2) return
    this.close()
    this.add({ type: 'missingPicture', attrs: { name: nameOf(src), caption, alt: tidy(element.attrs.alt ?? '', 500) } }, null, { src })
  }

  player(element: HtmlElement): void {
    const source = element.children.find((node): node is HtmlElement => typeof node !== 'string' && node.tag === 'source')
    const url = element.attrs.src ?? source?.attrs.src ?? ''
    this.close()
    if (/^https?:/.test(url) && (element.tag !== 'iframe' || playerOf(url) !== null)) this.add({ type: 'embed', attrs: { url, title: tidy(element.attrs.title ?? '', 200) } })
  }
}

/** A list with the lists inside it; `rest`: what cannot stand in a list and follows it. */
function listFrom(element: HtmlElement, depth: number): { list: List | null; rest: HtmlBlock[] } {
  const items: ListItem[] = []
  const rest: HtmlBlock[] = []
  for (const node of element.children) {
    if (typeof node === 'string' || isHidden(node) || depth > MOST_DEPTH) continue
    if (node.tag === 'ul' || node.tag === 'ol') {
      // Google Docs puts a list inside another beside its item, not into it.
      const inner = listFrom(node, depth + 1)
      const last = items.at(-1)
      if (inner.list !== null && last !== undefined) last.content.push(inner.list)
      else if (inner.list !== null) items.push(...inner.list.content)
      rest.push(...inner.rest)
      continue
    }
    const reader = new Reader()
    reader.read(node.children, lookIn(node, PLAIN), depth + 1)
    reader.close()
    const content = reader.found.flatMap(({ block }): (Paragraph | List)[] => (block.type === 'bulletList' || block.type === 'orderedList' ? [block] : asParagraphs(block)))
    rest.push(...reader.found.filter(({ picture }) => picture !== null))
    if (content.length > 0) items.push({ type: 'listItem', content })
  }
  return { list: items.length === 0 ? null : { type: element.tag === 'ol' ? 'orderedList' : 'bulletList', content: items }, rest }
}
