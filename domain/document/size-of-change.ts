import { assetIdsOf, type StoryContent } from '../story.ts'
import { plainText } from './plain-text.ts'
import { imagesOf } from './schema.ts'

/** How much differs between two revisions, for a line in a list. `parts`: what changed besides the words of the text, in words. */
export type ChangeSize = { added: number; removed: number; parts: string[] }

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== '')

/** How often each word stands in a text. */
function bag(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function missing(from: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let count = 0
  for (const [word, times] of from) count += Math.max(0, times - (other.get(word) ?? 0))
  return count
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const pictureWords = (content: StoryContent) => [content.lead, ...imagesOf(content.body).map(({ attrs }) => attrs)].map((one) => (one === null ? null : [one.caption, one.alt, one.credit]))

/**
 * The size of the change from one revision to the next: words that came and went wherever they stand (a moved paragraph
 * counts as none), and the other parts that differ. Linear in the length of the text; the review page shows the change itself.
 */
export function sizeOfChange(before: StoryContent, after: StoryContent): ChangeSize {
  const [old, now] = [bag(wordsOf(plainText(before.body))), bag(wordsOf(plainText(after.body)))]
  const parts: [string, boolean][] = [
    ['headline', before.headline !== after.headline],
    ['deck', before.deck !== after.deck],
    ['pictures', !same(assetIdsOf(before), assetIdsOf(after))],
    ['captions', !same(pictureWords(before), pictureWords(after))],
    ['bylines', !same(before.bylines, after.bylines)],
    ['section', before.sectionId !== after.sectionId],
    ['tags', !same(before.tags, after.tags)],
    ['web address', before.slug !== after.slug],
  ]
  return { added: missing(now, old), removed: missing(old, now), parts: parts.filter(([, differs]) => differs).map(([name]) => name) }
}

/** The size in words: "12 words added, 3 removed; headline, captions". */
export function sizeInWords({ added, removed, parts }: ChangeSize): string {
  const words = (count: number) => (count === 1 ? '1 word' : `${count} words`)
  const text = [added > 0 ? `${words(added)} added` : '', removed > 0 ? `${added > 0 ? removed : words(removed)} removed` : ''].filter((part) => part !== '').join(', ')
  const all = [text, parts.join(', ')].filter((part) => part !== '').join('; ')
  return all === '' ? 'nothing that a reader would see' : all
}
