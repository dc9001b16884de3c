'use client'

import { useState } from 'react'
import { useDesk, useDraftPart } from '../editor-context.client.tsx'
import { statusOf } from './status-words.ts'

const TONES = { good: 'text-good', calm: 'text-soft', bad: 'font-semibold text-bad' }

/** Whether the text is stored, in words. Trouble is read out, and once that it is over; the calm to and fro is not. */
export function SaveStatus() {
  const { session, story } = useDesk()
  const draft = useDraftPart(session, (view) => view.draft)
  const problems = useDraftPart(session, (view) => view.problems)
  const { kind, tone, words } = statusOf(draft, problems, story.canEdit)
  const [said, say] = useState({ words: '', calm: true })
  if (tone === 'bad' && said.words !== words) say({ words, calm: false })
  if (kind === 'saved' && !said.calm) say({ words, calm: true })
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm" data-save={kind}>
      <p className={TONES[tone]}>{words}</p>
      <p role="status" className="sr-only">
        {said.words}
      </p>
    </div>
  )
}
