'use client'

import type { Node } from '@tiptap/pm/model'
import { PicturePreview } from '#components/newsroom/picture/picture-preview.tsx'
import { RightsForm } from '#components/newsroom/picture/rights/rights-form.client.tsx'
import { useWaitingAsset } from '#components/newsroom/picture/use-waiting-asset.client.ts'
import { useBody } from '../../body-context.client.tsx'
import { word } from './use-node-words.client.ts'
import { WordField } from './word-field.client.tsx'

type Props = { node: Node; onChange: (attributes: Record<string, string>) => void }

/** The still picture of an embed: how it looks, its words, and its rights. Its caption is the title of the embed. */
export function StillPicture({ node, onChange }: Props) {
  const { readOnly, assets, addAsset, canApproveFairUse } = useBody()
  const asset = assets[word(node.attrs.stillAssetId)]
  useWaitingAsset(asset, addAsset)
  return (
    <div className="mt-2 flex flex-col gap-2">
      <PicturePreview asset={asset} alt={word(node.attrs.stillAlt)} />
      <WordField node={node} name="stillAlt" label="Alt text of the still picture" longest={500} onChange={onChange} />
      <WordField node={node} name="stillCredit" label="Credit of the still picture" longest={200} onChange={onChange} />
      {asset !== undefined && <RightsForm key={asset.id} asset={asset} readOnly={readOnly} canApproveFairUse={canApproveFairUse} onAsset={addAsset} />}
    </div>
  )
}
