'use client'

import { useCallback } from 'react'
import { refuse, type Result } from '#domain/result.ts'
import { useStoryEditorInstance } from '../../body/editor-instance.client.tsx'
import { useDesk } from '../../editor-context.client.tsx'
import { useCopydesk } from '../copydesk-context.client.tsx'
import type { DeskFinding } from '../desk-types.ts'
import { applyChange, type FieldChange } from '../marks/apply-change.ts'
import { showFinding } from '../marks/show-finding.ts'

const OFFLINE = 'The paper cannot be reached. Check your connection and try again. What you typed is still here.'
const quoted = (words: string) => (words.trim() === '' ? 'the space' : `“${words}”`)

/** What a person can do with a finding. Each says what happened in the panel's live region. */
export function useFindingActions() {
  const desk = useCopydesk()
  const { session: draft, story } = useDesk()
  const editor = useStoryEditorInstance()

  const change = (finding: DeskFinding, next: string) => {
    const target = { editor, content: () => draft.view().content, change: (patch: FieldChange) => draft.change(patch) }
    const done = applyChange(target, finding, next)
    if (!done.ok) return desk?.say({ text: done.reason })
    desk?.setCurrent(null)
    const undo = () => desk?.say({ text: done.undo() ? 'Taken back.' : 'Something else changed there meanwhile, so nothing was taken back.' })
    desk?.say({ text: finding.removeBlock ? 'The empty paragraph is gone.' : next === '' ? `${quoted(finding.passage)} is gone.` : `Changed ${quoted(finding.passage)} to ${quoted(next)}.`, undo })
  }

  const show = useCallback(
    (finding: DeskFinding) => {
      desk?.setCurrent(finding.id)
      if (!showFinding(editor, finding)) desk?.say({ text: 'The passage was changed meanwhile.' })
    },
    [desk, editor],
  )

  const dismiss = async (finding: DeskFinding, reason: string): Promise<Result> => {
    if (desk === null) return refuse(OFFLINE)
    const result = await desk.actions.dismiss({ storyId: story.id, ruleId: finding.ruleId, passage: finding.passageKey, reason }).catch(() => refuse(OFFLINE))
    if (!result.ok) return result
    desk.session.dismissed(result.dismissal)
    desk.setCurrent(null)
    desk.say({ text: finding.level === 'BLOCKING' && !result.dismissal.lifts ? 'Your reason is kept. An editor or adviser must agree before the story can be approved.' : 'Let stand, with your reason.' })
    return { ok: true }
  }

  const takeBack = async (dismissalId: string): Promise<void> => {
    const result = await desk?.actions.undo({ dismissalId }).catch(() => refuse(OFFLINE))
    if (result?.ok === true) desk?.session.restored(dismissalId)
    desk?.say({ text: result?.ok === true ? 'Taken back: it is on the list again.' : (result?.problems[0]?.message ?? OFFLINE) })
  }

  const learn = async (word: string): Promise<void> => {
    const result = await desk?.actions.addWord({ word }).catch(() => refuse(OFFLINE))
    if (result?.ok === true) {
      desk?.session.learned(result.word)
      desk?.setCurrent(null)
    }
    desk?.say({ text: result?.ok === true ? `“${word}” is in the paper’s dictionary now.` : (result?.problems[0]?.message ?? OFFLINE) })
  }

  return { change, show, dismiss, takeBack, learn }
}
