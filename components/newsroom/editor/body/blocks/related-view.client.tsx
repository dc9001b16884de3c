'use client'

import { ReactNodeViewRenderer, type ReactNodeViewProps } from '@tiptap/react'
import { StateBadge } from '#components/ui/state-badge.tsx'
import { useBody } from '../body-context.client.tsx'
import { storyLine } from '../dialogs/related-stories.ts'
import { useAnswer } from '../dialogs/use-answer.client.ts'
import { RelatedStory } from '../nodes/cards.ts'
import { BlockButton, BlockFrame } from './parts/block-frame.client.tsx'
import { word } from './parts/use-node-words.client.ts'

function RelatedView({ node, editor, deleteNode, selected }: ReactNodeViewProps) {
  const { readOnly } = useBody()
  const storyId = word(node.attrs.storyId)
  const { value: line, waiting, problem } = useAnswer(storyId, (signal) => storyLine(storyId, signal))
  const remove = () => {
    deleteNode()
    editor.commands.focus()
  }
  return (
    <BlockFrame label="Related story" selected={selected} tools={!readOnly && <BlockButton label="Remove" about="the related story" onPress={remove} />}>
      <div className="rounded-md border border-rule bg-sheet p-3 text-sm">
        {line === null ? (
          <p className="text-soft">{waiting ? 'Looking it up…' : (problem ?? 'This story is no longer there. Remove the card.')}</p>
        ) : (
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <a className="text-link py-1 font-semibold" href={`/newsroom/stories/${line.id}`} target="_blank" rel="noopener">
              {line.headline || 'No headline yet'}
              <span className="sr-only"> (opens in a new tab)</span>
            </a>
            <span className="text-soft">{line.section ?? 'No section yet'}</span>
            <StateBadge state={line.state} live={line.live} />
          </p>
        )}
        {line !== null && !line.live && <p className="mt-1 text-warn">Readers see this card when that story is live.</p>}
      </div>
    </BlockFrame>
  )
}

/** The card of another story of this paper. */
export const RelatedStoryField = RelatedStory.extend({ addNodeView: () => ReactNodeViewRenderer(RelatedView) })
