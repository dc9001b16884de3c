'use client'

import { useState } from 'react'
import { Changes } from '#components/ui/changes.tsx'
import type { FieldChange, ReadableRevision } from '#domain/document/diff.ts'
import type { StoryContent } from '#domain/story.ts'
import { useEditing } from '../editor-context.client.tsx'
import type { EditorStory } from '../editor-types.ts'
import { Banner, goOn } from './banner.tsx'
import { clockTime } from './save-status.client.tsx'

function readable(content: StoryContent, story: EditorStory): ReadableRevision {
  return {
    content,
    address: content.slug,
    section: story.sections.find(({ id }) => id === content.sectionId)?.name ?? '',
    bylines: content.bylines.map((byline) => {
      const name = story.staff.find(({ staffId }) => staffId === byline.staffId)?.name ?? byline.name ?? 'Former staff'
      return [name, byline.credit].filter((part) => part !== '').join(', ')
    }),
  }
}

/** Somebody else saved meanwhile: nothing is overwritten until this person has decided. */
export function ConflictBanner() {
  const { view, session, story } = useEditing()
  const { stale } = view.draft
  const { theirs, content } = view
  const [changes, setChanges] = useState<FieldChange[] | null>(null)
  if (stale === null) return null
  const show = async () => {
    if (changes !== null || theirs === null) return setChanges(null)
    const { changesBetween } = await import('#domain/document/diff.ts')
    setChanges(changesBetween(readable(theirs.content, story), readable(content, story)))
  }
  return (
    <Banner tone="bad">
      <p role="alert">
        {stale.savedBy} saved at {clockTime(stale.savedAt)}. Your text is kept here.
      </p>
      <p className="flex flex-wrap gap-2">
        {theirs === null ? (
          <button type="button" className="button button-small" onClick={() => void session.fetchTheirs()}>
            Fetch what {stale.savedBy} saved
          </button>
        ) : (
          <>
            <button type="button" className="button button-small" aria-expanded={changes !== null} onClick={() => void show()}>
              Show what changed
            </button>
            <button type="button" className="button button-small" onClick={() => goOn(session.takeTheirs)}>
              Take theirs
            </button>
          </>
        )}
        <button type="button" className="button button-small" onClick={() => goOn(session.keepMine)}>
          Keep mine as a new version
        </button>
      </p>
      {changes !== null && (
        <div className="text-ink">
          <p className="mb-1">Struck out: only in what {stale.savedBy} saved. Underlined: only in your text.</p>
          <Changes changes={changes} />
        </div>
      )}
    </Banner>
  )
}
