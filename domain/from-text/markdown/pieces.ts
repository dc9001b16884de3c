import { plainText } from '../../document/plain-text.ts'
import { cleanLine } from '../clean-lines.ts'
import type { FrontMatter } from './front-matter.ts'
import { storyBlocks } from './blocks.ts'
import { phrases, tidyInlines, verbatim, type MarkdownBlock, type Phrase, type Reading } from './inlines.ts'
import { pictureOf } from '../picture-lines.ts'
import { textInlines, type Piece } from '../pieces.ts'
import type { LineRole } from '../understood-story.ts'

type Span = { start: number; end: number }

function span(node: MarkdownBlock | Phrase): Span {
  return { start: node.position?.start.line ?? 1, end: node.position?.end.line ?? 1 }
}

const range = ({ start, end }: Span) => Array.from({ length: end - start + 1 }, (_, index) => start + index)

function blockPiece(blocks: Piece['blocks'], at: Span, given: LineRole | null): Piece[] {
  const text = cleanLine(plainText({ type: 'doc', content: blocks }).replaceAll('\n', ' '))
  return text === '' ? [] : [{ lines: range(at), text, blocks, picture: null, given, adjacent: false }]
}

function picturePieces(reading: Reading): Piece[] {
  return reading.images.splice(0).map(({ alt, url, line }) => {
    const picture = pictureOf(alt, url)
    const text = [picture.decoded, picture.fileName].find((name) => name !== '') ?? 'picture'
    return { lines: [line], text, blocks: [], picture, given: null, adjacent: false }
  })
}

/** A paragraph, parted at its images: each is a picture, and the words right below one can be its caption. */
function paragraphPieces(nodes: readonly Phrase[], reading: Reading): Piece[] {
  const pieces: Piece[] = []
  let run: Phrase[] = []
  const close = () => {
    const [first, last] = [run[0], run.at(-1)]
    if (first !== undefined && last !== undefined) {
      const content = tidyInlines(phrases(run, [], reading))
      const at = { start: span(first).start, end: span(last).end }
      // Text that begins with the line end after an image stands on the line below it.
      if (pieces.length > 0 && first.type === 'text' && /^\s*\n/.test(first.value)) at.start += 1
      const found = blockPiece([{ type: 'paragraph', content }], at, null).map((piece) => ({ ...piece, adjacent: pieces.length > 0 }))
      pieces.push(...found, ...picturePieces(reading))
    }
    run = []
  }
  for (const node of nodes) {
    if (node.type !== 'image' && node.type !== 'imageReference') {
      run.push(node)
      continue
    }
    close()
    phrases([node], [], reading)
    pieces.push(...picturePieces(reading))
  }
  close()
  return pieces
}

/** One block of a Markdown file as pieces. `source` has its characters, for a definition that nothing uses. */
export function markdownPieces(node: MarkdownBlock, reading: Reading, source: string): Piece[] {
  if (node.type === 'paragraph') return paragraphPieces(node.children, reading)
  const at = span(node)
  if (node.type === 'definition') {
    const written = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
    return reading.used.has(node.identifier) ? [] : blockPiece([{ type: 'paragraph', content: tidyInlines(verbatim(written)) }], at, 'paragraph')
  }
  const given = node.type !== 'heading' ? 'paragraph' : node.depth === 1 ? 'headline' : 'subhead'
  return [...blockPiece(storyBlocks(node, reading), at, given), ...picturePieces(reading)]
}

/** Title, deck and authors of the front matter, as pieces that say what they are. */
export function frontMatterPieces(front: FrontMatter): Piece[] {
  const piece = (text: string, line: number, given: LineRole): Piece => ({
    lines: [line],
    text,
    blocks: [{ type: 'paragraph', content: textInlines(text) }],
    picture: null,
    given,
    adjacent: false,
  })
  return [
    ...(front.title === null ? [] : [piece(front.title.text, front.title.line, 'headline')]),
    ...(front.deck === null ? [] : [piece(front.deck.text, front.deck.line, 'deck')]),
    ...front.authors.map(({ text, line }) => piece(text, line, 'byline')),
  ]
}
