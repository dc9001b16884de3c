'use client'

import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { NewsroomAsset } from '#domain/media.ts'
import type { Problem } from '#domain/result.ts'
import { assetIdsOf } from '#domain/story.ts'
import { DraftProvider } from '../draft-context.client.tsx'
import { mayType } from './draft/session/draft-state.ts'
import type { DraftSession, DraftView } from './draft/session/shared-session.ts'
import { useDraft } from './draft/use-draft.client.ts'
import type { EditorStory } from './editor-types.ts'
import { fetchAssets } from './fetch-assets.ts'
import type { Shared } from './together/shared.ts'

/** What stays the same while somebody types. */
export type Desk = {
  story: EditorStory
  session: DraftSession
  /** The document that everybody who has the story open shares; the same object for the life of the page. */
  shared: Shared
  /** Nothing can be changed: not allowed, no longer allowed, or the text is not here yet. */
  readOnly: boolean
  /** Whether script runs and the text is here; before that nothing typed would be seen. */
  ready: boolean
  assets: Readonly<Record<string, NewsroomAsset>>
  addAsset: (asset: NewsroomAsset) => void
  /** Shows the line of history that the paper has now, in place of this one. */
  openNewest: () => void
}

const DeskContext = createContext<Desk | null>(null)

/** The open story, without what it says at this moment: whatever uses only this is not drawn again while somebody types. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('useDesk needs an EditingProvider above it')
  return desk
}

/** What `select` takes from the open draft; drawn again only when that changes (Object.is). */
export function useDraftPart<T>(session: DraftSession, select: (view: DraftView) => T): T {
  const read = () => select(session.view())
  return useSyncExternalStore(session.subscribe, read, read)
}

/** The open story and what it says now, followed four times a second. */
export function useEditing(): Desk & { view: DraftView } {
  const desk = useDesk()
  const view = useDraftPart(desk.session, (now) => now)
  return { ...desk, view }
}

/** The problems of one field, in words. */
export function useProblems(field: string): readonly Problem[] {
  const problems = useDraftPart(useDesk().session, (view) => view.problems)
  return useMemo(() => problems.filter((problem) => problem.field === field), [problems, field])
}

const never = () => () => {}
/** false on the server and until script has taken over. */
export function useReady(): boolean {
  return useSyncExternalStore(never, () => true, () => false)
}

type Props = { story: EditorStory; openNewest: () => void; children: ReactNode }

/** Opens the draft of a story for everything below, the buttons of its decisions included. */
export function EditingProvider({ story, openNewest, children }: Props) {
  const session = useDraft(story)
  const scripted = useReady()
  const opened = useDraftPart(session, ({ draft }) => draft.opened)
  const typing = useDraftPart(session, ({ draft }) => mayType(draft))
  const outdated = useDraftPart(session, ({ draft }) => draft.link.at === 'replaced' && !draft.unsaved) && story.generation !== session.generation
  const [added, setAdded] = useState<Record<string, NewsroomAsset>>({})
  const assets = useMemo(() => ({ ...story.assets, ...added }), [story.assets, added])
  const missing = useDraftPart(session, ({ content }) => assetIdsOf(content).filter((id) => !Object.hasOwn(assets, id)).join(','))

  // Pictures that came with what somebody else wrote, with kept text or from another story by copy and paste.
  useEffect(() => {
    if (missing === '') return
    let wanted = true
    void fetchAssets(missing.split(',')).then((found) => {
      if (wanted && found.length > 0) setAdded((known) => ({ ...known, ...Object.fromEntries(found.map((asset) => [asset.id, asset])) }))
    })
    return () => {
      wanted = false
    }
  }, [missing])

  useEffect(() => {
    if (outdated) openNewest()
  }, [outdated, openNewest])

  const ready = scripted && opened
  const readOnly = !ready || !story.canEdit || !typing
  const desk = useMemo(
    () => ({
      story, session, shared: session.shared, readOnly, ready, assets, openNewest,
      addAsset: (asset: NewsroomAsset) => setAdded((known) => ({ ...known, [asset.id]: asset })),
    }),
    [story, session, readOnly, ready, assets, openNewest],
  )
  return (
    <DeskContext value={desk}>
      <DraftProvider value={session}>{children}</DraftProvider>
    </DeskContext>
  )
}
