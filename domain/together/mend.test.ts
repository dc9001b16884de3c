import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { storyDocuments } from '../document/document-arbitrary.ts'
import { mendSharedDraft } from './mend.ts'
import { contentFrom, newSharedDraft, partsOfDraft } from './shared-draft.ts'

const content = { headline: '', deck: '', slug: '', sectionId: null, tags: [], bylines: [], lead: null }
const put = (element: Y.XmlElement, name: string, value: unknown) => void Reflect.apply(element.setAttribute, element, [name, value])

test('finds nothing in a sound document', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(storyDocuments, (body) => {
      const doc = newSharedDraft({ ...content, body })
      expect(mendSharedDraft(doc)).toBe(false)
      expect(contentFrom(doc).content.body).toEqual(body)
    }),
  )
})

test('takes out what must not be there, and leaves the rest', () => {
  const doc = newSharedDraft({ ...content, body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Stays.' }] }] } })
  const { body } = partsOfDraft(doc)
  const picture = new Y.XmlElement('image')
  body.push([new Y.XmlElement('script'), picture])
  put(picture, 'caption', { toString: 1 })
  put(picture, 'onclick', 'x')
  put(picture, 'alt', 'Stays.')
  let inner = picture
  for (let depth = 0; depth < 60; depth += 1) {
    const next = new Y.XmlElement('blockquote')
    inner.push([next])
    inner = next
  }
  const embed = new Y.XmlElement('embed')
  body.push([embed])
  put(embed, 'url', 'java\nscript:alert(1)')
  expect(mendSharedDraft(doc)).toBe(true)
  expect(embed.getAttributes()).toEqual({})
  expect(body.length).toBe(3)
  expect(picture.getAttributes()).toEqual({ alt: 'Stays.' })
  expect(body.toString().match(/<blockquote>/g)).toHaveLength(39)
  expect(mendSharedDraft(doc)).toBe(false)
})
