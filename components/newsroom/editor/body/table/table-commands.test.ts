import { Slice } from '@tiptap/pm/model'
import { tableEditing } from '@tiptap/pm/tables'
import { EditorState } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { describe, expect, it } from 'vitest'
import { toStoryDocument } from '#domain/document/to-story-document.ts'
import { blocksOf, cell, cursorAt, paragraph, ran, row, stateOf, table } from '../testing-states.ts'
import { isRemoteChange } from './remote-change.ts'
import { withoutMergedCells } from './split-cells.ts'
import { addColumnLeft, addColumnRight, addRowAbove, addRowBelow, deleteEmptyTable, emptyTable, leaveTable, removeColumn, removeRow, removeTable, switchHeaderRow } from './table-commands.ts'

/** A table's words, row by row; heads in capitals. */
function grid(state: EditorState | null): string[][] | undefined {
  return state?.doc.firstChild?.content.content.map((one) => one.content.content.map((each) => (each.type.name === 'tableHeader' ? each.textContent.toUpperCase() : each.textContent)))
}
const two = stateOf(table(row(cell('a'), cell('b')), row(cell('c'), cell('d'))))
/** In the cell "a". */
const inA = cursorAt(two, 4)

describe('rows and columns', () => {
  it('are added beside the cursor', () => {
    expect(grid(ran(inA, addRowAbove))).toEqual([['', ''], ['a', 'b'], ['c', 'd']])
    expect(grid(ran(inA, addRowBelow))).toEqual([['a', 'b'], ['', ''], ['c', 'd']])
    expect(grid(ran(inA, addColumnLeft))).toEqual([['', 'a', 'b'], ['', 'c', 'd']])
    expect(grid(ran(inA, addColumnRight))).toEqual([['a', '', 'b'], ['c', '', 'd']])
  })
  it('are taken away, with the last one the table', () => {
    expect(grid(ran(inA, removeRow))).toEqual([['c', 'd']])
    expect(grid(ran(inA, removeColumn))).toEqual([['b'], ['d']])
    const one = cursorAt(stateOf(table(row(cell('a')))), 4)
    for (const command of [removeRow, removeColumn, removeTable]) expect(blocksOf(ran(one, command) ?? two)).toEqual(['paragraph'])
  })
  it('stop where a table may not be larger', () => {
    const wide = cursorAt(stateOf(table(row(...Array.from({ length: 20 }, () => cell('x'))))), 4)
    const long = cursorAt(stateOf(table(...Array.from({ length: 200 }, () => row(cell('x'))))), 4)
    expect([ran(wide, addColumnLeft), ran(wide, addColumnRight), ran(long, addRowAbove), ran(long, addRowBelow)]).toEqual([null, null, null, null])
  })
  it('are nothing outside of a table', () => {
    const outside = cursorAt(stateOf(paragraph('x')), 1)
    for (const command of [addRowAbove, addColumnRight, removeRow, removeColumn, removeTable, switchHeaderRow, leaveTable, deleteEmptyTable]) expect(ran(outside, command)).toBeNull()
  })
  it('turn the first row into heads and back', () => {
    const heads = ran(inA, switchHeaderRow)
    expect(grid(heads)).toEqual([['A', 'B'], ['c', 'd']])
    expect(grid(heads === null ? null : ran(heads, switchHeaderRow))).toEqual([['a', 'b'], ['c', 'd']])
  })
})

describe('around a table', () => {
  it('one goes on below it', () => {
    const below = ran(inA, leaveTable)
    expect(below === null ? [] : blocksOf(below)).toEqual(['table abcd', 'paragraph'])
    expect(below?.selection.$from.depth).toBe(1)
  })
  it('Backspace takes an empty one away, and only from its first cell', () => {
    const empty = stateOf(emptyTable(2, 2), paragraph('x'))
    expect(blocksOf(ran(cursorAt(empty, 4), deleteEmptyTable) ?? two)).toEqual(['paragraph', 'paragraph x'])
    expect(ran(cursorAt(empty, 8), deleteEmptyTable)).toBeNull()
    expect(ran(inA, deleteEmptyTable)).toBeNull()
  })
  it('a new one has heads and is stored as it is', () => {
    const made = toStoryDocument({ type: 'doc', content: [emptyTable(2, 3)] })
    expect(made.content).toEqual([emptyTable(2, 3)])
  })
})

describe('merged cells', () => {
  const split = (...rows: object[]) => withoutMergedCells(new Slice(stateOf(table(...rows)).doc.content, 0, 0)).content.firstChild?.content.content.map((one) => one.content.content.map((each) => each.textContent))
  it('are split, across and down', () => {
    expect(split(row(cell('a', { colspan: 2 }), cell('b')), row(cell('c'), cell('d'), cell('e')))).toEqual([['a', '', 'b'], ['c', 'd', 'e']])
    expect(split(row(cell('a', { rowspan: 2 }), cell('b')), row(cell('c')))).toEqual([['a', 'b'], ['', 'c']])
    expect(split(row(cell('a'), cell('b', { rowspan: 3, colspan: 2 })), row(cell('c')), row(cell('d')))).toEqual([['a', 'b', ''], ['c', '', ''], ['d', '', '']])
  })
  it('leave no trace, and never make a table too wide', () => {
    const slice = withoutMergedCells(new Slice(stateOf(table(row(cell('a', { colspan: 20 }), cell('b', { colspan: 20 })))).doc.content, 0, 0))
    const cells = slice.content.firstChild?.firstChild?.content.content ?? []
    expect(cells.length).toBeLessThanOrEqual(21)
    expect(cells.every(({ attrs }) => attrs.colspan === 1 && attrs.rowspan === 1)).toBe(true)
  })
  it('leave everything else as it is', () => {
    const slice = new Slice(two.doc.content, 0, 0)
    expect(withoutMergedCells(slice)).toBe(slice)
  })
})

describe('repairing', () => {
  it('makes the rows even when somebody here changes the table', () => {
    const uneven = EditorState.create({ doc: stateOf(table(row(cell('a'), cell('b')), row(cell('c')))).doc, plugins: [tableEditing()] })
    expect(grid(uneven.apply(uneven.tr.insertText('x', 4)))).toEqual([['xa', 'b'], ['c', '']])
  })
  it('knows what came from somebody else', () => {
    expect([isRemoteChange(two.tr), isRemoteChange(two.tr.setMeta(ySyncPluginKey, { isChangeOrigin: true }))]).toEqual([false, true])
  })
})
