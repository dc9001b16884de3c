import { getSchema } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { DecorationSet } from '@tiptap/pm/view'
import type { Editor } from '@tiptap/react'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copyTextOf } from '#domain/copydesk/copy-text.ts'
import type { FindingPlace } from '#domain/copydesk/finding.ts'
import { toStoryDocument } from '#domain/document/to-story-document.ts'
import type { StoryContent } from '#domain/story.ts'
import { schemaExtensions } from '../../body/story-extensions.ts'
import type { DeskFinding } from '../desk-types.ts'
import { applyChange, smallestChange, type FieldChange } from './apply-change.ts'
import { blockOf, pictureAt, rangeIn, sourcesSaying, textBlocks } from './locate.ts'
import { decorationsFor } from './marks-plugin.ts'

const schema = getSchema(schemaExtensions)
const words = (text: string, deleted = false) => ({ type: 'text', text, ...(deleted ? { marks: [{ type: 'deletion', attrs: { id: 'u:1' } }] } : {}) })
const paragraph = (...content: object[]) => ({ type: 'paragraph', ...(content.length === 0 ? {} : { content }) })
const docOf = (...content: object[]) => Node.fromJSON(schema, { type: 'doc', content })
const contentOf = (doc: Node): StoryContent => ({ headline: 'The the bell', deck: '', slug: '', sectionId: null, tags: [], bylines: [], lead: null, body: toStoryDocument(doc.toJSON()) })
const copyOf = (doc: Node) => copyTextOf(contentOf(doc), { section: null, staff: [], paperWords: [], assets: {} })

function findingIn(doc: Node, block: number, from: number, to: number, more: Partial<DeskFinding> = {}): DeskFinding {
  const { text, gaps } = copyOf(doc).blocks[block] ?? { text: '', gaps: [] }
  const place: FindingPlace = { field: 'body', block, from, to }
  return { id: `${block} ${from}`, ruleId: 'x', name: 'X', source: '', kind: 'style', level: 'ADVISORY', place, passage: text.slice(from, to), text, gaps, message: '', changes: [], certain: true, removeBlock: false, passageKey: '', dismissal: null, settled: false, ...more }
}

/** As much of an editor as a change needs. */
function editorOf(doc: Node) {
  let state = EditorState.create({ doc })
  const editor = {
    get state() {
      return state
    },
    view: { dispatch: (transaction: Parameters<EditorState['apply']>[0]) => (state = state.apply(transaction)) },
    commands: { undo: () => true },
  }
  return editor as unknown as Editor
}
const target = (editor: Editor | null, content: StoryContent = contentOf(docOf(paragraph()))) => {
  const changes: FieldChange[] = []
  return { changes, target: { editor, content: () => content, change: (patch: FieldChange) => void changes.push(patch) } }
}

test('every passage that rules read stands in the editor where it is said to stand', () => {
  const line = fc.array(fc.tuple(fc.string({ minLength: 1, maxLength: 8 }), fc.boolean()), { maxLength: 5 })
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), fc.nat(), (lines, pick, one, other) => {
      const doc = docOf(...lines.map((parts) => paragraph(...parts.map(([text, deleted]) => words(text, deleted)))))
      const blocks = copyOf(doc).blocks
      const block = pick % Math.max(1, blocks.length)
      const text = blocks[block]?.text ?? ''
      const [from = 0, to = 0] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b)
      const finding = findingIn(doc, block, from, to)
      const there = blockOf(textBlocks(doc), finding)
      if (there === null) return expect(text).toBe('')
      if (from === to || there.text !== text) return
      const range = rangeIn(there, finding.place)
      const gone: string[] = []
      doc.nodesBetween(range.from, range.to, (node, pos) => {
        if (node.isText && node.marks.length === 0) gone.push((node.text ?? '').slice(Math.max(0, range.from - pos), range.to - pos))
      })
      expect(gone.join('')).toBe(finding.passage)
    }),
  )
})

test('a paragraph that was moved is found again; a changed one is not', () => {
  const doc = docOf(paragraph(words('First.')), paragraph(words('The the bell.')))
  const finding = findingIn(doc, 1, 0, 7)
  const moved = docOf(paragraph(words('The the bell.')), paragraph(words('First.')))
  expect(blockOf(textBlocks(moved), finding)?.start).toBe(1)
  expect(blockOf(textBlocks(docOf(paragraph(words('A the bell.')))), finding)).toBeNull()
})

test('a fix changes only the letters that differ, so that bold and links around them stay', () => {
  expect(smallestChange('the the', 'the')).toEqual({ from: 3, to: 7, text: '' })
  expect(smallestChange('.”', '”.')).toEqual({ from: 0, to: 2, text: '”.' })
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const { from, to, text } = smallestChange(before, after)
      expect(before.slice(0, from) + text + before.slice(to)).toBe(after)
    }),
  )
  expect(smallestChange('🎷', '🎸')).toEqual({ from: 0, to: 2, text: '🎸' })
})

test('a fix is put exactly at its passage', () => {
  const editor = editorOf(docOf(paragraph(words('At the the bell, the the end.'))))
  const finding = findingIn(editor.state.doc, 0, 17, 24)
  expect(applyChange(target(editor).target, finding, 'the').ok).toBe(true)
  expect(editor.state.doc.textContent).toBe('At the the bell, the end.')
})

test('a fix does nothing where the passage was changed, or somebody suggests something inside it', () => {
  const editor = editorOf(docOf(paragraph(words('At the the bell.'))))
  const finding = findingIn(editor.state.doc, 0, 3, 10)
  editor.view.dispatch(editor.state.tr.insertText('!', 5))
  expect(applyChange(target(editor).target, finding, 'the')).toMatchObject({ ok: false, reason: expect.stringMatching(/changed meanwhile/) })
  const suggested = editorOf(docOf(paragraph(words('At the '), words('old ', true), words('the bell.'))))
  expect(applyChange(target(suggested).target, findingIn(suggested.state.doc, 0, 3, 10), 'the')).toMatchObject({ ok: false, reason: expect.stringMatching(/Accept or reject/) })
})

test('an empty paragraph that is too many goes, and no other', () => {
  const editor = editorOf(docOf(paragraph(words('One.')), paragraph(), paragraph(words('Two.')), paragraph(), paragraph(words('Three.'))))
  expect(applyChange(target(editor).target, findingIn(editor.state.doc, 3, 0, 0, { removeBlock: true }), '').ok).toBe(true)
  expect(editor.state.doc.toJSON()).toEqual(docOf(paragraph(words('One.')), paragraph(), paragraph(words('Two.')), paragraph(words('Three.'))).toJSON())
})

test('headline and lead are changed as fields, and taken back only while nobody changed them since', () => {
  const { target: story, changes } = target(null)
  const finding = findingIn(docOf(paragraph()), 0, 0, 7, { place: { field: 'headline', from: 0, to: 7 }, text: 'The the bell', passage: 'The the' })
  const done = applyChange(story, finding, 'The')
  expect(changes).toEqual([{ headline: 'The bell' }])
  expect(done.ok && done.undo()).toBe(false)
  expect(applyChange(story, { ...finding, text: 'Another headline' }, 'The').ok).toBe(false)
  expect(applyChange(story, { ...finding, place: { field: 'lead', part: 'caption', from: 0, to: 7 } }, 'The').ok).toBe(false)
  const lead = { assetId: crypto.randomUUID(), caption: 'The the bell', alt: 'A bell', credit: 'Ana' }
  const withLead = target(null, { ...contentOf(docOf(paragraph())), lead })
  expect(applyChange(withLead.target, { ...finding, place: { field: 'lead', part: 'caption', from: 0, to: 7 } }, 'The').ok).toBe(true)
  expect(withLead.changes).toEqual([{ lead: { ...lead, caption: 'The bell' } }])
})

test('the caption of the right picture is changed', () => {
  const image = (caption: string) => ({ type: 'image', attrs: { assetId: crypto.randomUUID(), caption, alt: '', credit: '' } })
  const editor = editorOf(docOf(paragraph(words('One.')), image('First'), { type: 'gallery', content: [image('Second  one'), image('Third')] }))
  const finding = findingIn(editor.state.doc, 0, 6, 8, { place: { field: 'image-2', part: 'caption', from: 6, to: 8 }, text: 'Second  one', passage: '  ' })
  expect(applyChange(target(editor).target, finding, ' ').ok).toBe(true)
  expect(pictureAt(editor.state.doc, 2)?.node.attrs['caption']).toBe('Second one')
  expect(pictureAt(editor.state.doc, 4)).toBeNull()
})

test('marks stand at passages; in a paragraph that is being typed in, the old ones stay', () => {
  const doc = docOf(paragraph(words('At the the bell.')), paragraph())
  const finding = findingIn(doc, 0, 3, 10)
  const marks = decorationsFor(doc, { findings: [finding], current: null }, DecorationSet.empty)
  expect(marks.find().map(({ from, to }) => [from, to])).toEqual([[4, 11]])
  const typed = EditorState.create({ doc }).tr.insertText('Now ', 1)
  const later = decorationsFor(typed.doc, { findings: [finding], current: null }, marks.map(typed.mapping, typed.doc))
  expect(later.find().map(({ from, to }) => [from, to])).toEqual([[8, 15]])
  // Nothing to underline: the empty paragraph itself is marked.
  const blank = docOf(paragraph(words('One.')), paragraph(), paragraph(words('Two.')))
  expect(decorationsFor(blank, { findings: [findingIn(blank, 1, 0, 0)], current: null }, DecorationSet.empty).find().map(({ from, to }) => [from, to])).toEqual([[6, 8]])
})

test('a remark on a source is put right wherever the source stands, and leads to the words that it stands behind', () => {
  const cited = (text: string, note: string, ...more: object[]) => ({ type: 'text', text, marks: [{ type: 'source', attrs: { note, href: 'https://a.example/' } }, ...more] })
  const doc = docOf(paragraph(words('It cost '), cited('nine', 'Budget  2026'), cited(' dollars', 'Budget  2026', { type: 'bold' })), paragraph(cited('Nine', 'Budget  2026'), cited('.', 'Other')))
  const editor = editorOf(doc)
  const note = copyOf(doc).sources[0] ?? ''
  const finding = { ...findingIn(doc, 0, 0, 0), place: { field: 'sources' as const, block: 0, from: 6, to: 8 }, passage: '  ', text: note }
  expect(sourcesSaying(doc, note).map(({ from, to }) => doc.textBetween(from, to))).toEqual(['nine', ' dollars', 'Nine'])
  expect(applyChange(target(editor).target, finding, ' ')).toMatchObject({ ok: true })
  expect(copyOf(editor.state.doc).sources).toEqual(['Budget 2026', 'Other'])
  expect(editor.state.doc.textContent).toBe(doc.textContent)
  // Once it says something else, the remark is of nothing any more.
  expect(applyChange(target(editor).target, finding, ' ')).toMatchObject({ ok: false })
  expect(applyChange(target(null).target, finding, ' ')).toMatchObject({ ok: false, reason: 'The text is not open yet.' })
})
