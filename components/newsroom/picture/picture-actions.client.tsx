'use client'

import { createContext, useContext, type ReactNode } from 'react'
import type { AssetRightsInput } from '#domain/media.ts'
import type { Result } from '#domain/result.ts'

/** The server actions behind a picture's form. A route hands them in, since components know no routes. */
export type PictureActions = {
  changeRights: (input: AssetRightsInput & { assetId: string }) => Promise<Result>
  approveFairUse: (input: { assetId: string }) => Promise<Result>
}

const PictureActionsContext = createContext<PictureActions | null>(null)

/** Makes the actions known to every picture form below. */
export function PictureActionsProvider({ actions, children }: { actions: PictureActions; children: ReactNode }) {
  return <PictureActionsContext value={actions}>{children}</PictureActionsContext>
}

/** The actions of the route that shows this form. */
export function usePictureActions(): PictureActions {
  const actions = useContext(PictureActionsContext)
  if (actions === null) throw new Error('usePictureActions needs a PictureActionsProvider above it')
  return actions
}
