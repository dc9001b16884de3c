import { getSchema } from '@tiptap/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { documentText } from '#domain/together/body-text.ts'
import { storyDocuments } from '#domain/document/document-arbitrary.ts'
import { schemaExtensions } from '../body/story-extensions.ts'
import { textIndex } from './text-index.ts'

const schema = getSchema(schemaExtensions)

it('counts a text as the stored document and the shared one are counted', () => {
  fc.assert(
    fc.property(storyDocuments, (document) => {
      expect(textIndex(schema.nodeFromJSON(document)).text).toBe(documentText(document))
    }),
  )
})

it('leads from a place in the line to the same words in the editor, and back', () => {
  fc.assert(
    fc.property(storyDocuments, fc.nat(), fc.nat(), (document, a, b) => {
      const doc = schema.nodeFromJSON(document)
      const index = textIndex(doc)
      fc.pre(index.text !== '')
      const [from, to] = [Math.min(a % index.text.length, b % index.text.length), Math.max(a % index.text.length, b % index.text.length) + 1]
      const range = index.rangeOf({ from, to })
      expect(range === null ? null : index.spanOf(range.from, range.to)).toEqual({ from, to })
    }),
  )
  expect(textIndex(schema.node('doc', null, [schema.node('divider')])).spanOf(0, 1)).toEqual({ from: 0, to: 0 })
})
