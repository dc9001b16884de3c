'use client'

import { useRef, useState } from 'react'
import type { AssetRightsInput, NewsroomAsset } from '#domain/media.ts'
import type { Problem, Result } from '#domain/result.ts'
import { usePictureDesk } from '../picture-actions.client.tsx'
import { notYetSendable, rightsOf, rightsToSend, sameRights } from './rights-values.ts'

export type Saving = 'untouched' | 'saving' | 'saved' | 'not-saved'
const NO_ANSWER: Result<{ asset: NewsroomAsset }> = { ok: false, problems: [{ message: 'Not saved: the server did not answer. What you chose is still here.' }] }

/** The rights form of one picture: what is typed, and its saving, one save after another. Nothing typed is lost by a refusal. */
export function useRights(asset: NewsroomAsset, onAsset: (asset: NewsroomAsset) => void) {
  const { changeRights, approveFairUse } = usePictureDesk().actions
  const [values, setValues] = useState<AssetRightsInput>(() => rightsOf(asset))
  const [saving, setSaving] = useState<Saving>('untouched')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const stored = useRef(rightsOf(asset))

  const run = (work: () => Promise<Result<{ asset: NewsroomAsset }>>) => {
    queue.current = queue.current.then(async () => {
      setSaving('saving')
      const result = await work().catch(() => NO_ANSWER)
      setProblems(result.ok ? [] : result.problems)
      setSaving(result.ok ? 'saved' : 'not-saved')
      if (!result.ok) return
      stored.current = rightsOf(result.asset)
      onAsset(result.asset)
    })
  }
  const save = (next: AssetRightsInput) => {
    const sent = rightsToSend(next)
    const missing = notYetSendable(sent)
    if (missing !== null) return setProblems([{ field: 'makerStaffId', message: missing }])
    run(() => changeRights({ assetId: asset.id, ...sent }))
  }
  return {
    values,
    saving,
    problems,
    /** Keeps what is typed; `save` follows when the field is left. */
    type: (change: Partial<AssetRightsInput>) => setValues((now) => ({ ...now, ...change })),
    save: (change: Partial<AssetRightsInput> = {}) => {
      const next = { ...values, ...change }
      setValues(next)
      if (saving === 'saving' || saving === 'not-saved' || !sameRights(stored.current, rightsToSend(next))) save(next)
    },
    agree: () => run(() => approveFairUse({ assetId: asset.id })),
  }
}
