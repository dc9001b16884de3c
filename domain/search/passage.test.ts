import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldWithPlaces } from './fold.ts'
import { hitsIn as hitsInFolded, passageOf, piecesOf, type Piece } from './passage.ts'

const hitsIn = (text: string, ...words: string[]) => hitsInFolded(text, foldWithPlaces(text), (word) => words.includes(word))
const passage = (text: string, ...words: string[]) => passageOf(text, hitsIn(text, ...words))
const shown = (pieces: readonly Piece[] | null) => pieces?.map(({ text, hit }) => (hit ? `<${text}>` : text)).join('') ?? null

describe('what was found', () => {
  it('is marked in the text as it was written', () => {
    const text = 'The “Núñez’s” café — a café\u0301.'
    expect(shown(piecesOf(text, hitsIn(text, 'nunezs', 'cafe')))).toBe('The “<Núñez’s>” <café> — a <café\u0301>.')
    expect(shown(piecesOf('𝕮hess', hitsIn('𝕮hess', 'chess')))).toBe('<𝕮hess>')
    expect(shown(piecesOf('nothing here', []))).toBe('nothing here')
    expect(piecesOf('', [])).toEqual([])
  })

  it('is whole words, each where it stands', () => {
    expect(hitsIn('Chess, chessboards and CHESS', 'chess').map(({ start, end }) => [start, end])).toEqual([[0, 5], [23, 28]])
    expect(hitsIn('', 'chess')).toEqual([])
  })

  it('never changes a text, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.integer({ min: 0, max: 9 }), (text, at) => {
        const words = fold(text).split(' ').filter((word) => word !== '')
        const hits = hitsIn(text, words[at % Math.max(1, words.length)] ?? '')
        expect(piecesOf(text, hits).map((piece) => piece.text).join('')).toBe(text)
        const found = passageOf(text, hits)
        if (hits.length === 0) expect(found).toBeNull()
        else expect(found?.some(({ hit }) => hit)).toBe(true)
      }),
    )
  })
})

describe('a passage', () => {
  const filler = 'Nothing of it stands in this one, which goes on for a while. '

  it('is the whole of a short text, and nothing where nothing stands', () => {
    expect(shown(passage('We play chess.', 'chess'))).toBe('We play <chess>.')
    expect(passage('We play.', 'chess')).toBeNull()
  })

  it('begins with its sentence or paragraph where that is near, and ends with a word', () => {
    expect(shown(passage(`${filler.repeat(4)}Then they played chess all night. ${filler.repeat(6)}`, 'chess'))).toMatch(/^… Then they played <chess> all night\. .* …$/)
    expect(shown(passage(`${filler.repeat(4)}\nThe club plays chess.\n${filler}`, 'chess'))).toMatch(/^… The club plays <chess>\. Nothing .*while\. $/)
  })

  it('begins with a word in a long sentence, and cuts a word that is too long', () => {
    const long = 'word after word '.repeat(20)
    expect(shown(passage(`${long}chess ${long}`, 'chess'))).toMatch(/^… (word|after) .*<chess> .*(word|after) …$/)
    expect(shown(passage(`${'x'.repeat(300)} chess`, 'chess'))).toBe('… <chess>')
    expect(shown(passage(`${'x'.repeat(300)}-chess-${'y'.repeat(300)}`, 'chess'))).toMatch(/^… <chess>-y+ …$/)
  })

  it('is the one with most different words', () => {
    expect(shown(passage(`Chess chess chess. ${filler.repeat(6)}Chess and checkers. ${filler.repeat(6)}`, 'chess', 'checkers'))).toMatch(/^… <Chess> and <checkers>\./)
  })
})
