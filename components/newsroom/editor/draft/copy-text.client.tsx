'use client'

import { useState } from 'react'
import type { StoryContent } from '#domain/story.ts'
import { storyWords } from './story-words.ts'

/** Puts all words of a story on the clipboard; where the browser does not let it, shows them for copying by hand. */
export function CopyText({ content }: { content: StoryContent }) {
  const [result, setResult] = useState<'copied' | 'refused' | null>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(storyWords(content))
      setResult('copied')
    } catch {
      setResult('refused')
    }
  }
  return (
    <>
      <button type="button" className="button button-small" onClick={() => void copy()}>
        Copy my text
      </button>
      <span role="status">{result === 'copied' ? 'Copied.' : ''}</span>
      {result === 'refused' && (
        <label className="flex basis-full flex-col gap-1 text-ink">
          This browser does not let a page copy. Select the text and copy it.
          <textarea className="control" rows={6} readOnly value={storyWords(content)} onFocus={(event) => event.currentTarget.select()} />
        </label>
      )}
    </>
  )
}
