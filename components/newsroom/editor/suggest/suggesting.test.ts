import { baseKeymap, deleteSelection, joinBackward, splitBlock, toggleMark } from '@tiptap/pm/commands'
import { Fragment, Slice } from '@tiptap/pm/model'
import { AllSelection, NodeSelection, TextSelection, type Command } from '@tiptap/pm/state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openSuggestions } from './resolve.ts'
import { suggestionAt } from './suggesting.ts'
import { together, type TestEditor } from './testing/shared-editors.ts'

const ids = (editor: TestEditor) => openSuggestions(editor.state().doc).map(({ id }) => id)
/** What the browser does on Backspace inside a text block. */
const backspace: Command = (state, dispatch) => {
  const { from, empty, $from } = state.selection
  if (!empty) return deleteSelection(state, dispatch)
  if ($from.parentOffset === 0) return joinBackward(state, dispatch)
  dispatch?.(state.tr.delete(from - 1, from))
  return true
}
const forwardDelete: Command = (state, dispatch) => {
  dispatch?.(state.tr.delete(state.selection.from, state.selection.from + 1))
  return true
}
function suggesting(texts: string[]): [TestEditor, TestEditor] {
  const [editor, writer] = together(texts)
  editor.suggest(true)
  return [editor, writer]
}

describe('suggestions', () => {
  it('mark what is typed and what is deleted, on both sides of the wire', () => {
    const [editor, writer] = suggesting(['The council met on Monday.'])
    editor.at('council').type(' board')
    editor.at('on Monday', true)
    editor.run(deleteSelection)
    for (const one of [editor, writer]) expect(one.marked()).toBe('The council+ board+ met -on Monday-.')
    expect(writer.text()).toBe('The council board met on Monday.')
  })

  it('keep the source and the language of what is pasted, on both sides of the wire', () => {
    const paste = (on: boolean) => {
      const [editor, writer] = together(['The council met.'])
      editor.suggest(on)
      const { schema } = editor.state()
      const marks = [schema.mark('source', { note: 'Minutes', href: null }), schema.mark('lang', { lang: 'es' })]
      editor.at('council')
      editor.run((state, dispatch) => {
        dispatch?.(state.tr.replaceSelection(new Slice(Fragment.from(schema.text(' y junta', marks)), 0, 0)))
        return true
      })
      return [editor, writer].map((one) => {
        const marked: string[] = []
        one.state().doc.descendants((node) => void (node.marks.some(({ type }) => type.name === 'source') && marked.push(`${node.text}: ${node.marks.map(({ type }) => type.name).join(' ')}`)))
        return marked
      })
    }
    expect(paste(false)).toEqual([[' y junta: source lang'], [' y junta: source lang']])
    expect(paste(true)).toEqual([[' y junta: source lang insertion'], [' y junta: source lang insertion']])
  })

  it('never turn another person’s typing into a suggestion', () => {
    const [editor, writer] = suggesting(['One.', 'Two.'])
    writer.at('Two.').type(' Three.')
    writer.at('One').type(' and a half')
    expect(editor.marked()).toBe('One and a half.\nTwo. Three.')
    writer.at('Two. ', true)
    writer.run(deleteSelection)
    expect(editor.marked()).toBe('One and a half.\nThree.')
    expect(ids(editor)).toEqual([])
  })

  it('stay with the text while the writer types around and inside them', () => {
    const [editor, writer] = suggesting(['The bus was late.'])
    editor.at('bus').type('es')
    editor.at('was', true).type('were')
    expect(writer.marked()).toBe('The bus+es+ -was-+were+ late.')
    writer.at('The ').type('school ')
    writer.at('late').type('r')
    expect(editor.marked()).toBe('The school bus+es+ -was-+were+ later.')
  })

  it('one by one or all, accepted or rejected, by the writer', () => {
    const start = () => {
      const pair = suggesting(['The bus was late.'])
      pair[0].at('bus').type('es')
      pair[0].at('was', true).type('were')
      return pair
    }
    const [editor, writer] = start()
    const [plural = '', verb = ''] = ids(writer)
    writer.decide([plural], true)
    writer.decide([verb], false)
    for (const one of [editor, writer]) expect(one.marked()).toBe('The buses was late.')
    const [, all] = start()
    all.decide('all', true)
    expect(all.marked()).toBe('The buses were late.')
    const [, none] = start()
    none.decide('all', false)
    expect(none.marked()).toBe('The bus was late.')
    none.decide('all', true)
    expect(none.marked()).toBe('The bus was late.')
  })

  it('typing on extends the same suggestion; taking one’s own back leaves nothing', () => {
    const [editor] = suggesting(['Word.'])
    editor.at('Word').type('s and more')
    expect(ids(editor)).toHaveLength(1)
    for (let count = 0; count < 10; count += 1) editor.run(backspace)
    expect(editor.marked()).toBe('Word.')
  })

  it('Backspace and Delete walk on over what they have marked', () => {
    const [editor] = suggesting(['abcdef'])
    editor.at('def')
    for (let count = 0; count < 3; count += 1) editor.run(backspace)
    expect(editor.marked()).toBe('abc-def-')
    editor.at('a')
    editor.dispatch(editor.state().tr.setSelection(TextSelection.create(editor.state().doc, 1)))
    for (let count = 0; count < 2; count += 1) editor.run(forwardDelete)
    expect(editor.marked()).toBe('-ab-c-def-')
    expect(editor.state().selection.from).toBe(3)
  })

  it('a new paragraph is one, and is joined again when it is rejected', () => {
    for (const accept of [true, false]) {
      const [editor, writer] = suggesting(['First half second half.'])
      editor.at('First half')
      editor.run(splitBlock)
      editor.type('New: ')
      expect(writer.text().replaceAll('\u200b', '')).toBe('First half\nNew:  second half.')
      expect(ids(writer)).toHaveLength(1)
      expect(openSuggestions(writer.state().doc)[0]).toMatchObject({ inserted: '¶New: ', deleted: '' })
      writer.decide('all', accept)
      for (const one of [editor, writer]) expect(one.marked()).toBe(accept ? 'First half\nNew:  second half.' : 'First half second half.')
    }
  })

  it('joining two paragraphs is one', () => {
    for (const accept of [true, false]) {
      const [editor, writer] = suggesting(['One.', 'Two.'])
      editor.dispatch(editor.state().tr.setSelection(TextSelection.create(editor.state().doc, 7)))
      editor.run(backspace)
      expect(writer.text().replaceAll('\u200b', '')).toBe('One.\nTwo.')
      expect(ids(writer)).toHaveLength(1)
      writer.decide('all', accept)
      for (const one of [editor, writer]) expect(one.marked()).toBe(accept ? 'One.Two.' : 'One.\nTwo.')
    }
  })

  it('deleting across paragraphs keeps them until it is accepted', () => {
    for (const accept of [true, false]) {
      const [editor, writer] = suggesting(['One and two.', 'Middle.', 'Three and four.'])
      const doc = editor.state().doc
      const [from, to] = [1 + 'One '.length, doc.content.size - 1 - ' four.'.length]
      editor.dispatch(editor.state().tr.setSelection(TextSelection.create(doc, from, to)))
      editor.run(deleteSelection)
      expect(writer.marked()).toBe('One -and two.-\n-Middle.-\n-Three and- four.')
      writer.decide('all', accept)
      for (const one of [editor, writer]) expect(one.marked()).toBe(accept ? 'One  four.' : 'One and two.\nMiddle.\nThree and four.')
    }
  })

  it('deleting everything is one, block by block', () => {
    const [editor, writer] = suggesting(['One.', 'Two.'])
    editor.dispatch(editor.state().tr.setSelection(new AllSelection(editor.state().doc)))
    editor.run(deleteSelection)
    // A text is never without a paragraph: an empty one is suggested in their place.
    expect(writer.marked()).toBe('-One.-\n-Two.-\n+^+')
    writer.decide('all', false)
    expect(editor.marked()).toBe('One.\nTwo.')
  })

  it('pasted paragraphs are one, whole blocks among them', () => {
    for (const accept of [true, false]) {
      const [editor, writer] = suggesting(['Before after.'])
      const { schema } = editor.state()
      const pasted = ['first', 'middle', 'last'].map((text) => schema.node('paragraph', null, [schema.text(text)]))
      editor.at('Before')
      editor.dispatch(editor.state().tr.replaceSelection(new Slice(Fragment.from(pasted), 1, 1)))
      expect(writer.text().replaceAll('\u200b', '')).toBe('Beforefirst\nmiddle\nlast after.')
      expect(ids(writer)).toHaveLength(1)
      writer.decide('all', accept)
      for (const one of [editor, writer]) expect(one.marked()).toBe(accept ? 'Beforefirst\nmiddle\nlast after.' : 'Before after.')
    }
  })

  it('bold is suggested as the same words set anew', () => {
    const [editor, writer] = suggesting(['A plain word.'])
    editor.at('plain', true)
    const { bold } = editor.state().schema.marks
    if (bold === undefined) throw new Error('no bold')
    editor.run(toggleMark(bold))
    expect(writer.marked()).toBe('A -plain-+plain+ word.')
    writer.decide('all', true)
    expect(writer.marked()).toBe('A plain word.')
  })

  it('what cannot be suggested is done at once, and said so', () => {
    const [editor, writer] = suggesting(['One.', 'Two.'])
    const { schema } = editor.state()
    const { image, heading } = schema.nodes
    if (image === undefined || heading === undefined) throw new Error('no nodes')
    editor.dispatch(editor.state().tr.insert(6, image.create({ caption: 'x' })))
    expect(editor.direct()).toBe(1)
    editor.dispatch(editor.state().tr.setNodeMarkup(0, heading, { level: 2 }))
    expect(editor.direct()).toBe(2)
    editor.dispatch(editor.state().tr.setSelection(NodeSelection.create(editor.state().doc, 6)))
    editor.run(deleteSelection)
    expect(editor.direct()).toBe(3)
    expect(writer.state().doc.toString()).toBe('doc(heading("One."), paragraph("Two."))')
  })

  it('a line break is inserted at once, without a mark that would be lost on the way', () => {
    const [editor, writer] = suggesting(['One two.'])
    const { hardBreak } = editor.state().schema.nodes
    if (hardBreak === undefined) throw new Error('no line break')
    editor.at('One')
    editor.dispatch(editor.state().tr.replaceSelectionWith(hardBreak.create()))
    editor.type('and')
    expect(writer.marked()).toBe(editor.marked())
    writer.decide('all', true)
    expect(writer.marked()).toBe('One⏎and two.')
  })

  it('undo takes back the suggestion and nothing of the other person', () => {
    const [editor, writer] = suggesting(['The bus.'])
    editor.at('bus').type('es')
    writer.at('The ').type('yellow ')
    editor.undo()
    for (const one of [editor, writer]) expect(one.marked()).toBe('The yellow bus.')
  })

  it('two people’s suggestions that touch keep their authors, and are decided apart', () => {
    const [first, second] = together(['One two.'])
    first.suggest(true)
    second.suggest(true)
    first.at('One').type(' A')
    second.at('One A').type(' B')
    expect(first.marked()).toBe('One+ A++ B+ two.')
    const [a = '', b = ''] = ids(first)
    expect([a.startsWith('0198c0de-0000-7000-8000-00000000000a:'), b.startsWith('0198c0de-0000-7000-8000-00000000000b:')]).toEqual([true, true])
    second.decide([b], false)
    expect(first.marked()).toBe('One+ A+ two.')
    second.at('two', true)
    second.run(deleteSelection)
    first.at('One', true)
    first.run(deleteSelection)
    first.decide(ids(first).slice(0, 1), true)
    expect(second.marked()).toContain('-two-')
  })

  it('the one at the cursor is found for the keyboard', () => {
    const [editor] = suggesting(['One two.'])
    editor.at('One').type(' new')
    expect(suggestionAt(editor.state())).toBe(ids(editor)[0])
    editor.at('two.')
    expect(suggestionAt(editor.state())).toBeNull()
  })

  it('are the package’s base keys too', () => {
    const [editor] = suggesting(['One.'])
    editor.at('One.')
    const enter = baseKeymap.Enter
    if (enter === undefined) throw new Error('no Enter')
    editor.run(enter)
    editor.type('x')
    expect(ids(editor)).toHaveLength(1)
  })
})

describe('whatever is typed and deleted in suggestion mode', () => {
  const step = fc.record({ kind: fc.constantFrom<'type' | 'delete' | 'enter' | 'range'>('type', 'delete', 'enter', 'range'), at: fc.nat(60), length: fc.nat(12), mine: fc.boolean() })

  function act(editor: TestEditor, { kind, at, length }: { kind: string; at: number; length: number }): void {
    const { doc } = editor.state()
    const $from = doc.resolve(at % (doc.content.size + 1))
    const from = TextSelection.near($from).from
    const to = kind === 'range' ? TextSelection.near(doc.resolve(Math.min(doc.content.size, from + length)), -1).to : from
    editor.dispatch(editor.state().tr.setSelection(TextSelection.between(doc.resolve(Math.min(from, to)), doc.resolve(Math.max(from, to)))))
    if (kind === 'type') editor.type('new')
    else if (kind === 'enter') editor.run(splitBlock)
    else editor.run(backspace)
  }
  const plain = (editor: TestEditor) => editor.text().replaceAll('\u200b', '')

  it('rejecting it all gives the text back, letter by letter', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const [editor, writer] = suggesting(['The council met on Monday.', 'Students asked for buses.', 'It voted.'])
        for (const one of steps) act(editor, one)
        expect(writer.state().doc.eq(editor.state().doc)).toBe(true)
        writer.decide('all', false)
        expect(plain(writer).replaceAll('\n', '')).toBe('The council met on Monday.Students asked for buses.It voted.')
        expect(ids(writer)).toEqual([])
        expect(editor.direct()).toBe(0)
      }),
      { numRuns: 120 },
    )
  }, 60_000)

  it('a selection that ends at a new paragraph of one’s own takes no letter of the old text with it', () => {
    const [editor, writer] = suggesting(['The council met on Monday.', 'Students asked for buses.'])
    act(editor, { kind: 'delete', at: 21, length: 0 })
    act(editor, { kind: 'enter', at: 28, length: 0 })
    act(editor, { kind: 'range', at: 21, length: 11 })
    writer.decide('all', false)
    expect(plain(writer).replaceAll('\n', '')).toBe('The council met on Monday.Students asked for buses.')
  })

  it('both see the same, whoever else writes, and every suggestion has its own author', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const [a, b] = together(['The council met on Monday.', 'Students asked for buses.'])
        a.suggest(true)
        b.suggest(true)
        const mine = new Map<string, string>()
        for (const one of steps) {
          const before = new Set(ids(a))
          act(one.mine ? a : b, one)
          for (const id of ids(a)) if (!before.has(id)) mine.set(id, one.mine ? 'a' : 'b')
          expect(a.state().doc.eq(b.state().doc)).toBe(true)
        }
        for (const [id, who] of mine) expect(id.slice(35, 36)).toBe(who)
        a.decide('all', true)
        expect(ids(b)).toEqual([])
        expect(a.state().doc.eq(b.state().doc)).toBe(true)
      }),
      { numRuns: 100 },
    )
  }, 60_000)
})
