'use client'

import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import { imagesOf } from '#domain/document/schema.ts'
import type { NewsroomAsset } from '#domain/media.ts'
import type { Problem } from '#domain/result.ts'
import type { StoryContent } from '#domain/story.ts'
import { DraftProvider } from '../draft-context.client.tsx'
import type { DraftSession, DraftView } from './draft/draft-session.ts'
import { useDraft } from './draft/use-draft.client.ts'
import type { EditorStory } from './editor-types.ts'
import { fetchAssets } from './fetch-assets.ts'

type Editing = {
  story: EditorStory
  session: DraftSession
  view: DraftView
  /** Nothing can be changed: not allowed, no longer allowed, or the page is not ready yet. */
  readOnly: boolean
  /** Whether script runs; before that nothing typed would be seen. */
  ready: boolean
  assets: Readonly<Record<string, NewsroomAsset>>
  addAsset: (asset: NewsroomAsset) => void
}

const EditingContext = createContext<Editing | null>(null)

/** The open story and its draft. */
export function useEditing(): Editing {
  const editing = useContext(EditingContext)
  if (editing === null) throw new Error('useEditing needs an EditingProvider above it')
  return editing
}

/** The problems of one field, in words. */
export function useProblems(field: string): readonly Problem[] {
  return useEditing().view.draft.problems.filter((problem) => problem.field === field)
}

const never = () => () => {}
/** false on the server and until script has taken over. */
export function useReady(): boolean {
  return useSyncExternalStore(never, () => true, () => false)
}

function assetIdsOf(content: StoryContent): string[] {
  return [...(content.lead === null ? [] : [content.lead.assetId]), ...imagesOf(content.body).map(({ attrs }) => attrs.assetId)]
}

/** Opens the draft of a story for everything below, the buttons of its decisions included. */
export function EditingProvider({ story, children }: { story: EditorStory; children: ReactNode }) {
  const { session, view } = useDraft(story)
  const ready = useReady()
  const [added, setAdded] = useState<Record<string, NewsroomAsset>>({})
  const assets = useMemo(() => ({ ...story.assets, ...added }), [story.assets, added])
  const missing = [...new Set(assetIdsOf(view.content).filter((id) => !Object.hasOwn(assets, id)))].join(',')

  // Pictures that came with somebody else's version, with kept text or from another story by copy and paste.
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

  const value = {
    story,
    session,
    view,
    readOnly: !ready || !story.canEdit || view.draft.phase === 'read-only',
    ready,
    assets,
    addAsset: (asset: NewsroomAsset) => setAdded((known) => ({ ...known, [asset.id]: asset })),
  }
  return (
    <EditingContext value={value}>
      <DraftProvider value={session}>{children}</DraftProvider>
    </EditingContext>
  )
}
