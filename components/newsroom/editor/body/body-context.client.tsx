'use client'

import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { NewsroomAsset } from '#domain/media.ts'
import type { Problem } from '#domain/result.ts'
import { useDesk, useDraftPart } from '../editor-context.client.tsx'

/** A dialog of the text. `embed`: the address to start with. */
export type BodyDialog = { kind: 'link' } | { kind: 'source' } | { kind: 'language' } | { kind: 'picture' } | { kind: 'gallery' } | { kind: 'related' } | { kind: 'scoreboard' } | { kind: 'poll' } | { kind: 'embed'; url: string } | { kind: 'keys' }

type Body = {
  readOnly: boolean
  canApproveFairUse: boolean
  assets: Readonly<Record<string, NewsroomAsset>>
  addAsset: (asset: NewsroomAsset) => void
  problems: readonly Problem[]
  open: (dialog: BodyDialog) => void
}

const BodyContext = createContext<Body | null>(null)

/** What the blocks need of the open story: it stays the same while somebody types, so that no block is drawn again for a letter elsewhere. */
export function BodyProvider({ open, children }: { open: (dialog: BodyDialog) => void; children: ReactNode }) {
  const { story, session, readOnly, assets, addAsset } = useDesk()
  const problems = useDraftPart(session, (view) => view.problems)
  const { canApproveFairUse } = story
  const value = useMemo(() => ({ readOnly, canApproveFairUse, assets, addAsset, problems, open }), [readOnly, canApproveFairUse, assets, addAsset, problems, open])
  return <BodyContext value={value}>{children}</BodyContext>
}

/** What a block of the text needs of the story around it. */
export function useBody(): Body {
  const body = useContext(BodyContext)
  if (body === null) throw new Error('useBody needs a BodyProvider above it')
  return body
}
