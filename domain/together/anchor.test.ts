import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { anchorAt, anchorSchema, placeOf, placeOfQuote, quoteAnchor, textOfField, type Anchor } from './anchor.ts'
import { bodyText, documentText } from './body-text.ts'
import { findQuote, likeness, MAX_QUOTE, quoteAt, trimmedSpan } from './quote.ts'

type BodyAnchor = Extract<Anchor, { field: 'body' | 'headline' | 'deck' | 'leadCaption' | 'leadAlt' | 'leadCredit' }>

/** A shared document whose body has these paragraphs. */
function sharedDoc(paragraphs: readonly string[]): Y.Doc {
  const doc = new Y.Doc()
  paragraphs.forEach((text) => insertParagraph(doc, doc.getXmlFragment('body').length, text))
  return doc
}
function insertParagraph(doc: Y.Doc, index: number, text: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  if (text !== '') paragraph.insert(0, [new Y.XmlText(text)])
  doc.getXmlFragment('body').insert(index, [paragraph])
}
const runsOf = (doc: Y.Doc) => bodyText(doc.getXmlFragment('body'))

function onWords(doc: Y.Doc, words: string): BodyAnchor {
  const { text } = runsOf(doc)
  const from = text.indexOf(words)
  const anchor = anchorAt(doc, 'body', { from, to: from + words.length })
  if (anchor === null || anchor.field === 'caption') throw new Error('no anchor')
  return anchor
}
function wordsAt(doc: Y.Doc, anchor: BodyAnchor): string | null {
  const place = placeOf(doc, anchor)
  return place === null ? null : textOfField(doc, anchor.field).slice(place.from, place.to)
}

const STORY = ['The council met on Monday.', 'Students asked for later buses.', '', 'The vote was nine to two.']

describe('an anchor', () => {
  it('stays on its words while text is typed before, behind and beside it', () => {
    const doc = sharedDoc(STORY)
    const anchor = onWords(doc, 'later buses')
    const run = runsOf(doc).runs[1]
    run?.type.insert(19, 'much ')
    run?.type.insert(run.type.length - 1, ' every day')
    insertParagraph(doc, 0, 'A new beginning.')
    runsOf(doc).runs[1]?.type.delete(0, 4)
    expect(placeOf(doc, anchor)).toMatchObject({ edited: false })
    expect(wordsAt(doc, anchor)).toBe('later buses')
  })

  it('keeps to the passage when a word of it is corrected, and says that it was edited', () => {
    const doc = sharedDoc(['The principle of the school spoke.'])
    const anchor = onWords(doc, 'The principle')
    const run = runsOf(doc).runs[0]
    run?.type.delete(11, 2)
    run?.type.insert(11, 'al')
    expect(placeOf(doc, anchor)).toEqual({ from: 0, to: 13, edited: true })
    expect(wordsAt(doc, anchor)).toBe('The principal')
  })

  it('does not run away to the same short word elsewhere', () => {
    const doc = sharedDoc(['We saw the cat near the gate.', 'Over there the dog slept.'])
    const anchor = onWords(doc, 'the')
    runsOf(doc).runs[0]?.type.delete(7, 3)
    expect(placeOf(doc, anchor)).toBeNull()
  })

  it('follows a paragraph that is cut out and put in elsewhere', () => {
    const doc = sharedDoc(STORY)
    const anchor = onWords(doc, 'asked for later')
    doc.getXmlFragment('body').delete(1, 1)
    expect(placeOf(doc, anchor)).toBeNull()
    insertParagraph(doc, 3, 'Students asked for later buses.')
    expect(wordsAt(doc, anchor)).toBe('asked for later')
    expect(placeOf(doc, anchor)?.from).toBeGreaterThan(30)
  })

  it('goes to the moved words and not to what was typed over them', () => {
    const doc = sharedDoc(['One sentence about buses and their late arrivals.', 'Another one.'])
    const anchor = onWords(doc, 'about buses and their late arrivals')
    const first = runsOf(doc).runs[0]
    first?.type.delete(13, 35)
    first?.type.insert(13, 'of quite another kind')
    insertParagraph(doc, 2, 'It went on about buses and their late arrivals for long.')
    expect(wordsAt(doc, anchor)).toBe('about buses and their late arrivals')
  })

  it('is gone when its words are deleted or replaced', () => {
    const doc = sharedDoc(STORY)
    const anchor = onWords(doc, 'nine to two')
    const run = runsOf(doc).runs[2]
    run?.type.delete(13, 11)
    expect(placeOf(doc, anchor)).toBeNull()
    run?.type.insert(13, 'unanimous')
    expect(placeOf(doc, anchor)).toBeNull()
  })

  it('finds its words in another document with no history in common', () => {
    const anchor = onWords(sharedDoc(STORY), 'nine to two')
    expect(wordsAt(sharedDoc(['Before it all.', ...STORY]), anchor)).toBe('nine to two')
    expect(placeOfQuote(documentText({ content: [{ type: 'paragraph', content: [{ type: 'text', text: 'The vote was nine to two.' }] }] }), anchor)).toEqual({ from: 13, to: 24, edited: false })
    expect(placeOfQuote('Nothing of it.', anchor)).toBeNull()
  })

  it('reaches over paragraphs and line breaks', () => {
    const doc = sharedDoc(STORY)
    const broken = new Y.XmlElement('paragraph')
    broken.insert(0, [new Y.XmlText('first line'), new Y.XmlElement('hardBreak'), new Y.XmlText('second line')])
    doc.getXmlFragment('body').push([broken])
    const list = new Y.XmlElement('bulletList')
    const item = new Y.XmlElement('listItem')
    const inItem = new Y.XmlElement('paragraph')
    inItem.insert(0, [new Y.XmlText('in a list')])
    item.insert(0, [inItem])
    list.insert(0, [item])
    doc.getXmlFragment('body').push([list])
    expect(runsOf(doc).text).toBe(`${STORY.join('\n')}\nfirst line\nsecond line\nin a list`)
    const anchor = onWords(doc, 'to two.\nfirst line\nsec')
    insertParagraph(doc, 0, 'Earlier.')
    expect(wordsAt(doc, anchor)).toBe('to two.\nfirst line\nsec')
  })

  it('holds in the single lines, such as the headline', () => {
    const doc = new Y.Doc()
    doc.getText('headline').insert(0, 'School board votes')
    const anchor = anchorAt(doc, 'headline', { from: 7, to: 12 })
    doc.getText('headline').insert(0, 'The ')
    expect(anchor === null || anchor.field === 'caption' ? null : placeOf(doc, anchor)).toEqual({ from: 11, to: 16, edited: false })
  })

  it('has only words: no white space at its ends, none of nothing', () => {
    const doc = sharedDoc(['  a few words  ', '', 'next'])
    expect(anchorAt(doc, 'body', { from: 0, to: 15 })).toMatchObject({ exact: 'a few words' })
    expect(anchorAt(doc, 'body', { from: 13, to: 16 })).toBeNull()
    expect(anchorAt(doc, 'body', { from: 4, to: 4 })).toBeNull()
    expect(quoteAnchor({ field: 'caption', assetId: crypto.randomUUID() }, ' ', { from: 0, to: 1 })).toBeNull()
  })

  it('without any shared letters beside it has words alone', () => {
    const doc = sharedDoc([])
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('one'), new Y.XmlElement('hardBreak'), new Y.XmlText('two')])
    doc.getXmlFragment('body').push([paragraph])
    expect(anchorAt(doc, 'body', { from: 0, to: 3 })).toHaveProperty('positions')
    expect(quoteAnchor({ field: 'body' }, 'one\ntwo', { from: 0, to: 3 })).toEqual({ field: 'body', exact: 'one', prefix: '', suffix: '\ntwo' })
  })
})

describe('what comes from outside', () => {
  const good = { field: 'body', exact: 'words', prefix: '', suffix: '' }
  it('is refused unless it has the shape and size of an anchor', () => {
    expect(anchorSchema.safeParse(good).success).toBe(true)
    const bad: unknown[] = [
      null, {}, { ...good, field: 'slug' }, { ...good, exact: '' }, { ...good, exact: 'x'.repeat(MAX_QUOTE + 1) }, { ...good, prefix: 'x'.repeat(40) }, { ...good, more: 1 },
      { ...good, field: 'caption' }, { ...good, positions: { start: 'a' } }, { ...good, positions: { start: '<b>', end: '' } }, { ...good, positions: { start: 'A'.repeat(401), end: '' } },
    ]
    for (const one of bad) expect(anchorSchema.safeParse(one).success).toBe(false)
  })

  it('cannot break the search: places that no document knows are none', () => {
    const doc = sharedDoc(['Some words here.'])
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.uint8Array({ maxLength: 60 }), (a, b) => {
        const positions = { start: Buffer.from(a).toString('base64'), end: Buffer.from(b).toString('base64') }
        expect(placeOf(doc, { field: 'body', exact: 'Some words here.', prefix: '', suffix: '', positions })).toMatchObject({ from: 0, to: 16 })
      }),
    )
    expect(placeOf(doc, { field: 'body', exact: 'words', prefix: 'Some ', suffix: ' here.', positions: { start: 'A===', end: '=' } })).toEqual({ from: 5, to: 10, edited: false })
    const other = anchorAt(sharedDoc(['Some']), 'body', { from: 0, to: 4 })
    expect(other === null || other.field === 'caption' ? null : placeOf(doc, { ...other, field: 'headline' })).toBeNull()
  })
})

describe('quotes', () => {
  it('choose among the same words by what stands around them, then by nearness', () => {
    const text = 'red fox, blue fox, red fox'
    expect(findQuote(text, { exact: 'fox', prefix: 'blue ', suffix: '' })).toMatchObject({ from: 14, only: false })
    expect(findQuote('fox fox fox', { exact: 'fox', prefix: '', suffix: '' }, 7)).toMatchObject({ from: 8 })
    expect(findQuote(text, { exact: 'blue', prefix: '', suffix: '' })).toMatchObject({ from: 9, only: true })
    expect(findQuote(text, { exact: '', prefix: '', suffix: '' })).toBeNull()
  })

  it('never cut a character in half', () => {
    const text = `${'x'.repeat(10)}😀 word 😀${'y'.repeat(30)}`
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), (a, b) => {
        const span = trimmedSpan(text, { from: a, to: b })
        if (span === null) return
        const quote = quoteAt(text, span)
        for (const part of Object.values(quote)) expect(part.isWellFormed()).toBe(true)
      }),
    )
    expect(trimmedSpan('x'.repeat(MAX_QUOTE + 50), { from: 0, to: MAX_QUOTE + 50 })).toEqual({ from: 0, to: MAX_QUOTE })
  })

  it('know how alike two passages are', () => {
    expect([likeness('', ''), likeness('same', 'same'), likeness('abcd', 'abxd'), likeness('abc', 'xyz')]).toEqual([1, 1, 0.75, 0])
  })
})

describe('whatever else happens to the story', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdefghij '), minLength: 1, maxLength: 14 })
  const PASSAGE = 'the words that the note is about'
  type Edit = { kind: 'before' | 'behind' | 'block' | 'drop' | 'move'; at: number; text: string }
  const edits = fc.array(fc.record({ kind: fc.constantFrom<Edit['kind'][]>('before', 'behind', 'block', 'drop', 'move'), at: fc.nat(40), text: word }), { maxLength: 25 })

  /** Does one edit that leaves the passage itself alone. */
  function edit(doc: Y.Doc, { kind, at, text }: Edit): void {
    const body = doc.getXmlFragment('body')
    const blocks = body.toArray().filter((block) => block instanceof Y.XmlElement)
    const own = blocks.findIndex((block) => block.toString().includes(PASSAGE))
    const home = runsOf(doc).runs.find(({ type }) => type.toString().includes(PASSAGE))
    if (home === undefined) throw new Error('the passage was lost')
    const start = home.type.toString().indexOf(PASSAGE)
    if (kind === 'before') home.type.insert(at % (start + 1), text)
    else if (kind === 'behind') home.type.insert(Math.max(start + PASSAGE.length, home.type.length - (at % 5)), text)
    else if (kind === 'block') insertParagraph(doc, at % (blocks.length + 1), text)
    else if (kind === 'drop') {
      const other = at % blocks.length
      if (other !== own) body.delete(other, 1)
    } else {
      const words = home.type.toString()
      body.delete(own, 1)
      insertParagraph(doc, at % blocks.length, words)
    }
  }

  it('the anchor stays on the same words, and two who merge agree on where', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), fc.nat(5), word, edits, edits, (paragraphs, place, around, mine, theirs) => {
        const doc = sharedDoc(paragraphs)
        insertParagraph(doc, Math.min(place, paragraphs.length), `${around} ${PASSAGE} ${around}`)
        const anchor = onWords(doc, PASSAGE)
        const other = new Y.Doc()
        Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
        for (const one of mine) edit(doc, one)
        expect(wordsAt(doc, anchor)).toBe(PASSAGE)
        for (const one of theirs.filter(({ kind }) => kind !== 'move')) edit(other, one)
        expect(wordsAt(other, anchor)).toBe(PASSAGE)
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
        Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
        expect(placeOf(doc, anchor)).toEqual(placeOf(other, anchor))
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  it('a stored document and the shared one count alike', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (paragraphs) => {
        const stored = { content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }, { type: 'hardBreak' }, { type: 'image' }] })) }
        const doc = new Y.Doc()
        for (const text of paragraphs) {
          const paragraph = new Y.XmlElement('paragraph')
          paragraph.insert(0, [new Y.XmlText(text), new Y.XmlElement('hardBreak')])
          doc.getXmlFragment('body').push([paragraph])
        }
        expect(runsOf(doc).text).toBe(documentText(stored))
      }),
    )
  })
})
