import type { FrontView } from '#domain/story-view.ts'

/** wide: across the page · half: beside another one · columns: across the page, one column a story, for what has no pictures. */
export type BlockShape = 'wide' | 'half' | 'columns'

/**
 * How the sections of a full front page stand, in their order: the first with pictures across the page, what follows in twos, and one that is left
 * over across the page again, so that no two bands in a row look alike and no half of the page stays empty.
 */
export function blockShapes(blocks: FrontView['blocks']): BlockShape[] {
  const shapes: BlockShape[] = []
  let hadWide = false
  for (let at = 0; at < blocks.length; at += 1) {
    const isPlain = (block = blocks[at]) => block !== undefined && block.stories.length > 2 && block.stories.every(({ lead }) => lead === null)
    if (isPlain()) shapes.push('columns')
    else if (hadWide && at + 1 < blocks.length && !isPlain(blocks[at + 1])) {
      shapes.push('half', 'half')
      at += 1
    } else {
      shapes.push('wide')
      hadWide = true
    }
  }
  return shapes
}
