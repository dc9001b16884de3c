import { textAt, type CopyBlock, type CopyPicture, type CopyText, type Finding, type Rule } from '../finding.ts'

type Parts = Partial<Omit<CopyText, 'blocks' | 'pictures' | 'bylines'>> & {
  /** A string is a paragraph. */
  body?: (string | Partial<CopyBlock>)[]
  pictures?: Partial<CopyPicture>[]
  bylines?: Partial<CopyText['bylines'][number]>[]
}

/** A story for a rule to read; what a test does not speak of is empty. */
export function copyOf({ body = [], pictures = [], bylines = [], ...parts }: Parts): CopyText {
  return {
    headline: '',
    deck: '',
    section: null,
    isNews: false,
    staffNames: [],
    paperWords: [],
    sources: [],
    ...parts,
    bylines: bylines.map((byline) => ({ name: 'Ana Ruiz', credit: '', onStaff: true, ...byline })),
    blocks: body.map((block, index) => ({
      kind: 'paragraph', level: null, text: '', links: [], gaps: [], ...(typeof block === 'string' ? { text: block } : block), index,
    })),
    pictures: pictures.map((picture, index) => ({
      field: index === 0 ? 'lead' : `image-${index}`, caption: '', alt: '', credit: 'Ana Ruiz', rights: 'STAFF', people: [], ...picture,
    })),
  }
}

/** The passages that a rule names, in paragraphs or in a whole story. */
export function found(rule: Rule, story: CopyText | string | string[]): string[] {
  return rule.find(asCopy(story)).map(({ passage }) => passage)
}

function asCopy(story: CopyText | string | string[]): CopyText {
  if (typeof story === 'string') return copyOf({ body: [story] })
  return Array.isArray(story) ? copyOf({ body: story }) : story
}

/** One paragraph after every fix that a rule offers in it. */
export function corrected(rule: Rule, paragraph: string): string {
  return rule
    .find(copyOf({ body: [paragraph] }))
    .toSorted((one, other) => other.place.from - one.place.from)
    .reduce((text, { place: { from, to }, fix }) => (fix === undefined ? text : text.slice(0, from) + fix + text.slice(to)), paragraph)
}

/** A story after the fix of one finding; the story as it was where there is none. */
export function withFix(text: CopyText, { place, fix, removeBlock }: Finding): CopyText {
  if (removeBlock) return { ...text, blocks: text.blocks.filter(({ index }) => index !== place.block).map((block, index) => ({ ...block, index })) }
  if (fix === undefined) return text
  const before = textAt(place, text)
  const after = before.slice(0, place.from) + fix + before.slice(place.to)
  if (place.field === 'headline' || place.field === 'deck') return { ...text, [place.field]: after }
  if (place.field === 'body') return { ...text, blocks: text.blocks.map((block) => (block.index === place.block ? { ...block, text: after, links: [] } : block)) }
  if (place.field === 'sources') return { ...text, sources: text.sources.map((note, at) => (at === place.block ? after : note)) }
  return { ...text, pictures: text.pictures.map((picture) => (picture.field === place.field ? { ...picture, [place.part ?? 'caption']: after } : picture)) }
}
