import { expect, it } from 'vitest'
import { notePassage, optOutChecks, optOutHits, passagesOf, pictureNameChecks } from './named-people.ts'
import type { StoryContent } from './story.ts'

const [LEAD, IMAGE, STILL] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000003']
const LIST = [{ id: 'ana', names: ['Ana Ruiz', 'Annie'] }, { id: 'lee', names: ['Lee Park'] }]

function story(change: Partial<StoryContent>): StoryContent {
  return { headline: '', deck: '', slug: '', sectionId: null, tags: [], bylines: [], lead: null, body: { type: 'doc', content: [{ type: 'paragraph' }] }, ...change }
}
const text = (words: string) => [{ type: 'text' as const, text: words }]
const hitsIn = (content: StoryContent, bylines: string[] = [], fileName = '') =>
  optOutHits(passagesOf(content, bylines, { [LEAD]: { fileName, people: [] }, [IMAGE]: { fileName: '', people: [] }, [STILL]: { fileName, people: [] } }), LIST)

it.each<[string, StoryContent, string, string]>([
  ['headline', story({ headline: 'Ana Ruiz wins' }), 'the headline', 'Ana Ruiz'],
  ['deck', story({ deck: 'By ANA RUIZ’S side' }), 'the deck', 'ANA RUIZ’S'],
  ['slug', story({ slug: 'ana-ruiz-wins' }), 'the web address', 'ana-ruiz'],
  ['tag', story({ tags: ['Annie'] }), 'the topics', 'Annie'],
  ['fact of a review', story({ template: { kind: 'review', reviewed: 'show', title: '', maker: 'Ana Ruiz', where: '', when: '', price: '', rating: null } }), 'the facts of the review', 'Ana Ruiz'],
  ['source', story({ body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'So it is.', marks: [{ type: 'source', attrs: { note: 'Told by Ana Ruiz' } }] }] }] } }), 'the text', 'Ana Ruiz'],
  ['text', story({ body: { type: 'doc', content: [{ type: 'paragraph', content: text('and Ruiz, Ana too') }] } }), 'the text', 'Ruiz, Ana'],
  ['attribution', story({ body: { type: 'doc', content: [{ type: 'pullQuote', attrs: { attribution: 'Ana Ruiz' }, content: text('Run.') }] } }), 'the text', 'Ana Ruiz'],
  ['missing picture', story({ body: { type: 'doc', content: [{ type: 'missingPicture', attrs: { name: 'ana_ruiz.jpg', caption: '', alt: '' } }] } }), 'the name of a file in the text', 'ana_ruiz'],
  ['embed', story({ body: { type: 'doc', content: [{ type: 'embed', attrs: { url: 'https://example.org/a', title: 'x', stillAssetId: STILL, stillAlt: 'Ana Ruiz runs', stillCredit: '' } }] } }), 'the text', 'Ana Ruiz'],
  ['caption', story({ lead: { assetId: LEAD, caption: 'Ana Ruiz', alt: '', credit: '' } }), 'the caption of the lead picture', 'Ana Ruiz'],
  ['alt', story({ lead: { assetId: LEAD, caption: '', alt: 'Ana Ruiz', credit: '' } }), 'the alt text of the lead picture', 'Ana Ruiz'],
  ['credit', story({ body: { type: 'doc', content: [{ type: 'gallery', content: [{ type: 'image', attrs: { assetId: IMAGE, caption: '', alt: '', credit: 'Ana Ruiz' } }] }] } }), 'the credit of picture 1', 'Ana Ruiz'],
])('somebody of the list is found in the %s', (_, content, where, passage) => {
  expect(hitsIn(content)).toMatchObject([{ optOutId: 'ana', where, passage }])
})

it('finds names in file names and bylines', () => {
  const lead = { assetId: LEAD, caption: '', alt: '', credit: '' }
  expect(hitsIn(story({ lead }), [], 'Ana%20Ruiz.jpg')).toMatchObject([{ field: 'lead', where: 'the file name of the lead picture' }])
  expect(hitsIn(story({ lead }), [], '100%Ana%20Ruiz.jpg')).toHaveLength(1)
  expect(hitsIn(story({}), ['Lee Park'])).toMatchObject([{ optOutId: 'lee', field: 'bylines' }])
  const body = { type: 'doc' as const, content: [{ type: 'embed' as const, attrs: { url: 'https://example.org/a', title: '', stillAssetId: STILL } }] }
  expect(hitsIn(story({ body }), [], 'ana-ruiz.jpg')).toMatchObject([{ field: 'body' }])
})

it('tells the writer the passage and nobody else of the list, once, until it was allowed', () => {
  const hits = hitsIn(story({ headline: 'Annie and Lee Park and Annie' }))
  expect(hits).toHaveLength(2)
  const checks = optOutChecks(hits, new Set())
  expect(checks.map(({ message }) => message)).toEqual(['A name on the opt-out list is in the headline (“Annie”): ask your adviser.', 'A name on the opt-out list is in the headline (“Lee Park”): ask your adviser.'])
  expect(checks.every(({ waitsFor }) => waitsFor === 'adviser')).toBe(true)
  expect(JSON.stringify(checks)).not.toContain('Ruiz')
  expect(optOutChecks(hits, new Set(['ana']))).toHaveLength(1)
  expect(optOutChecks(hits, new Set(['ana', 'lee']))).toEqual([])
  expect(optOutHits([{ field: 'body', where: 'the text', text: 'Annie', fileName: false }], [])).toEqual([])
})

it('flags a name under the picture that shows its bearer, and no other name', () => {
  const picture = (assetId: string, caption: string, alt = '') => ({ assetId, caption, alt, credit: 'Ana Ruiz' })
  const content = story({
    lead: picture(LEAD, 'Ana Ruiz and Lee Park', 'Ana Ruiz'),
    body: { type: 'doc', content: [{ type: 'image', attrs: picture(IMAGE, 'Lee Park') }] },
  })
  const checks = pictureNameChecks(content, { [LEAD]: { fileName: '', people: ['Ana Ruiz'] }, [IMAGE]: { fileName: '', people: ['Ana Ruiz'] } })
  expect(checks).toEqual([{ field: 'lead', message: expect.stringContaining('Lead picture: this paper never puts a name to a picture, and “Ana Ruiz” can be seen here.') }])
  expect(pictureNameChecks(content, {})).toEqual([])
})

it('looks for names in a note for readers too', () => {
  expect(optOutHits([notePassage('It was Ana Ruiz who won.')], LIST)).toEqual([{ optOutId: 'ana', field: 'notes', where: 'the note for readers', passage: 'Ana Ruiz' }])
})
