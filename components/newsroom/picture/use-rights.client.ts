'use client'

import { useEffect, useRef, useState } from 'react'
import { RIGHTS_NEEDS, type AssetRightsInput, type NewsroomAsset } from '#domain/media.ts'
import type { Problem, Result } from '#domain/result.ts'
import { usePictureActions } from './picture-actions.client.tsx'

export type Saving = 'untouched' | 'saving' | 'saved' | 'not-saved'
const NO_ANSWER: Result = { ok: false, problems: [{ message: 'Not saved: the server did not answer. What you chose is still here.' }] }

/** What is sent of the form: fields that this right does not ask for go empty. */
function toSend(values: AssetRightsInput): AssetRightsInput {
  const needs = RIGHTS_NEEDS[values.rights]
  return { ...values, rightsHolder: needs.holder === null ? '' : values.rightsHolder.trim(), rightsProof: needs.proof === null ? '' : values.rightsProof.trim(), makerName: values.makerName.trim() }
}

function rightsOf({ rights, rightsHolder, rightsProof, makerName, makerStaffId }: NewsroomAsset): AssetRightsInput {
  return { rights, rightsHolder, rightsProof, makerName, makerStaffId }
}

const same = (a: AssetRightsInput, b: AssetRightsInput, fields: readonly (keyof AssetRightsInput)[]) => fields.every((field) => a[field] === b[field])
const RIGHT = ['rights', 'rightsHolder', 'rightsProof'] as const
const ALL = [...RIGHT, 'makerName', 'makerStaffId'] as const

/** The rights form of one picture: what is typed, and its saving, one save after another. Nothing typed is lost by a refusal. */
export function useRights(asset: NewsroomAsset, onAsset: (asset: NewsroomAsset) => void) {
  const { changeRights, approveFairUse } = usePictureActions()
  const [values, setValues] = useState<AssetRightsInput>(() => rightsOf(asset))
  const [saving, setSaving] = useState<Saving>('untouched')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  // The picture may become ready while a save is under way, so what is told afterwards starts from the newest.
  const newest = useRef(asset)
  useEffect(() => {
    newest.current = asset
  }, [asset])
  const queue = useRef<Promise<unknown>>(Promise.resolve())

  const run = (work: () => Promise<Result>, done: () => Partial<NewsroomAsset>) => {
    queue.current = queue.current.then(async () => {
      setSaving('saving')
      const result = await work().catch(() => NO_ANSWER)
      setProblems(result.ok ? [] : result.problems)
      setSaving(result.ok ? 'saved' : 'not-saved')
      if (!result.ok) return
      newest.current = { ...newest.current, ...done() }
      onAsset(newest.current)
    })
  }
  const save = (next: AssetRightsInput) => {
    const sent = toSend(next)
    run(
      async () => (same(newest.current, sent, ALL) ? { ok: true } : changeRights({ assetId: asset.id, ...sent })),
      () => ({ ...sent, fairUseApproved: newest.current.fairUseApproved && same(newest.current, sent, RIGHT) }),
    )
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
      if (saving !== 'untouched' || !same(asset, toSend(next), ALL)) save(next)
    },
    agree: () => run(() => approveFairUse({ assetId: asset.id }), () => ({ fairUseApproved: true })),
  }
}
