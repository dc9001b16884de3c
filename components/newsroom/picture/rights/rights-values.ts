import { RIGHTS_NEEDS, type AssetRightsInput, type NewsroomAsset } from '#domain/media.ts'

type RightsField = keyof AssetRightsInput
const FIELDS: readonly RightsField[] = ['rights', 'rightsHolder', 'rightsProof', 'proofUrl', 'expiresOn', 'makerKind', 'makerName', 'makerStaffId']

/** What the rights form shows of a picture. */
export function rightsOf(asset: NewsroomAsset): AssetRightsInput {
  const { rights, rightsHolder, rightsProof, proofUrl, expiresOn, makerKind, makerName, makerStaffId } = asset
  return { rights, rightsHolder, rightsProof, proofUrl, expiresOn, makerKind, makerName, makerStaffId }
}

/** What is sent of the form: fields that this right or maker does not ask for go empty. */
export function rightsToSend(values: AssetRightsInput): AssetRightsInput {
  const needs = RIGHTS_NEEDS[values.rights]
  return {
    ...values,
    rightsHolder: needs.holder === null ? '' : values.rightsHolder.trim(),
    rightsProof: needs.proof === null ? '' : values.rightsProof.trim(),
    proofUrl: needs.file ? values.proofUrl.trim() : '',
    expiresOn: needs.expires ? values.expiresOn : null,
    makerName: values.makerName.trim(),
    makerStaffId: values.makerKind === 'STAFF' ? values.makerStaffId : null,
  }
}

/** Whether two states of the form agree. */
export function sameRights(a: AssetRightsInput, b: AssetRightsInput): boolean {
  return FIELDS.every((field) => a[field] === b[field])
}

/** What still has to be chosen before the form can be saved at all; null = nothing. */
export function notYetSendable({ makerKind, makerStaffId }: AssetRightsInput): string | null {
  return makerKind === 'STAFF' && makerStaffId === null ? 'Choose who on staff made it.' : null
}
