'use client'

import type { ReactNode } from 'react'
import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { useOpenDraft } from './draft-context.client.tsx'

type Props = {
  action: FormAction
  storyId: string
  revisionId: string
  /** The decision is about what readers see, not about the draft that is open beside it. */
  ofLive?: boolean
  submit: string
  tone?: 'button-primary' | 'button-danger' | ''
  children?: ReactNode
}

/**
 * One move of a story. It names the revision that the person has before them; beside an open editor, what is not saved
 * yet is saved first and the newest revision is named.
 */
export function MoveForm({ action, storyId, revisionId, ofLive = false, submit, tone = 'button-primary', children }: Props) {
  const draft = useOpenDraft()
  const prepare = async (fields: FormData) => {
    if (draft === null || ofLive) return null
    const flushed = await draft.flush()
    if (!flushed.ok) return flushed.reason
    fields.set('revisionId', flushed.revisionId)
    return null
  }
  return (
    <ActionForm action={action} submit={submit} tone={tone} prepare={prepare} className="flex flex-col gap-3">
      <input type="hidden" name="storyId" value={storyId} />
      <input type="hidden" name="revisionId" value={revisionId} />
      {children}
    </ActionForm>
  )
}
