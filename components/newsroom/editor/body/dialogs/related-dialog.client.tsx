'use client'

import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { StateBadge } from '#components/ui/state-badge.tsx'
import { useEditing } from '../../editor-context.client.tsx'
import { FoundDialog } from './found-dialog.client.tsx'
import { findStories } from './related-stories.ts'
import { useAnswer } from './use-answer.client.ts'

const WORDS = { title: 'Insert a related story', label: 'Words of the headline', hint: 'Readers see the card while that story is live.', list: 'Stories', none: 'No story found.' }

/** Finds another story of this paper and puts its card into the text. */
export function RelatedDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { story } = useEditing()
  const [query, setQuery] = useState('')
  const answer = useAnswer(query, (signal) => findStories(query, signal))
  const found = (answer.value ?? []).filter(({ id }) => id !== story.id).map(({ id, headline, section, state, live }) => ({
    id, name: headline || 'No headline yet', detail: section ?? 'No section yet', note: <StateBadge state={state} live={live} />,
  }))
  return <FoundDialog editor={editor} onClose={onClose} words={WORDS} id="related-query" query={query} onQuery={setQuery} answer={answer} found={found} blockFor={(storyId) => ({ type: 'relatedStory', attrs: { storyId } })} />
}
