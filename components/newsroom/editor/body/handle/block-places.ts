import type { Node } from '@tiptap/pm/model'
import { textKindOf, TEXT_KIND_NAMES } from '../move/change-block.ts'

const NAMES: Readonly<Record<string, string>> = {
  image: 'picture',
  gallery: 'gallery',
  missingPicture: 'missing picture',
  divider: 'divider',
  table: 'table',
  relatedStory: 'related story',
  scoreboard: 'score',
  poll: 'poll',
  embed: 'card',
}

/** What a block is called, such as "subhead". */
export function blockName(block: Node): string {
  const kind = textKindOf(block)
  return kind === null ? (NAMES[block.type.name] ?? 'block') : TEXT_KIND_NAMES[kind]
}

/** Where a block stands on the screen, in pixels from the top of whatever it is measured from. */
export type Span = { top: number; bottom: number }

/** Before which block (the number of blocks: at the end) something dropped at `y` goes: above a block's middle, before it. */
export function dropIndex(spans: readonly Span[], y: number): number {
  const at = spans.findIndex(({ top, bottom }) => y < (top + bottom) / 2)
  return at === -1 ? spans.length : at
}

/** Where the line that shows such a place is drawn: halfway between the blocks around it. */
export function dropLine(spans: readonly Span[], index: number): number {
  const [above, below] = [spans[index - 1], spans[index]]
  if (above !== undefined && below !== undefined) return (above.bottom + below.top) / 2
  return above?.bottom ?? below?.top ?? 0
}
