'use client'

import { useState } from 'react'
import type { LibraryItem, ReplaceAsset, ReplaceReport } from '#domain/media-library.ts'
import type { NewsroomAsset } from '#domain/media.ts'
import type { Problem, Result } from '#domain/result.ts'
import { Problems } from '#components/ui/problems.tsx'
import { UploadField } from '../../picture/upload-field.client.tsx'
import { Thumbnail } from '../library/thumbnail.tsx'
import { titleOf } from '../library/picture-marks.ts'
import { ReplaceOutcome, StoryNames } from './replace-outcome.tsx'
import { replacePlan } from './replace-plan.ts'

export type ReplaceAction = (input: ReplaceAsset) => Promise<Result<{ report: ReplaceReport }>>

/** Puts a better file in the place of a picture: says what that changes, and does it when asked again. */
export function ReplacePicture({ item, replace }: { item: LibraryItem; replace: ReplaceAction }) {
  const [better, setBetter] = useState<NewsroomAsset | null>(null)
  const [takes, setTakes] = useState({ takeWords: true, takeRights: true })
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [report, setReport] = useState<ReplaceReport | null>(null)
  const [isBusy, setBusy] = useState(false)
  const plan = replacePlan(item.usedIn)
  const choose = (asset: NewsroomAsset) => {
    setProblems(asset.id === item.id ? [{ message: 'This is the same picture. Choose another one.' }] : [])
    setBetter(asset.id === item.id ? null : asset)
  }
  const run = async (asset: NewsroomAsset) => {
    setBusy(true)
    const result = await replace({ assetId: item.id, newAssetId: asset.id, ...takes }).catch((): Result<{ report: ReplaceReport }> => ({ ok: false, problems: [{ message: 'The server did not answer. Try again.' }] }))
    setBusy(false)
    setProblems(result.ok ? [] : result.problems)
    if (result.ok) setReport(result.report)
  }
  // The page comes anew with the answer; what became of the stories stays to be read.
  if (item.replacedById !== null && report === null) return null
  return (
    <section id="replace" aria-labelledby="replace-title" className="panel flex flex-col gap-3">
      <h2 id="replace-title" className="text-base font-semibold">
        Replace the file
      </h2>
      <Problems problems={problems} />
      {report !== null && better !== null ? (
        <ReplaceOutcome report={report} newAssetId={better.id} />
      ) : better === null ? (
        <>
          <p className="text-sm text-soft">A sharper scan, the right picture, one that we may use: it takes the place of this one wherever it stands.</p>
          <UploadField label="Upload the new file" disabled={false} onUploaded={choose} />
        </>
      ) : (
        <>
          <div className="grid grid-cols-2 gap-3 text-sm">
            <Side asset={item} word="Now" />
            <Side asset={better} word="Instead" />
          </div>
          {plan.now.length === 0 && plan.later.length === 0 && <p className="text-sm">No story has this picture, so none changes.</p>}
          <StoryNames title="Changes now, in the working copy:" stories={plan.now} />
          <StoryNames title="Readers keep seeing the old picture here, until the new revision is approved and published:" stories={plan.later} />
          <Take label="Take over caption, alt text, credit, people, place and date" checked={takes.takeWords} onChange={(takeWords) => setTakes({ ...takes, takeWords })} />
          <Take label="Take over maker and rights (an adviser’s yes to fair use does not go over)" checked={takes.takeRights} onChange={(takeRights) => setTakes({ ...takes, takeRights })} />
          <div className="flex flex-wrap gap-2">
            <button type="button" className="button button-primary" aria-disabled={isBusy} onClick={() => !isBusy && void run(better)}>
              {isBusy ? 'One moment…' : 'Replace it'}
            </button>
            <button type="button" className="button" onClick={() => setBetter(null)}>
              Choose another
            </button>
          </div>
        </>
      )}
    </section>
  )
}

function Side({ asset, word }: { asset: NewsroomAsset; word: string }) {
  return (
    <figure className="flex flex-col gap-1">
      <span className="block h-40 overflow-hidden rounded-sm bg-wash">
        <Thumbnail asset={asset} alt="" />
      </span>
      <figcaption className="break-words">
        {word}: {titleOf(asset)} <span className="text-soft">({asset.width} × {asset.height})</span>
      </figcaption>
    </figure>
  )
}

function Take({ label, checked, onChange }: { label: string; checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <label className="flex min-h-11 items-center gap-2 text-sm">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} className="size-5 shrink-0 accent-accent" />
      {label}
    </label>
  )
}
