import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asAttachment, isPdf, proofKind } from './proof-file.ts'

test.each([
  ['%PDF-1.7\n', true],
  ['%PDF-2.0', true],
  ['%PDF', false],
  [' %PDF-1.7', false],
  ['<html>', false],
  ['', false],
])('%j is a PDF: %j', (text, is) => expect(isPdf(new TextEncoder().encode(text))).toBe(is))

test('a kept proof says its kind by its ending', () => {
  expect(proofKind('proof/ab.pdf')?.type).toBe('application/pdf')
  expect(proofKind('proof/ab.png')?.type).toBe('image/png')
  expect(proofKind('proof/ab.jpg')?.type).toBe('image/jpeg')
  expect(proofKind('proof/ab.svg')).toBeNull()
})

test('a file name cannot leave its header', () => {
  expect(asAttachment('Permiso de Ana.pdf')).toBe(`attachment; filename="Permiso de Ana.pdf"; filename*=UTF-8''Permiso%20de%20Ana.pdf`)
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => void expect(asAttachment(name)).toMatch(/^attachment; filename="[\w. -]*"; filename\*=UTF-8''[\w.~!%-]*$/)))
})
