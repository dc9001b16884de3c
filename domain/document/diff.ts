import { diffWordsWithSpace } from 'diff'
import type { StoryContent } from '../story.ts'
import { plainText } from './plain-text.ts'
import { imagesOf } from './schema.ts'

export type WordChange = { kind: 'same' | 'added' | 'removed'; text: string }
/** One part of a story that differs between two revisions, word by word. */
export type FieldChange = { label: string; words: WordChange[] }

/** A revision with names in place of ids, so that a person can read what changed. */
export type ReadableRevision = {
  content: Pick<StoryContent, 'headline' | 'deck' | 'tags' | 'lead' | 'body'>
  address: string
  section: string
  bylines: string[]
}

const picture = (one: { assetId: string; caption: string; alt: string; credit: string }) =>
  `Caption: ${one.caption}\nAlt text: ${one.alt}\nCredit: ${one.credit}\nPicture: ${one.assetId.slice(-6)}`

/** Links and emphasis are part of what readers see, so they are part of what is compared. */
function formatting(document: ReadableRevision['content']['body']): string {
  const found: string[] = []
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) return value.forEach(visit)
    const node: { type?: unknown; text?: unknown; marks?: unknown; attrs?: unknown; content?: unknown } = value
    if (typeof node.text === 'string' && Array.isArray(node.marks)) found.push(`${node.text} ${JSON.stringify(node.marks)}`)
    if (typeof node.type === 'string' && node.type !== 'text' && node.type !== 'image') {
      found.push(node.attrs === undefined ? node.type : `${node.type} ${JSON.stringify(node.attrs)}`)
    }
    visit(node.content)
  }
  visit(document.content)
  return found.join('\n')
}

/** What differs between two revisions, field by field in reading order; empty = nothing that a reader would see. */
export function changesBetween(before: ReadableRevision, after: ReadableRevision): FieldChange[] {
  const pairs: [string, string, string][] = [
    ['Headline', before.content.headline, after.content.headline],
    ['Deck', before.content.deck, after.content.deck],
    ['Section', before.section, after.section],
    ['Web address', before.address, after.address],
    ['Bylines', before.bylines.join('\n'), after.bylines.join('\n')],
    ['Tags', before.content.tags.join(', '), after.content.tags.join(', ')],
    ['Lead picture', before.content.lead ? picture(before.content.lead) : '', after.content.lead ? picture(after.content.lead) : ''],
    ['Text', plainText(before.content.body), plainText(after.content.body)],
    [
      'Pictures in the text',
      imagesOf(before.content.body).map((node) => picture(node.attrs)).join('\n'),
      imagesOf(after.content.body).map((node) => picture(node.attrs)).join('\n'),
    ],
  ]
  const changes = pairs
    .filter(([, from, to]) => from !== to)
    .map(([label, from, to]) => ({
      label,
      words: diffWordsWithSpace(from, to).map(({ added, removed, value }) => ({
        kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
        text: value,
      })),
    }))
  if (formatting(before.content.body) !== formatting(after.content.body) && !changes.some(({ label }) => label === 'Text')) {
    changes.push({ label: 'Formatting', words: [{ kind: 'same', text: 'Links, emphasis or subheads changed.' }] })
  }
  return changes
}
