import { expect, test } from 'vitest'
import { copyOf } from '../testing/copy.ts'
import { imageCredit } from './image-credit.ts'

test('finds each picture without a credit', () => {
  const findings = imageCredit.find(copyOf({ pictures: [{ credit: ' ' }, { credit: 'Ana Ruiz' }, { credit: '' }] }))
  expect(findings.map(({ place }) => place)).toEqual([
    { field: 'lead', part: 'credit', from: 0, to: 0 },
    { field: 'image-2', part: 'credit', from: 0, to: 0 },
  ])
})
