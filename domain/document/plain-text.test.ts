import { describe, expect, it } from 'vitest'
import { plainText, wordCount } from './plain-text.ts'
import { EMPTY_DOCUMENT, type Inline, type Paragraph } from './schema.ts'

const text = (value: string): Inline => ({ type: 'text', text: value })
const paragraph = (...content: Inline[]): Paragraph => ({ type: 'paragraph', content })

describe('plainText', () => {
  it('reads every block that has words, one line a paragraph, and leaves pictures out', () => {
    expect(
      plainText({
        type: 'doc',
        content: [
          { type: 'heading', attrs: { level: 2 }, content: [text('Subhead')] },
          paragraph(text('One '), { type: 'text', text: 'bold', marks: [{ type: 'bold' }] }, { type: 'hardBreak' }, text('two')),
          { type: 'image', attrs: { assetId: '0198c0de-0000-7000-8000-000000000000', caption: 'Caption', alt: 'Alt', credit: 'Credit' } },
          { type: 'blockquote', content: [paragraph(text('Quoted')), { type: 'paragraph' }] },
          { type: 'pullQuote', attrs: { attribution: 'Somebody' }, content: [text('Pulled')] },
          {
            type: 'bulletList',
            content: [{ type: 'listItem', content: [paragraph(text('Outer')), { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph(text('Inner'))] }] }] }],
          },
          { type: 'heading', attrs: { level: 3 } },
        ],
      }),
    ).toBe('Subhead\nOne bold\ntwo\nQuoted\nPulled\nOuter\nInner')
  })

  it('reads fact boxes, tables and titles of embeds', () => {
    const cell = (value: string) => ({ type: 'tableCell' as const, content: [paragraph(text(value))] })
    expect(
      plainText({
        type: 'doc',
        content: [
          { type: 'factBox', attrs: { title: 'At a glance' }, content: [paragraph(text('Fact'))] },
          { type: 'divider' },
          { type: 'table', attrs: { caption: 'Scores' }, content: [{ type: 'tableRow', content: [cell('Home'), cell('3')] }] },
          { type: 'embed', attrs: { url: 'https://example.org', title: 'The recording' } },
          { type: 'missingPicture', attrs: { name: 'a.png', caption: 'c', alt: '' } },
          { type: 'gallery', content: [{ type: 'image', attrs: { assetId: '0198c0de-0000-7000-8000-000000000000', caption: 'c', alt: '', credit: '' } }] },
          { type: 'relatedStory', attrs: { storyId: '0198c0de-0000-7000-8000-000000000000' } },
        ],
      }),
    ).toBe('At a glance\nFact\nScores\nHome | 3\nThe recording')
  })

  it('reads open suggestions as if rejected', () => {
    const marked = (value: string, type: 'insertion' | 'deletion'): Inline => ({ type: 'text', text: value, marks: [{ type, attrs: { id: 'a:1' } }] })
    expect(plainText({ type: 'doc', content: [paragraph(text('They '), marked('lost', 'deletion'), marked('won', 'insertion'), text('.'))] })).toBe('They lost.')
  })

  it('is empty for an empty body', () => {
    expect(plainText(EMPTY_DOCUMENT)).toBe('')
  })
})

describe('wordCount', () => {
  it.each([
    ['', 0],
    [' \n\t ', 0],
    ['one', 1],
    ['  one two\nthree  ', 3],
    ['it’s self-made', 2],
  ])('%o has %i words', (value, count) => expect(wordCount(value)).toBe(count))
})
