import { expect, test } from 'vitest'
import { assetRightsSchema, type AssetRightsInput } from '#domain/media.ts'
import { assetLike } from '../../media/asset-like.ts'
import { notYetSendable, rightsOf, rightsToSend, sameRights } from './rights-values.ts'

const staffId = '0b2f4c1e-93aa-4d0e-8f61-0c1d2e3f4a5b'
const full: AssetRightsInput = {
  rights: 'LICENSED', rightsHolder: ' AP ', rightsProof: ' 4711 ', proofUrl: ' https://example.org/licence ', expiresOn: '2027-06-30', makerKind: 'AGENCY', makerName: ' Lee Park ', makerStaffId: null,
}

test('what a right does not ask for goes empty, what it asks for goes trimmed', () => {
  expect(rightsToSend(full)).toEqual({ ...full, rightsHolder: 'AP', rightsProof: '4711', proofUrl: 'https://example.org/licence', makerName: 'Lee Park' })
  expect(rightsToSend({ ...full, rights: 'STAFF', makerKind: 'STAFF', makerStaffId: staffId })).toEqual({
    rights: 'STAFF', rightsHolder: '', rightsProof: '', proofUrl: '', expiresOn: null, makerKind: 'STAFF', makerName: 'Lee Park', makerStaffId: staffId,
  })
  expect(rightsToSend({ ...full, makerStaffId: staffId }).makerStaffId).toBeNull()
})

test('what is sent is what the server takes, once it may be sent', () => {
  expect(assetRightsSchema.safeParse(rightsToSend(full)).success).toBe(true)
  const staff = { ...full, makerKind: 'STAFF' as const }
  expect(notYetSendable(staff)).toContain('who on staff')
  expect(assetRightsSchema.safeParse(rightsToSend(staff)).success).toBe(false)
  expect(notYetSendable({ ...staff, makerStaffId: staffId })).toBeNull()
})

test('an asset read into the form differs only by what is changed', () => {
  const values = rightsOf(assetLike({ rights: 'PERMISSION' }))
  expect(sameRights(values, { ...values })).toBe(true)
  expect(sameRights(values, { ...values, expiresOn: '2027-01-01' })).toBe(false)
})
