import { Node } from '@tiptap/core'
import { onlyWithId } from './word-attribute.ts'

/** A block that is an id alone: what it shows is looked up. */
function cardNode(name: 'scoreboard' | 'poll', attribute: 'gameId' | 'pollId', data: string): Node {
  return Node.create({
    name,
    group: 'block',
    atom: true,
    selectable: true,
    draggable: false,
    addAttributes: () => ({
      [attribute]: {
        default: '',
        parseHTML: (element: HTMLElement) => element.getAttribute(data) ?? '',
        renderHTML: (attributes: Record<string, unknown>) => ({ [data]: attributes[attribute] }),
      },
    }),
    parseHTML: () => [{ tag: `div[${data}]`, getAttrs: onlyWithId(data) }],
    renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes],
  })
}

/** A game of the sports desk. */
export const Scoreboard = cardNode('scoreboard', 'gameId', 'data-game-id')
/** A question to readers. */
export const Poll = cardNode('poll', 'pollId', 'data-poll-id')
