'use client'

import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { FOREIGN_LANGUAGES } from '#domain/document/foreign.ts'
import { FieldBox } from '../../fields/field-box.tsx'
import { DialogForm, DialogFrame } from './dialog-frame.client.tsx'
import { passageFor } from './passage.ts'

/** Says in which language the selected words are. */
export function LanguageDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [passage] = useState(() => passageFor(editor, 'lang'))
  const value: unknown = editor.getAttributes('lang').lang
  const present = typeof value === 'string' ? value : ''
  const [lang, setLang] = useState(present === '' ? 'es' : present)
  const offered = Object.hasOwn(FOREIGN_LANGUAGES, lang) ? FOREIGN_LANGUAGES : { ...FOREIGN_LANGUAGES, [lang]: lang }

  const apply = () => {
    onClose()
    if (passage !== null) editor.chain().focus().setTextSelection(passage).setMark('lang', { lang }).setTextSelection(passage.to).run()
  }
  const remove = () => {
    onClose()
    if (passage !== null) editor.chain().focus().setTextSelection(passage).unsetMark('lang').setTextSelection(passage.to).run()
  }
  return (
    <DialogFrame editor={editor} title="Language of these words" onClose={onClose}>
      {passage === null ? (
        <p className="text-sm">Select the words that are in another language, and try again.</p>
      ) : (
        <DialogForm onSubmit={apply} submit="Set language" remove={present === '' ? null : { label: 'Remove language', take: remove }}>
          <FieldBox id="passage-language" label="Language" problems={[]} hint="So that screen readers and the listen button say them rightly.">
            <select id="passage-language" className="control" value={lang} onChange={(event) => setLang(event.target.value)} aria-describedby="passage-language-hint">
              {Object.entries(offered).map(([tag, name]) => (
                <option key={tag} value={tag}>
                  {name}
                </option>
              ))}
            </select>
          </FieldBox>
        </DialogForm>
      )}
    </DialogFrame>
  )
}
