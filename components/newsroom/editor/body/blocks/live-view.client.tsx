'use client'

import { ReactNodeViewRenderer, type ReactNodeViewProps } from '@tiptap/react'
import { useBody } from '../body-context.client.tsx'
import { LIVE_KINDS, liveLine, type LiveKind } from '../dialogs/live-choices.ts'
import { useAnswer } from '../dialogs/use-answer.client.ts'
import { Poll, Scoreboard } from '../nodes/live-cards.ts'
import { BlockButton, BlockFrame } from './parts/block-frame.client.tsx'
import { word } from './parts/use-node-words.client.ts'

function LiveView({ kind, node, editor, deleteNode, selected }: ReactNodeViewProps & { kind: LiveKind }) {
  const { readOnly } = useBody()
  const words = LIVE_KINDS[kind]
  const id = word(node.attrs[words.attribute])
  const { value: line, waiting, problem } = useAnswer(id, (signal) => liveLine(kind, id, signal))
  const remove = () => {
    deleteNode()
    editor.commands.focus()
  }
  return (
    <BlockFrame label={words.name} selected={selected} tools={!readOnly && <BlockButton label="Remove" about={words.about} onPress={remove} />}>
      <div className="rounded-md border border-rule bg-sheet p-3 text-sm">
        {line === null ? (
          <p className="text-soft">{waiting ? 'Looking it up…' : (problem ?? words.gone)}</p>
        ) : (
          <>
            <p className="font-semibold">{line.label}</p>
            <p className="text-soft">{[line.detail, line.note].filter((part) => part !== '').join(' · ')}</p>
          </>
        )}
      </div>
    </BlockFrame>
  )
}

/** The block of a game. */
export const ScoreboardField = Scoreboard.extend({ addNodeView: () => ReactNodeViewRenderer((props: ReactNodeViewProps) => <LiveView {...props} kind="scoreboard" />) })
/** The block of a poll. */
export const PollField = Poll.extend({ addNodeView: () => ReactNodeViewRenderer((props: ReactNodeViewProps) => <LiveView {...props} kind="poll" />) })
