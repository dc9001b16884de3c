'use client'

import type { Editor } from '@tiptap/react'
import { useState, type FormEvent } from 'react'
import { FOREIGN_LANGUAGES } from '#domain/document/foreign.ts'
import { FieldBox } from '../../fields/field-box.tsx'
import { Modal } from '../modal.client.tsx'
import { passageFor } from './passage.ts'

/** Says in which language the selected words are. */
export function LanguageDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [passage] = useState(() => passageFor(editor, 'lang'))
  const value: unknown = editor.getAttributes('lang').lang
  const present = typeof value === 'string' ? value : ''
  const [lang, setLang] = useState(present === '' ? 'es' : present)
  const offered = Object.hasOwn(FOREIGN_LANGUAGES, lang) ? FOREIGN_LANGUAGES : { ...FOREIGN_LANGUAGES, [lang]: lang }

  const close = () => {
    onClose()
    editor.commands.focus()
  }
  const apply = (event: FormEvent) => {
    event.preventDefault()
    // The dialog stands inside the page's React tree; its submit is nobody else's.
    event.stopPropagation()
    onClose()
    if (passage !== null) editor.chain().focus().setTextSelection(passage).setMark('lang', { lang }).setTextSelection(passage.to).run()
  }
  const remove = () => {
    onClose()
    if (passage !== null) editor.chain().focus().setTextSelection(passage).unsetMark('lang').setTextSelection(passage.to).run()
  }
  return (
    <Modal title="Language of these words" onClose={close}>
      {passage === null ? (
        <p className="text-sm">Select the words that are in another language, and try again.</p>
      ) : (
        <form onSubmit={apply} className="flex flex-col gap-3">
          <FieldBox id="passage-language" label="Language" problems={[]} hint="So that screen readers and the listen button say them rightly.">
            <select id="passage-language" className="control" value={lang} onChange={(event) => setLang(event.target.value)} aria-describedby="passage-language-hint">
              {Object.entries(offered).map(([tag, name]) => (
                <option key={tag} value={tag}>
                  {name}
                </option>
              ))}
            </select>
          </FieldBox>
          <div className="flex flex-wrap gap-2">
            <button type="submit" className="button button-primary">
              Set language
            </button>
            {present !== '' && (
              <button type="button" className="button" onClick={remove}>
                Remove language
              </button>
            )}
          </div>
        </form>
      )}
    </Modal>
  )
}
