'use client'

import { useState } from 'react'
import type { LibraryItem } from '#domain/media-library.ts'
import type { NewsroomAsset } from '#domain/media.ts'
import { RightsForm } from '../../picture/rights/rights-form.client.tsx'
import { useWaitingAsset } from '../../picture/use-waiting-asset.client.ts'
import { FocalEditor } from '../focal/focal-editor.client.tsx'
import { useWords, type SaveWords } from '../words/use-words.client.ts'
import { WordsConflict } from '../words/words-conflict.client.tsx'
import { WordsFields } from '../words/words-fields.client.tsx'
import { WordsStatus } from '../words/words-status.tsx'

type Props = { item: LibraryItem; saveWords: SaveWords; canApproveFairUse: boolean; timeZone: string }

/** One picture of the library: what of it matters, what it says, who made it and why we may use it. */
export function PictureDesk({ item, saveWords, canApproveFairUse, timeZone }: Props) {
  const [asset, setAsset] = useState<NewsroomAsset>(item)
  const { session, view } = useWords(asset, saveWords, timeZone)
  useWaitingAsset(asset, setAsset)
  const { values } = view
  const readOnly = !item.mayEdit
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <div className="panel lg:sticky lg:top-2">
        <FocalEditor
          asset={{ ...asset, alt: values.alt }}
          focus={values}
          readOnly={readOnly}
          onChange={({ focalX, focalY }, settled) => {
            session.type({ focalX, focalY })
            if (settled) void session.saveNow()
          }}
        />
      </div>
      <div className="flex flex-col gap-6">
        {readOnly && <p className="rounded-md border border-rule bg-wash p-3 text-sm">Somebody else uploaded this picture. You can use it in a story; its words and rights are changed by whoever uploaded it, an editor or an adviser.</p>}
        <section aria-labelledby="words-title" className="panel flex flex-col gap-3">
          <h2 id="words-title" className="text-base font-semibold">
            What it says
          </h2>
          <p className="text-sm text-soft">These words are proposed wherever the picture is placed. A story that has it already keeps its own.</p>
          <WordsConflict session={session} view={view} />
          <WordsFields session={session} view={view} idBase="picture" readOnly={readOnly} all />
          <WordsStatus phase={view.phase} problems={view.problems} />
        </section>
        <section id="rights" aria-labelledby="rights-title" className="panel flex flex-col gap-3">
          <h2 id="rights-title" className="text-base font-semibold">
            Maker and rights
          </h2>
          <RightsForm asset={asset} readOnly={readOnly} canApproveFairUse={canApproveFairUse} onAsset={setAsset} />
        </section>
      </div>
    </div>
  )
}
