'use client'

import { useId } from 'react'
import type { NewsroomAsset } from '#domain/media.ts'
import { RightsForm } from '../../picture/rights/rights-form.client.tsx'
import { useWaitingAsset } from '../../picture/use-waiting-asset.client.ts'
import { Thumbnail } from '../library/thumbnail.tsx'
import { useWords, type SaveWords } from '../words/use-words.client.ts'
import { WordsConflict } from '../words/words-conflict.client.tsx'
import { WordsFields } from '../words/words-fields.client.tsx'
import { WordsStatus } from '../words/words-status.tsx'

type Props = {
  asset: NewsroomAsset
  /** "3 of 12". */
  name: string
  mayEdit: boolean
  /** Whether it is among those that get the same rights; null: nothing to choose. */
  chosen: boolean | null
  onChosen: (isChosen: boolean) => void
  onAsset: (asset: NewsroomAsset) => void
  saveWords: SaveWords
  canApproveFairUse: boolean
  timeZone: string
}

/** One picture of the caption desk: it stays large beside its fields. */
export function CaptionRow({ asset, name, mayEdit, chosen, onChosen, onAsset, saveWords, canApproveFairUse, timeZone }: Props) {
  const id = useId()
  const { session, view } = useWords(asset, saveWords, timeZone)
  useWaitingAsset(asset, onAsset)
  return (
    <li className="panel grid items-start gap-4 lg:grid-cols-2" aria-labelledby={`${id}-title`}>
      <div className="flex flex-col gap-2 lg:sticky lg:top-2">
        <Thumbnail asset={asset} alt={view.values.alt} width={900} className="h-auto max-h-[45vh] w-full rounded-sm bg-wash lg:max-h-[75vh]" />
        <h2 id={`${id}-title`} className="text-sm font-semibold break-words">
          {name}: <a href={`/newsroom/media/${asset.id}`} className="text-link">{asset.fileName}</a>
        </h2>
        <WordsStatus phase={view.phase} problems={view.problems} />
        {chosen !== null && mayEdit && (
          <label className="flex min-h-11 items-center gap-2 text-sm">
            <input type="checkbox" checked={chosen} onChange={(event) => onChosen(event.currentTarget.checked)} className="size-5 accent-accent" />
            Chosen for the same maker and rights
          </label>
        )}
      </div>
      <div className="flex flex-col gap-4">
        {!mayEdit && <p className="text-sm text-soft">Somebody else uploaded this picture, so you can read its words here and not change them.</p>}
        <WordsConflict session={session} view={view} />
        <WordsFields session={session} view={view} idBase={id} readOnly={!mayEdit} />
        <details>
          <summary className="cursor-pointer py-2 text-sm font-semibold">Maker and rights</summary>
          <RightsForm key={rightsKey(asset)} asset={asset} readOnly={!mayEdit} canApproveFairUse={canApproveFairUse} onAsset={onAsset} />
        </details>
      </div>
    </li>
  )
}

/** Rights that were set for several at once show in each form. */
function rightsKey({ rights, rightsHolder, makerKind, makerStaffId }: NewsroomAsset): string {
  return [rights, rightsHolder, makerKind, makerStaffId].join('/')
}
