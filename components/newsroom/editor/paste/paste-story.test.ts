import { getSchema } from '@tiptap/core'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { toStoryDocument } from '#domain/document/to-story-document.ts'
import { blocksFromHtml } from '#domain/from-html/blocks.ts'
import { treeOfHtml } from '#domain/from-html/parse.ts'
import { schemaExtensions } from '../body/story-extensions.ts'
import { fileOfDataAddress } from './data-address.ts'
import { isOwnCopy, onlyPictures } from './pasted-html.ts'
import { fillPlace, pasteBlocks, pasteFiles } from './paste-story.ts'

const schema = getSchema(schemaExtensions)
const PNG = 'data:image/png;base64,iVBORw0KGgo='
const ASSET = '0198b0a0-0000-7000-8000-000000000001'

/** A story with one paragraph and the cursor in the middle of its words. */
function story(words = 'One two', at = 4): EditorState {
  const doc = schema.nodeFromJSON({ type: 'doc', content: [{ type: 'paragraph', content: words === '' ? [] : [{ type: 'text', text: words }] }] })
  return EditorState.create({ doc, selection: TextSelection.create(doc, at + 1) })
}
const paste = (state: EditorState, html: string) => pasteBlocks(state, blocksFromHtml(treeOfHtml(html)))
const textOf = (state: EditorState) => toStoryDocument(state.doc.toJSON()).content

test('pasted words join the paragraph at the cursor, blocks stay blocks', () => {
  const state = story()
  expect(textOf(state.apply(paste(state, '<p>and a half <b>or</b> </p>').transaction))).toMatchObject([{ type: 'paragraph', content: [{ text: 'One and a half ' }, { text: 'or', marks: [{ type: 'bold' }] }, { text: 'two' }] }])
  const pasted = state.apply(paste(state, '<p>first</p><h2>Subhead</h2><ul><li>item</li></ul><table><tr><td>a</td><td>b</td></tr></table><p>last</p>').transaction)
  expect(textOf(pasted).map(({ type }) => type)).toEqual(['paragraph', 'heading', 'bulletList', 'table', 'paragraph'])
})

test('a picture that came along gets a place with a name of its own, one that did not keeps its own name', () => {
  const state = story('', 0)
  const first = paste(state, `<p>Words</p><img src="${PNG}" alt="A cup"><img src="https://example.org/a%20b.jpg"><img src="${PNG}">`)
  expect(first).toMatchObject({ missing: 1, files: [{ name: 'Pasted picture 1' }, { name: 'Pasted picture 2' }] })
  const next = state.apply(first.transaction)
  const places = textOf(next).flatMap((block) => (block.type === 'missingPicture' ? [block.attrs] : []))
  expect(places.map(({ name }) => name)).toEqual(['Pasted picture 1', 'a b.jpg', 'Pasted picture 2'])
  expect(places[0]?.alt).toBe('A cup')
  expect(pasteFiles(next, [new File(['x'], 'a.png')]).files[0]?.name).toBe('Pasted picture 3')
})

test('an uploaded picture finds its place wherever it moved, with the words that were written there', () => {
  const state = story('', 0)
  const { transaction } = paste(state, `<figure><img src="${PNG}" alt="A cup"><figcaption>The cup</figcaption></figure>`)
  const moved = state.apply(transaction)
  const above = moved.apply(moved.tr.insert(0, schema.nodeFromJSON({ type: 'paragraph', content: [{ type: 'text', text: 'Above' }] })))
  const filled = fillPlace(above, 'Pasted picture 1', (written) => ({ assetId: ASSET, credit: 'Ana', ...written }))
  expect(filled).not.toBeNull()
  if (filled !== null) expect(textOf(above.apply(filled))[1]).toEqual({ type: 'image', attrs: { assetId: ASSET, caption: 'The cup', alt: 'A cup', credit: 'Ana' } })
  expect(fillPlace(story(), 'Pasted picture 1', () => ({}))).toBeNull()
})

test('files alone become places at the cursor', () => {
  const state = story('', 0)
  const { transaction, files } = pasteFiles(state, [new File(['x'], 'a.png'), new File(['y'], 'b.png')])
  expect(files.map(({ name }) => name)).toEqual(['Pasted picture 1', 'Pasted picture 2'])
  expect(textOf(state.apply(transaction)).filter(({ type }) => type === 'missingPicture')).toHaveLength(2)
})

test('reads pictures out of data addresses, and nothing else', async () => {
  const file = fileOfDataAddress(PNG)
  expect([file?.type, file?.name, new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0))[1]]).toEqual(['image/png', 'pasted picture.png', 0x50])
  expect(fileOfDataAddress('data:image/jpg;charset=utf-8;base64,/9j/')?.type).toBe('image/jpeg')
  for (const other of ['', 'https://example.org/a.png', 'data:text/html;base64,AAAA', 'data:image/svg+xml;base64,AAAA', 'data:image/png,raw', 'data:image/png;base64,====', 'data:image/png;base64,A', `data:image/png;base64,${'A'.repeat(41 * 1024 * 1024)}`]) {
    expect(fileOfDataAddress(other)).toBeNull()
  }
})

test('knows a copy of its own, and a clipboard that holds files alone', () => {
  expect([isOwnCopy('<p data-pm-slice="1 1 []">x</p>'), isOwnCopy('<p>data-pm-slice</p>')]).toEqual([true, false])
  const data = (files: File[], text: string) => ({ files: files as unknown as FileList, getData: (format: string) => (format === 'text/plain' ? text : '') })
  const picture = new File(['x'], 'a.png')
  expect([onlyPictures(null), onlyPictures(data([], '')), onlyPictures(data([picture], 'words')), onlyPictures(data([picture], ''))]).toEqual([[], [], [], [picture]])
})
