'use client'

import type { Editor } from '@tiptap/react'
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'

type Instance = { editor: Editor | null; setEditor: (editor: Editor | null) => void }

const InstanceContext = createContext<Instance | null>(null)

/** Lets the text and the panels beside it share the one editor of the page. Stands above both. */
export function StoryEditorInstanceProvider({ children }: { children: ReactNode }) {
  const [editor, setEditor] = useState<Editor | null>(null)
  const value = useMemo(() => ({ editor, setEditor }), [editor])
  return <InstanceContext value={value}>{children}</InstanceContext>
}

/** The rich-text editor of the open story; null until script runs, and outside of a story's page. */
export function useStoryEditorInstance(): Editor | null {
  return useContext(InstanceContext)?.editor ?? null
}

/** How the text makes its editor known; the body field alone calls it. */
export function useSetStoryEditorInstance(): (editor: Editor | null) => void {
  return useContext(InstanceContext)?.setEditor ?? noSetter
}

const noSetter = () => {}
