'use client'

import type { Editor } from '@tiptap/react'
import { Modal } from '../modal.client.tsx'
import { keysInWords } from './keys-in-words.ts'
import { SHORTCUT_GROUPS } from './shortcuts.ts'
import { useIsMac } from './use-is-mac.client.ts'

/** Every shortcut of the text, with the names that this person's keyboard has. */
export function KeysDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const mac = useIsMac()
  const close = () => {
    onClose()
    editor.commands.focus()
  }
  return (
    <Modal title="Keyboard help" onClose={close}>
      <div className="flex flex-col gap-4">
        {SHORTCUT_GROUPS.map(({ name, shortcuts }) => (
          <section key={name} aria-label={name}>
            <h3 className="mb-1 text-sm font-semibold">{name}</h3>
            <dl className="flex flex-col text-sm">
              {shortcuts.map((shortcut) => (
                <div key={shortcut.what} className="flex justify-between gap-4 border-b border-rule py-1">
                  <dt>{shortcut.what}</dt>
                  <dd className="text-right whitespace-nowrap">
                    <kbd className="font-sans font-semibold">{'keys' in shortcut ? keysInWords(shortcut.keys, mac) : shortcut.typed}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
