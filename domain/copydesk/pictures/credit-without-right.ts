import { creditClaim, creditClaims } from '../../credits.ts'
import type { CopyPicture, Finding, Rule } from '../finding.ts'
import { findingAt } from '../reading/passages.ts'

const ID = 'credit-without-right'

/** A picture whose asset is not known here has shown no right. Who made it and who gave the right is for the publish checks to hold against each other. */
function remark({ caption, credit, rights }: CopyPicture): string | null {
  return creditClaim({ caption, credit }, { rights: rights ?? 'UNKNOWN', rightsHolder: '', credit: '', makerKind: 'CONTRIBUTOR', makerName: '' })
}

/** "Courtesy of …", an agency or a web site in the credit of a picture, or at the end of its caption, for which no such right is on record. */
export const creditWithoutRight: Rule = {
  id: ID,
  name: 'Courtesy credit without a right',
  source: 'NPPA and Student Press Law Center: permission or a license, on record, for every picture that is not your own',
  defaultLevel: 'ADVISORY',
  find: ({ pictures }): Finding[] =>
    pictures.flatMap((picture) => {
      const message = remark(picture)
      if (message === null) return []
      const part = creditClaims(picture.credit).length > 0 ? 'credit' : 'caption'
      const text = picture[part]
      return [findingAt(ID, { field: picture.field, part, kind: part, text }, 0, text.length, { message })]
    }),
}
