import 'server-only'
import { creditLine } from '#domain/credit-line.ts'
import type { AssetStanding, MakerKind, NewsroomAsset } from '#domain/media.ts'
import { shownName, type Actor, type BylineForm } from '#domain/people.ts'
import { peopleOf } from '#domain/picture-facts.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { ASSET_VIEW, assetView, socialOf } from './views.ts'

/** What the publish checks ask of a picture. */
export const STANDING = {
  status: true,
  rights: true,
  rightsHolder: true,
  rightsProof: true,
  proofUrl: true,
  proofFileName: true,
  expiresOn: true,
  makerKind: true,
  makerName: true,
  credit: true,
  fairUseApprovedAt: true,
} as const satisfies Prisma.MediaAssetSelect

/** All of a picture that the newsroom sees of it. */
export const NEWSROOM_ASSET = {
  ...ASSET_VIEW,
  ...STANDING,
  fileName: true,
  version: true,
  caption: true,
  alt: true,
  copyright: true,
  takenAt: true,
  place: true,
  people: true,
  focalX: true,
  focalY: true,
  makerStaffId: true,
  makerStaff: { select: { name: true, bylineForm: true } },
  replacedById: true,
  createdAt: true,
  uploadedById: true,
  uploadedBy: { select: { staff: { select: { name: true } } } },
} as const satisfies Prisma.MediaAssetSelect

/** A day column as domain/day.ts writes days. */
export function dayOf(column: Date | null): string | null {
  return column?.toISOString().slice(0, 10) ?? null
}

/** A row as the publish checks know it. */
export function standing(row: Prisma.MediaAssetGetPayload<{ select: typeof STANDING }>): AssetStanding {
  const { status, rights, rightsHolder, rightsProof, proofUrl, proofFileName, makerKind, makerName, credit } = row
  const base = { status, rights, rightsHolder, rightsProof, proofUrl, proofFileName, makerKind, makerName, credit }
  return { ...base, expiresOn: dayOf(row.expiresOn), fairUseApproved: row.fairUseApprovedAt !== null }
}

type Maker = { makerKind: MakerKind; makerName: string; makerStaff: { name: string; bylineForm: BylineForm } | null }

/** The name of the maker as readers may see it; null = hidden. */
function publicMaker({ makerKind, makerName, makerStaff }: Maker, form: BylineForm): string | null {
  return makerKind === 'STAFF' && makerStaff !== null ? shownName(makerStaff, form) : makerName
}

/** A row as the newsroom gets it. `form`: how much of a name the paper shows. */
export function newsroomAsset(actor: Actor, row: Prisma.MediaAssetGetPayload<{ select: typeof NEWSROOM_ASSET }>, form: BylineForm): NewsroomAsset {
  const { fileName, version, caption, alt, copyright, place, focalX, focalY, makerStaffId, replacedById } = row
  return {
    ...assetView(row),
    ...standing(row),
    fileName, version, caption, alt, copyright, place, focalX, focalY, makerStaffId, replacedById,
    makerName: row.makerStaff?.name ?? row.makerName,
    creditLine: creditLine({ ...row, makerName: publicMaker(row, form) }),
    takenAt: row.takenAt?.toISOString() ?? null,
    people: peopleOf(row.people),
    socialKey: socialOf(row.variants, row)?.key ?? null,
    uploadedAt: row.createdAt.toISOString(),
    uploadedBy: row.uploadedBy.staff.name,
    mine: row.uploadedById === actor.userId,
  }
}
