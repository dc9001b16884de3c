'use client'

import { ReactNodeViewRenderer, type ReactNodeViewProps } from '@tiptap/react'
import { useState } from 'react'
import { playerOf, siteOf } from '#domain/document/embed-address.ts'
import { useBody } from '../body-context.client.tsx'
import { PicturesDialog } from '../dialogs/pictures-dialog.client.tsx'
import { Embed } from '../nodes/cards.ts'
import { BlockButton, BlockFrame } from './parts/block-frame.client.tsx'
import { SpokenWords } from './parts/spoken-words.client.tsx'
import { StillPicture } from './parts/still-picture.client.tsx'
import { word } from './parts/use-node-words.client.ts'
import { WordField } from './parts/word-field.client.tsx'

function EmbedView({ node, editor, updateAttributes, deleteNode, selected }: ReactNodeViewProps) {
  const { readOnly } = useBody()
  const [choosing, setChoosing] = useState(false)
  const url = word(node.attrs.url)
  const still = word(node.attrs.stillAssetId)
  const player = playerOf(url)
  const label = player === null ? `Link card to ${siteOf(url)}` : `Player of ${player.provider}`
  const remove = () => {
    deleteNode()
    editor.commands.focus()
  }
  return (
    <BlockFrame label={label} selected={selected} tools={!readOnly && <BlockButton label="Remove" about={label} onPress={remove} />}>
      <div className="flex flex-col gap-1 rounded-md border border-rule bg-sheet p-3 text-sm">
        <a className="text-link py-1 break-all" href={url} target="_blank" rel="noopener noreferrer">
          {url}
          <span className="sr-only"> (opens in a new tab)</span>
        </a>
        <WordField node={node} name="title" label="Title" longest={200} onChange={updateAttributes} hint="What it is, for readers: “Highlights of the final”." />
        {player !== null && <SpokenWords node={node} isVideo={player.shape === 'video'} onChange={updateAttributes} />}
        {player !== null && still !== '' && <StillPicture node={node} onChange={updateAttributes} />}
        {player !== null && !readOnly && (
          <div className="mt-2 flex flex-wrap gap-2">
            <BlockButton label={still === '' ? 'Choose a still picture' : 'Change the still picture'} about={`of the ${label}`} onPress={() => setChoosing(true)} />
            {still !== '' && <BlockButton label="No still picture" about={`for the ${label}`} onPress={() => updateAttributes({ stillAssetId: null, stillAlt: null, stillCredit: null })} />}
          </div>
        )}
        {player !== null && <p className="text-xs text-soft">Readers see the still picture and the title. The player of {player.provider} is loaded only when they ask for it.</p>}
      </div>
      {choosing && (
        <PicturesDialog
          title="Choose a still picture"
          room={1}
          onClose={() => setChoosing(false)}
          onChosen={([chosen]) => chosen !== undefined && updateAttributes({ stillAssetId: chosen.asset.id, stillAlt: chosen.proposal.alt, stillCredit: chosen.proposal.credit })}
        />
      )}
    </BlockFrame>
  )
}

/** A player or a link card, with its title and still picture. */
export const EmbedField = Embed.extend({ addNodeView: () => ReactNodeViewRenderer(EmbedView) })
