'use client'

import { createContext, useContext, type ReactNode } from 'react'
import type { AssetRightsInput, NewsroomAsset } from '#domain/media.ts'
import type { Result } from '#domain/result.ts'

/** The server actions behind a picture's form. A route hands them in, since components know no routes. */
export type PictureActions = {
  changeRights: (input: AssetRightsInput & { assetId: string }) => Promise<Result<{ asset: NewsroomAsset }>>
  approveFairUse: (input: { assetId: string }) => Promise<Result<{ asset: NewsroomAsset }>>
  removeProof: (input: { assetId: string }) => Promise<Result<{ asset: NewsroomAsset }>>
}
export type StaffName = { staffId: string; name: string }

/** What every picture form needs of the page: its actions, who can have made a picture, and who sits here. */
type PictureDesk = { actions: PictureActions; staff: readonly StaffName[]; me: StaffName }

const PictureDeskContext = createContext<PictureDesk | null>(null)

/** Makes the desk known to every picture form below. */
export function PictureActionsProvider({ actions, staff, me, children }: PictureDesk & { children: ReactNode }) {
  return <PictureDeskContext value={{ actions, staff, me }}>{children}</PictureDeskContext>
}

/** The desk of the route that shows this form. */
export function usePictureDesk(): PictureDesk {
  const desk = useContext(PictureDeskContext)
  if (desk === null) throw new Error('usePictureDesk needs a PictureActionsProvider above it')
  return desk
}
