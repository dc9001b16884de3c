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
