import type { NewsroomAsset } from '#domain/media.ts'
import type { LibraryItem } from '#domain/media-library.ts'

/** For tests: a picture without words or rights, ready to be shown, with what is given instead. */
export function assetLike(change: Partial<NewsroomAsset> = {}): NewsroomAsset {
  const key = `${'a1'.repeat(32)}.webp`
  return {
    id: '7b2f4c1e-93aa-4d0e-8f61-0c1d2e3f4a5b', width: 1000, height: 500, placeholder: 'data:image/webp;base64,AAAA',
    variants: [{ key: key.replace('webp', 'avif'), format: 'avif', width: 960, height: 480 }, { key, format: 'webp', width: 960, height: 480 }],
    status: 'READY', fileName: 'IMG_2041.jpg', version: 1, caption: '', alt: '', credit: '', copyright: '', takenAt: null, place: '', people: [],
    focalX: 0.5, focalY: 0.5, socialKey: null, rights: 'UNKNOWN', rightsHolder: '', rightsProof: '', proofUrl: '', proofFileName: '', expiresOn: null,
    fairUseApproved: false, makerKind: 'CONTRIBUTOR', makerName: '', makerStaffId: null, creditLine: '', replacedById: null,
    uploadedAt: '2026-11-24T10:00:00.000Z', uploadedBy: 'Ines Okonjo', mine: false,
    ...change,
  }
}

/** For tests: the same as the library answers it. */
export function itemLike(change: Partial<LibraryItem> = {}): LibraryItem {
  return { ...assetLike(), usedIn: [], mayEdit: true, mayDelete: true, ...change }
}
