import type { HtmlBlock } from '../from-html/blocks.ts'
import { plainText } from '../document/plain-text.ts'
import { assemble, cleanUp, TOO_MANY_PARAGRAPHS, unread } from './assemble.ts'
import { classify } from './classify.ts'
import { cleanLine } from './clean-lines.ts'
import { captionWords, pictureOf, type PictureLine } from './picture-lines.ts'
import type { Piece } from './pieces.ts'
import { MAX_BLOCKS, type LineRole, type Overrides, type UnderstoodStory } from './understood-story.ts'

/** A block of a word processor's document; the picture of one, if it came along, is known by its number (from 0). */
export type DocumentBlock = Pick<HtmlBlock, 'block' | 'rank'>

/** What a block shows in the list of lines: its words, or the name of its picture. */
function lineOf({ block }: DocumentBlock): string {
  if (block.type === 'missingPicture') return block.attrs.name || block.attrs.alt || 'Picture'
  if (block.type === 'divider') return '* * *'
  return plainText({ type: 'doc', content: [block] })
}

function pictureIn({ block }: DocumentBlock): PictureLine | null {
  if (block.type !== 'missingPicture') return null
  const { name, alt, caption } = block.attrs
  const found = pictureOf(alt, name)
  return caption === '' ? found : { ...found, ...captionWords(caption), fromAlt: false }
}

/** What the document itself says that a block is. Plain paragraphs say nothing: the first of them may be a byline. */
function givenBy({ block, rank }: DocumentBlock): LineRole | null {
  if (block.type === 'heading') return rank === 1 ? 'headline' : 'subhead'
  return block.type === 'paragraph' || block.type === 'missingPicture' ? null : 'paragraph'
}

/** The source as lines, one a block. */
export function documentLines(blocks: readonly DocumentBlock[]): string[] {
  return blocks.map((one) => lineOf(one).replaceAll('\n', ' '))
}

/**
 * Reads the blocks of a word processor's document as a story, as understandMarkdown reads a file: a title is the headline,
 * other headings are subheads; lists, quotations, tables and emphasis stay; each picture is one to upload, unless it came along.
 */
export function understandDocument(blocks: readonly DocumentBlock[], overrides: Overrides = {}): UnderstoodStory {
  if (blocks.length > MAX_BLOCKS) return unread(TOO_MANY_PARAGRAPHS)
  const source = documentLines(blocks)
  const pieces = blocks.map((one, index): Piece => {
    const picture = pictureIn(one)
    return { lines: [index + 1], text: cleanLine(source[index] ?? ''), blocks: picture === null ? [one.block] : [], picture, given: givenBy(one), adjacent: false }
  })
  const roles = classify(pieces, overrides, 'markdown')
  const cleanups = pieces.flatMap(({ lines: [line = 1] }, index) => (roles[index] === 'dropped' && overrides[line] === undefined ? [cleanUp(line, 'doubled')] : []))
  return assemble({ source, pieces, roles, cleanups })
}
