import type { fromMarkdown } from 'mdast-util-from-markdown'
import { isSafeHref, type Inline, type Mark } from '../../document/schema.ts'
import { collapsed, withoutInvisible } from '../clean-lines.ts'

export type MarkdownBlock = ReturnType<typeof fromMarkdown>['children'][number]
export type Phrase = Extract<MarkdownBlock, { type: 'paragraph' }>['children'][number]
export type MarkdownImage = Extract<Phrase, { type: 'image' }>
type Definition = Extract<MarkdownBlock, { type: 'definition' }>

/** What one reading of a file gathers besides its blocks. */
export type Reading = {
  definitions: ReadonlyMap<string, Definition>
  /** References that were looked up; a definition that nothing uses stays visible as text. */
  used: Set<string>
  unsafeLinks: number[]
  /** Images met inside other blocks: they come out after the block. */
  images: { alt: string; url: string; line: number }[]
}

function withMark(marks: readonly Mark[], mark: Mark): Mark[] {
  return marks.some(({ type }) => type === mark.type) ? [...marks] : [...marks, mark]
}

function linked(reading: Reading, marks: readonly Mark[], href: string, line: number): Mark[] {
  if (isSafeHref(href) && href.isWellFormed()) return withMark(marks, { type: 'link', attrs: { href } })
  reading.unsafeLinks.push(line)
  return [...marks]
}

/** Text with line breaks kept: code and raw HTML are shown as they were written. */
export function verbatim(value: string, marks: readonly Mark[] = []): Inline[] {
  return value.split(/\r\n|\r|\n/).flatMap((line, index) => {
    const text = withoutInvisible(line).replace(/\t/g, '  ')
    const node: Inline[] = text === '' ? [] : [marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks: [...marks] }]
    return index === 0 ? node : [{ type: 'hardBreak' as const }, ...node]
  })
}

function phrase(node: Phrase, marks: readonly Mark[], reading: Reading): Inline[] {
  const line = node.position?.start.line ?? 1
  switch (node.type) {
    case 'text': {
      const text = collapsed(node.value)
      return text === '' ? [] : [marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks: [...marks] }]
    }
    case 'emphasis':
      return phrases(node.children, withMark(marks, { type: 'italic' }), reading)
    case 'strong':
      return phrases(node.children, withMark(marks, { type: 'bold' }), reading)
    case 'link':
      return phrases(node.children, linked(reading, marks, node.url, line), reading)
    case 'linkReference': {
      const found = reading.definitions.get(node.identifier)
      if (found !== undefined) reading.used.add(node.identifier)
      return phrases(node.children, found === undefined ? marks : linked(reading, marks, found.url, line), reading)
    }
    case 'break':
      return [{ type: 'hardBreak' }]
    case 'image':
      reading.images.push({ alt: node.alt ?? '', url: node.url, line })
      return []
    case 'imageReference': {
      reading.used.add(node.identifier)
      reading.images.push({ alt: node.alt ?? '', url: reading.definitions.get(node.identifier)?.url ?? '', line })
      return []
    }
    case 'inlineCode':
    case 'html':
      return verbatim(node.value, marks)
    default:
      // Nodes of extensions that are not installed.
      return 'children' in node ? phrases(node.children, marks, reading) : 'value' in node ? verbatim(String(node.value), marks) : []
  }
}

/** Markdown phrases as the inline content of a block; images in them go to `reading.images`. */
export function phrases(nodes: readonly Phrase[], marks: readonly Mark[], reading: Reading): Inline[] {
  return nodes.flatMap((node) => phrase(node, marks, reading))
}

const sameMarks = (one: Inline, other: Inline) =>
  one.type === 'text' && other.type === 'text' && JSON.stringify(one.marks ?? []) === JSON.stringify(other.marks ?? [])

/** Neighbours with the same marks become one, doubled spaces between them one space, and the ends lose theirs. */
export function tidyInlines(nodes: readonly Inline[]): Inline[] {
  const tidy: Inline[] = []
  for (const node of nodes) {
    const last = tidy.at(-1)
    const opens = last === undefined || last.type === 'hardBreak' || last.text.endsWith(' ')
    if (node.type === 'text' && opens && node.text.startsWith(' ')) {
      if (node.text.trimStart() === '') continue
      tidy.push({ ...node, text: node.text.trimStart() })
    } else tidy.push(node)
    const [before, now] = tidy.slice(-2)
    if (before?.type === 'text' && now?.type === 'text' && sameMarks(before, now)) tidy.splice(-2, 2, { ...before, text: before.text + now.text })
  }
  for (let last = tidy.at(-1); last !== undefined; last = tidy.at(-1)) {
    if (last.type === 'hardBreak') tidy.pop()
    else if (last.text.trimEnd() === '') tidy.pop()
    else {
      tidy.splice(-1, 1, { ...last, text: last.text.trimEnd() })
      break
    }
  }
  return tidy
}
