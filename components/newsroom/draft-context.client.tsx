'use client'

import { createContext, useContext } from 'react'

/** What the open editor tells the buttons beside it. */
export type OpenDraft = {
  /** Saves what is not saved yet; answers the revision that a decision may name, or why that cannot be told. */
  flush: () => Promise<{ ok: true; revisionId: string } | { ok: false; reason: string }>
}

const DraftContext = createContext<OpenDraft | null>(null)
export const DraftProvider = DraftContext.Provider

/** The draft open on this page; null on pages without an editor. */
export function useOpenDraft(): OpenDraft | null {
  return useContext(DraftContext)
}
