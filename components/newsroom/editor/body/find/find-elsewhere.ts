import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { StoryContent } from '#domain/story.ts'
import { pictureNumber } from '../move/picture-numbers.ts'
import { countIn, replacedIn, type FindQuery } from './find-query.ts'

/** The words that blocks carry beside the text, by block. */
const BLOCK_WORDS: Readonly<Record<string, readonly { name: string; label: string; longest: number }[]>> = {
  image: [
    { name: 'caption', label: 'caption', longest: 1000 },
    { name: 'alt', label: 'alt text', longest: 500 },
    { name: 'credit', label: 'credit', longest: 200 },
  ],
  missingPicture: [{ name: 'caption', label: 'caption of the missing picture', longest: 1000 }],
  pullQuote: [{ name: 'attribution', label: 'Who said it', longest: 120 }],
  factBox: [{ name: 'title', label: 'Title of a fact box', longest: 120 }],
  table: [{ name: 'caption', label: 'Caption of a table', longest: 200 }],
  embed: [
    { name: 'title', label: 'Title of a card', longest: 200 },
    { name: 'stillAlt', label: 'Alt text of a still picture', longest: 500 },
    { name: 'stillCredit', label: 'Credit of a still picture', longest: 200 },
  ],
}

/** Words outside of the text that have what is sought. `field`: the id of the field to jump to; `pos`: the block, null for fields above the text. */
export type OtherHit = { id: string; label: string; words: string; count: number; field: string | null; pos: number | null; name: string; longest: number }

type Line = Omit<OtherHit, 'count' | 'id'>

function linesAbove({ headline, deck, lead }: Pick<StoryContent, 'headline' | 'deck' | 'lead'>): Line[] {
  const line = (name: string, label: string, words: string, longest: number, field: string): Line => ({ name, label, words, longest, field, pos: null })
  return [
    line('headline', 'Headline', headline, 200, 'field-headline'),
    line('deck', 'Deck', deck, 400, 'field-deck'),
    ...(lead === null
      ? []
      : [
          line('caption', 'Lead picture: caption', lead.caption, 1000, 'field-lead-caption'),
          line('alt', 'Lead picture: alt text', lead.alt, 500, 'field-lead-alt'),
          line('credit', 'Lead picture: credit', lead.credit, 200, 'field-lead-credit'),
        ]),
  ]
}

function linesInBlocks(doc: Node): Line[] {
  const lines: Line[] = []
  doc.descendants((node, pos) => {
    for (const { name, label, longest } of BLOCK_WORDS[node.type.name] ?? []) {
      const words: unknown = node.attrs[name]
      const number = pictureNumber(doc, pos)
      if (typeof words === 'string') lines.push({ name, longest, words, pos, label: number > 0 ? `Picture ${number}: ${label}` : label, field: number > 0 ? `field-image-${number}-${name}` : null })
    }
    return !node.isTextblock
  })
  return lines
}

/** Where else it stands: headline, deck, and the words of pictures, boxes, tables and cards. */
export function findElsewhere(content: Pick<StoryContent, 'headline' | 'deck' | 'lead'>, doc: Node, query: FindQuery): OtherHit[] {
  if (query.search === '') return []
  return [...linesAbove(content), ...linesInBlocks(doc)].flatMap((line) => {
    const count = countIn(line.words, query)
    return count === 0 ? [] : [{ ...line, count, id: `${line.pos ?? 'above'} ${line.field ?? ''} ${line.name}` }]
  })
}

/** The words of a hit with all that was sought replaced; null where they would be too long for their field. */
export function replacedWords(hit: OtherHit, query: FindQuery): string | null {
  const words = replacedIn(hit.words, query)
  return words.length <= hit.longest ? words : null
}

/** Replaces what was sought in the words of a block. */
export function replaceInBlock(state: EditorState, hit: OtherHit, words: string): Transaction | null {
  if (hit.pos === null || state.doc.nodeAt(hit.pos)?.attrs[hit.name] !== hit.words) return null
  return state.tr.setNodeAttribute(hit.pos, hit.name, words)
}

/** The patch that replaces what was sought above the text. */
export function replaceAbove(hit: OtherHit, words: string, lead: StoryContent['lead']): Partial<Pick<StoryContent, 'headline' | 'deck' | 'lead'>> {
  if (hit.name === 'headline') return { headline: words }
  if (hit.name === 'deck') return { deck: words }
  return lead === null ? {} : { lead: { ...lead, [hit.name]: words } }
}
