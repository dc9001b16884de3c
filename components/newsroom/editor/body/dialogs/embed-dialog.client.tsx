'use client'

import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { describedBy, FieldBox } from '../../fields/field-box.tsx'
import { insertBlock } from '../move/insert-block.ts'
import { DialogForm, DialogFrame } from './dialog-frame.client.tsx'
import { embedAddress, whatItBecomes } from './embed-address.ts'

const BAD_ADDRESS = 'Enter the web address of a page, such as https://www.youtube.com/watch?v=… or school.org/event.'

/** Puts something that lies elsewhere on the web into the text: a player where the paper knows one, else a link card. Nothing is fetched. */
export function EmbedDialog({ editor, url, onClose }: { editor: Editor; url: string; onClose: () => void }) {
  const [typed, setTyped] = useState(url)
  const [title, setTitle] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const problems = problem === null ? [] : [{ message: problem }]
  const address = embedAddress(typed)
  const insert = () => {
    if (address === null) return setProblem(BAD_ADDRESS)
    onClose()
    editor.view.dispatch(insertBlock(editor.state, { type: 'embed', attrs: { url: address, title: title.trim() } }))
    editor.commands.focus()
  }
  return (
    <DialogFrame editor={editor} title="Insert a video, sound or link card" onClose={onClose}>
      <DialogForm onSubmit={insert} submit="Insert">
        <FieldBox id="embed-address" label="Web address" problems={problems} hint="YouTube, Vimeo, Spotify and SoundCloud get their player; anything else becomes a link card.">
          <input
            id="embed-address"
            className="control"
            value={typed}
            inputMode="url"
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            maxLength={2000}
            onChange={(event) => setTyped(event.target.value)}
            {...describedBy('embed-address', { hint: true, problems })}
          />
        </FieldBox>
        <p role="status" className="min-h-5 text-sm text-soft">
          {address === null ? '' : whatItBecomes(address)}
        </p>
        <FieldBox id="embed-title" label="Title" problems={[]} hint="What it is, for readers: “Highlights of the final”.">
          <input id="embed-title" className="control" value={title} maxLength={200} aria-describedby="embed-title-hint" onChange={(event) => setTitle(event.target.value)} />
        </FieldBox>
      </DialogForm>
    </DialogFrame>
  )
}
