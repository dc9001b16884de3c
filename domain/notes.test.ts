import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_MENTIONS, mentionAtCursor, mentionedIn, newNoteSchema, newReplySchema, notePieces, peopleLike } from './notes.ts'

const kinds = (text: string, names: string[] = []) => notePieces(text, names).map(({ kind, text: part }) => (kind === 'text' ? part : `${kind}:${part}`))

describe('the text of a note', () => {
  it('shows web addresses without what ends the sentence, and only safe ones', () => {
    expect(kinds('See https://school.example/a?b=1. Then (http://school.example) or javascript:alert(1).')).toEqual([
      'See ', 'link:https://school.example/a?b=1', '. Then (', 'link:http://school.example', ') or javascript:alert(1).',
    ])
    expect(kinds('https://en.example/wiki/Bus_(road), https://user:pass@evil.example')).toEqual(['link:https://en.example/wiki/Bus_(road)', ', https://user:pass@evil.example'])
    expect(kinds('https://.')).toEqual(['https://.'])
  })

  it('knows the names of the people mentioned, the longer one first, and none inside an address', () => {
    expect(kinds('@Ana Ruiz and @Ana: look at https://x.example/@Ana', ['Ana', 'Ana Ruiz'])).toEqual([
      'mention:@Ana Ruiz', ' and ', 'mention:@Ana', ': look at ', 'link:https://x.example/@Ana',
    ])
    expect(kinds('@Nobody here')).toEqual(['@Nobody here'])
  })

  it('loses nothing, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('@', 'Ana', ' ', 'https://', 'a.b', ')', '(', '.', '<', '\n') }), fc.array(fc.constantFrom('Ana', 'Ana a', 'a')), (text, names) => {
        expect(notePieces(text, names).map((piece) => piece.text).join('')).toBe(text)
      }),
    )
  })
})

describe('mentions', () => {
  const people = [{ name: 'Ana Ruiz' }, { name: 'Ana' }, { name: 'Théo Lindqvist-Amari' }, ...Array.from({ length: 9 }, (_, index) => ({ name: `Bo ${index}` }))]

  it('are those whose whole name stands behind an "@"', () => {
    expect(mentionedIn('@Ana Ruiz, please. Ask Théo Lindqvist-Amari.', people)).toEqual([{ name: 'Ana Ruiz' }])
    expect(mentionedIn('nothing', people)).toEqual([])
  })

  it('begin at a free-standing "@" in the line of the cursor', () => {
    expect(mentionAtCursor('Ask @The', 8)).toEqual({ from: 4, query: 'The' })
    expect(mentionAtCursor('@', 1)).toEqual({ from: 0, query: '' })
    for (const [text, cursor] of [['none', 4], ['a@b', 3], ['@one\ntwo', 8], [`@${'x'.repeat(31)}`, 32], ['Ask @The', 3]] as const) expect(mentionAtCursor(text, cursor)).toBeNull()
  })

  it('find people by any part of their name, without accents, eight at most', () => {
    expect(peopleLike(people, 'theo')).toEqual([{ name: 'Théo Lindqvist-Amari' }])
    expect(peopleLike(people, 'amari')).toEqual([{ name: 'Théo Lindqvist-Amari' }])
    expect(peopleLike(people, 'b')).toHaveLength(8)
    expect(peopleLike(people, 'zz')).toEqual([])
  })
})

it('what a browser sends is a note of bounded size, or none', () => {
  const id = crypto.randomUUID()
  const note = { storyId: id, revisionId: id, body: 'Say who.', blocking: false, anchor: null, mentions: [] }
  expect(newNoteSchema.safeParse(note).success).toBe(true)
  expect(newReplySchema.safeParse({ noteId: id, body: 'Done.', mentions: [id] }).success).toBe(true)
  for (const bad of [{ body: ' ' }, { body: 'x'.repeat(4001) }, { blocking: 'yes' }, { anchor: { field: 'body' } }, { mentions: Array.from({ length: MAX_MENTIONS + 1 }, () => id) }, { parentId: id }]) {
    expect(newNoteSchema.safeParse({ ...note, ...bad }).success).toBe(false)
  }
})
