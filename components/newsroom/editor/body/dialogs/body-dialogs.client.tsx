'use client'

import type { Editor } from '@tiptap/react'
import type { BodyDialog } from '../body-context.client.tsx'
import { KeysDialog } from '../tools/keys-dialog.client.tsx'
import { EmbedDialog } from './embed-dialog.client.tsx'
import { LanguageDialog } from './language-dialog.client.tsx'
import { LinkDialog } from './link-dialog.client.tsx'
import { LiveDialog } from './live-dialog.client.tsx'
import { PictureDialog } from './picture-dialog.client.tsx'
import { RelatedDialog } from './related-dialog.client.tsx'
import { SourceDialog } from './source-dialog.client.tsx'

/** The dialog of the text that is open. */
export function BodyDialogs({ editor, dialog, onClose }: { editor: Editor; dialog: BodyDialog; onClose: () => void }) {
  switch (dialog.kind) {
    case 'link':
      return <LinkDialog editor={editor} onClose={onClose} />
    case 'source':
      return <SourceDialog editor={editor} onClose={onClose} />
    case 'language':
      return <LanguageDialog editor={editor} onClose={onClose} />
    case 'picture':
    case 'gallery':
      return <PictureDialog editor={editor} kind={dialog.kind} onClose={onClose} />
    case 'related':
      return <RelatedDialog editor={editor} onClose={onClose} />
    case 'scoreboard':
    case 'poll':
      return <LiveDialog editor={editor} kind={dialog.kind} onClose={onClose} />
    case 'embed':
      return <EmbedDialog editor={editor} url={dialog.url} onClose={onClose} />
    case 'keys':
      return <KeysDialog editor={editor} onClose={onClose} />
  }
}
