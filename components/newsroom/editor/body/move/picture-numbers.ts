import type { Node } from '@tiptap/pm/model'

/** One walk over the blocks for each state of the text, however many pictures ask. */
const counted = new WeakMap<Node, ReadonlyMap<number, number>>()

function numbersOf(doc: Node): ReadonlyMap<number, number> {
  const known = counted.get(doc)
  if (known !== undefined) return known
  const numbers = new Map<number, number>()
  doc.forEach((block, offset) => {
    if (block.type.name === 'image') numbers.set(offset, numbers.size + 1)
    if (block.type.name === 'gallery') block.forEach((_, inner) => void numbers.set(offset + 1 + inner, numbers.size + 1))
  })
  counted.set(doc, numbers)
  return numbers
}

/** Which picture of the body the one at `pos` is, counted from 1 as the publish checks count; 0 where none starts there. */
export function pictureNumber(doc: Node, pos: number | undefined): number {
  return pos === undefined ? 0 : (numbersOf(doc).get(pos) ?? 0)
}
