'use client'

import { useState } from 'react'
import type { LibraryItem } from '#domain/media-library.ts'
import type { NewsroomAsset } from '#domain/media.ts'
import type { SaveWords } from '../words/use-words.client.ts'
import { CaptionRow } from './caption-row.client.tsx'
import { RightsForAll } from './rights-for-all.client.tsx'

type Props = { items: readonly LibraryItem[]; saveWords: SaveWords; canApproveFairUse: boolean; timeZone: string }

/** Pictures one below the other with their words in large fields; what is typed is saved as somebody goes. */
export function CaptionDesk({ items: opened, saveWords, canApproveFairUse, timeZone }: Props) {
  // The row stays as it was opened: a picture that has its caption now would vanish from under the hands.
  const [items] = useState(opened)
  const [assets, setAssets] = useState<ReadonlyMap<string, NewsroomAsset>>(() => new Map(items.map((item) => [item.id, item])))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(items.filter(({ mayEdit }) => mayEdit).map(({ id }) => id)))
  const keep = (asset: NewsroomAsset) => setAssets((known) => new Map(known).set(asset.id, asset))
  const choose = (id: string, isChosen: boolean) => setChosen((known) => new Set(isChosen ? [...known, id] : [...known].filter((one) => one !== id)))
  const shown = items.map((item) => assets.get(item.id) ?? item)
  return (
    <div className="flex flex-col gap-6">
      {items.length > 1 && <RightsForAll assets={shown.filter(({ id }) => chosen.has(id))} onAsset={keep} />}
      <ol className="flex flex-col gap-6">
        {items.map((item, index) => (
          <CaptionRow
            key={item.id}
            asset={assets.get(item.id) ?? item}
            name={`${index + 1} of ${items.length}`}
            mayEdit={item.mayEdit}
            chosen={items.length > 1 ? chosen.has(item.id) : null}
            onChosen={(isChosen) => choose(item.id, isChosen)}
            onAsset={keep}
            saveWords={saveWords}
            canApproveFairUse={canApproveFairUse}
            timeZone={timeZone}
          />
        ))}
      </ol>
    </div>
  )
}
