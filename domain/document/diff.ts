import { diffWordsWithSpace } from 'diff'
import type { StoryContent } from '../story.ts'
import { plainText } from './plain-text.ts'
import { TEMPLATE_NAMES, templateFacts } from '../story-template.ts'
import { gamesOf, imagesOf, pollsOf, relatedStoriesOf, type Embed, type ImageNode, type StoryDocument } from './schema.ts'
import { sourcesOf } from './sources.ts'
import { suggestionsIn } from './suggestions.ts'

export type WordChange = { kind: 'same' | 'added' | 'removed'; text: string }
/** One part of a story that differs between two revisions, word by word. */
export type FieldChange = { label: string; words: WordChange[] }

/** A revision with names in place of ids, so that a person can read what changed. */
export type ReadableRevision = {
  content: Pick<StoryContent, 'headline' | 'deck' | 'tags' | 'lead' | 'body' | 'template'>
  address: string
  section: string
  bylines: string[]
  /** Headlines of the stories that it points to, by id, as far as they are known. */
  stories?: Readonly<Record<string, string>>
}

const picture = (one: { assetId: string; caption: string; alt: string; credit: string }) =>
  `Caption: ${one.caption}\nAlt text: ${one.alt}\nCredit: ${one.credit}\nPicture: ${one.assetId.slice(-6)}`

const inText = ({ attrs }: ImageNode) => `${picture(attrs)}${attrs.size === undefined ? '' : `\nSize: ${attrs.size}`}`

/** A line for each node that `describe` knows, in reading order. */
function linesOf(document: StoryDocument, describe: (node: { type?: unknown; text?: unknown; marks?: unknown; attrs?: unknown }) => string | null): string {
  const found: string[] = []
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) return value.forEach(visit)
    const node: { type?: unknown; text?: unknown; marks?: unknown; attrs?: unknown; content?: unknown } = value
    const line = describe(node)
    if (line !== null) found.push(line)
    visit(node.content)
  }
  visit(document.content)
  return found.join('\n')
}

function links(document: StoryDocument): string {
  return linesOf(document, ({ text, marks }) => {
    const link: unknown = Array.isArray(marks) ? marks.find((mark) => mark?.type === 'link') : undefined
    return typeof text === 'string' && typeof link === 'object' && link !== null && 'attrs' in link ? `${text}: ${hrefOf(link.attrs)}` : null
  })
}
const hrefOf = (attrs: unknown) => (typeof attrs === 'object' && attrs !== null && 'href' in attrs ? String(attrs.href) : '')

function outside(document: StoryDocument): string {
  return document.content
    .flatMap((block) => {
      if (block.type === 'embed') return [embedWords(block)]
      return block.type === 'missingPicture' ? [`A picture is missing: ${block.attrs.name}`] : []
    })
    .join('\n')
}

const CAPTION_WORDS = { yes: 'With captions', noSpeech: 'Nothing is said in it' } as const

function embedWords({ attrs: { title, url, stillAssetId, stillAlt = '', captions, transcript } }: Embed): string {
  return [
    `${title}: ${url}`,
    ...(stillAssetId === undefined ? [] : [`Still picture: ${stillAssetId.slice(-6)} ${stillAlt}`]),
    ...(captions === undefined ? [] : [CAPTION_WORDS[captions]]),
    ...(transcript === undefined ? [] : [`Transcript: ${transcript}`]),
  ].join('\n')
}

/** What has a line of its own in the comparison. */
const TOLD_APART = new Set(['text', 'image', 'embed', 'missingPicture', 'relatedStory', 'scoreboard', 'poll'])

/** Emphasis and the kind of each block are part of what readers see, so they are part of what is compared. */
function formatting(document: StoryDocument): string {
  return linesOf(document, ({ type, text, marks, attrs }) => {
    if (typeof text === 'string') {
      const emphasis = Array.isArray(marks) ? marks.filter((mark) => mark?.type === 'bold' || mark?.type === 'italic' || mark?.type === 'lang') : []
      return emphasis.length === 0 ? null : `${text} ${JSON.stringify(emphasis)}`
    }
    if (typeof type !== 'string' || TOLD_APART.has(type)) return null
    return attrs === undefined ? type : `${type} ${JSON.stringify(attrs)}`
  })
}

/** The passages that a source stands behind, and where it can be read; its words are part of the text. */
function sources(document: StoryDocument): string {
  return sourcesOf(document).sources.map(({ note, href, passages }) => `${passages.join(' / ')}: ${note}${href === null ? '' : ` ${href}`}`).join('\n')
}

function template({ template: chosen }: ReadableRevision['content']): string {
  return chosen === undefined ? TEMPLATE_NAMES.standard : [TEMPLATE_NAMES[chosen.kind], ...templateFacts(chosen).map(({ name, value }) => `${name}: ${value}`)].join('\n')
}

const related = ({ content, stories }: ReadableRevision) => relatedStoriesOf(content.body).map((id) => stories?.[id] ?? `Story ${id.slice(-6)}`).join('\n')
const scores = ({ content }: ReadableRevision) => gamesOf(content.body).map((id) => `Game ${id.slice(-6)}`).join('\n')
const polls = ({ content }: ReadableRevision) => pollsOf(content.body).map((id) => `Poll ${id.slice(-6)}`).join('\n')
const suggested = ({ content }: ReadableRevision) => suggestionsIn(content.body).map(({ kind, text }) => `${kind === 'insertion' ? 'Insert' : 'Delete'}: ${text}`).join('\n')

/** What differs between two revisions, field by field in reading order; empty = nothing that a reader would see. */
export function changesBetween(before: ReadableRevision, after: ReadableRevision): FieldChange[] {
  const pairs: [string, string, string][] = [
    ['Headline', before.content.headline, after.content.headline],
    ['Deck', before.content.deck, after.content.deck],
    ['Section', before.section, after.section],
    ['Web address', before.address, after.address],
    ['Template', template(before.content), template(after.content)],
    ['Bylines', before.bylines.join('\n'), after.bylines.join('\n')],
    ['Tags', before.content.tags.join(', '), after.content.tags.join(', ')],
    ['Lead picture', before.content.lead ? picture(before.content.lead) : '', after.content.lead ? picture(after.content.lead) : ''],
    ['Text', plainText(before.content.body), plainText(after.content.body)],
    ['Links', links(before.content.body), links(after.content.body)],
    ['Sources', sources(before.content.body), sources(after.content.body)],
    ['Pictures in the text', imagesOf(before.content.body).map(inText).join('\n'), imagesOf(after.content.body).map(inText).join('\n')],
    ['Embeds and missing pictures', outside(before.content.body), outside(after.content.body)],
    ['Related stories', related(before), related(after)],
    ['Scores', scores(before), scores(after)],
    ['Polls', polls(before), polls(after)],
    ['Open suggestions', suggested(before), suggested(after)],
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
    changes.push({ label: 'Formatting', words: [{ kind: 'same', text: 'Emphasis, subheads or the kind of a paragraph changed.' }] })
  }
  return changes
}
