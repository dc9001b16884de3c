'use client'

import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { describedBy, FieldBox } from '../../fields/field-box.tsx'
import { DialogForm, DialogFrame } from './dialog-frame.client.tsx'
import { linkAddress } from './link-address.ts'

const BAD_ADDRESS = 'Enter a web address such as https://school.org, an e-mail address, or a page of this paper such as /sports.'

/** Sets, changes or removes the link at the cursor. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const present: unknown = editor.getAttributes('link').href
  const current = typeof present === 'string' ? present : ''
  const needsText = editor.state.selection.empty && current === ''
  const [address, setAddress] = useState(current)
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const problems = problem === null ? [] : [{ message: problem }]

  const apply = () => {
    const href = linkAddress(address)
    if (href === null) return setProblem(BAD_ADDRESS)
    onClose()
    const chain = editor.chain().focus()
    if (needsText) chain.insertContent([{ type: 'text', text: text.trim() || address.trim(), marks: [{ type: 'link', attrs: { href } }] }]).unsetMark('link').run()
    else chain.extendMarkRange('link').setLink({ href }).run()
  }
  const remove = () => {
    onClose()
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
  }
  return (
    <DialogFrame editor={editor} title={current === '' ? 'Add a link' : 'Change the link'} onClose={onClose}>
      <DialogForm onSubmit={apply} submit={current === '' ? 'Add link' : 'Change link'} remove={current === '' ? null : { label: 'Remove link', take: remove }}>
        <FieldBox id="link-address" label="Link address" problems={problems}>
          <input
            id="link-address"
            className="control"
            value={address}
            inputMode="url"
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setAddress(event.target.value)}
            {...describedBy('link-address', { hint: false, problems })}
          />
        </FieldBox>
        {needsText && (
          <FieldBox id="link-text" label="Linked words" problems={[]}>
            <input id="link-text" className="control" value={text} onChange={(event) => setText(event.target.value)} />
          </FieldBox>
        )}
      </DialogForm>
    </DialogFrame>
  )
}
