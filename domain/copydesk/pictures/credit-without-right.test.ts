import { expect, test } from 'vitest'
import type { CopyPicture } from '../finding.ts'
import { copyOf, found } from '../testing/copy.ts'
import { creditWithoutRight } from './credit-without-right.ts'

const foundIn = (picture: Pick<CopyPicture, 'credit' | 'rights'>) => found(creditWithoutRight, copyOf({ pictures: [picture] }))

test.each([
  ['Courtesy of AP News', 'UNKNOWN'], ['Courtesy of the family', 'STAFF'], ['Courtesy of the family', null], ['Getty Images', 'UNKNOWN'], ['Lee Park / Reuters', 'STAFF'],
  ['Google', 'STAFF'], ['Photo from Instagram', 'UNKNOWN'], ['https://pictures.example/1', 'UNKNOWN'],
] as const)('finds “%s” with the right %s', (credit, rights) => {
  expect(foundIn({ credit, rights })).toEqual([credit])
})

test.each([
  ['Courtesy of the family', 'PERMISSION'], ['Lee Park / Reuters', 'LICENSED'], ['Ana Ruiz', 'STAFF'], ['Ana Ruiz', 'UNKNOWN'], ['Ana Ruiz', null], ['Apple Photo Club', 'STAFF'], ['', 'UNKNOWN'], ['Wikipedia', 'CREATIVE_COMMONS'],
] as const)('leaves “%s” with the right %s alone', (credit, rights) => {
  expect(foundIn({ credit, rights })).toEqual([])
})

test('finds a credit that stayed in the caption', () => {
  const caption = 'The harbor at night (Courtesy of AP News)'
  const [finding] = creditWithoutRight.find(copyOf({ pictures: [{ caption, credit: 'Ana Ruiz' }] }))
  expect([finding?.place.part, finding?.passage]).toEqual(['caption', caption])
})
