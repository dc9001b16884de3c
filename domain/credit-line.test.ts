import { expect, test } from 'vitest'
import { creditLine, type MadeBy } from './credit-line.ts'

const STAFF: MadeBy = { makerKind: 'STAFF', makerName: 'Ana Ruiz', rights: 'STAFF', rightsHolder: '' }

test.each([
  [{}, 'Ana Ruiz'],
  [{ makerName: null }, ''],
  [{ makerKind: 'SCHOOL', makerName: 'Harbor High School', rights: 'PERMISSION', rightsHolder: 'Harbor High School' }, 'Courtesy of Harbor High School'],
  [{ makerKind: 'CONTRIBUTOR', makerName: 'Lee Park', rights: 'PERMISSION', rightsHolder: 'City Museum' }, 'Lee Park, courtesy of City Museum'],
  [{ makerKind: 'CONTRIBUTOR', makerName: 'Lee Park', rights: 'PERMISSION', rightsHolder: ' ' }, 'Lee Park'],
  [{ makerKind: 'CONTRIBUTOR', makerName: '', rights: 'PERMISSION', rightsHolder: 'City Museum' }, 'Courtesy of City Museum'],
  [{ makerKind: 'STAFF', rights: 'PERMISSION', rightsHolder: 'City Museum' }, 'Ana Ruiz'],
  [{ makerKind: 'AGENCY', makerName: 'Lee Park', rights: 'LICENSED', rightsHolder: 'Reuters' }, 'Lee Park / Reuters'],
  [{ makerKind: 'AGENCY', makerName: 'Reuters', rights: 'LICENSED', rightsHolder: 'Reuters' }, 'Reuters'],
  [{ makerKind: 'AGENCY', makerName: '', rights: 'LICENSED', rightsHolder: 'Reuters' }, 'Reuters'],
  [{ makerKind: 'CONTRIBUTOR', makerName: 'Jo Field', rights: 'CREATIVE_COMMONS', rightsHolder: 'CC BY 4.0' }, 'Jo Field (CC BY 4.0)'],
  [{ makerKind: 'CONTRIBUTOR', makerName: 'Jo Field', rights: 'CREATIVE_COMMONS', rightsHolder: '' }, 'Jo Field'],
  [{ makerKind: 'CONTRIBUTOR', makerName: '', rights: 'CREATIVE_COMMONS', rightsHolder: 'CC BY 4.0' }, ''],
  [{ makerKind: 'CONTRIBUTOR', makerName: 'Jo Field', rights: 'PUBLIC_DOMAIN' }, 'Jo Field (public domain)'],
  [{ makerKind: 'CONTRIBUTOR', makerName: '', rights: 'UNKNOWN' }, ''],
] as const)('%j: %j', (change, line) => expect(creditLine({ ...STAFF, ...change })).toBe(line))
