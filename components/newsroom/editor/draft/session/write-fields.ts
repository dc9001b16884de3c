import type * as Y from 'yjs'
import type { StoryContent } from '#domain/story.ts'
import type { StoryTemplate } from '#domain/story-template.ts'
import { partsOfDraft, setText, type SharedText } from '#domain/together/shared-draft.ts'

/** New values of some fields; `template` null: the standard one. The body is written by its editor. */
export type FieldPatch = Partial<Omit<StoryContent, 'body' | 'template'>> & { template?: StoryTemplate | null }

/** Writes fields into the shared document, in one change: texts by the smallest difference, everything else as a whole. */
export function writeFields(doc: Y.Doc, { headline, deck, lead, ...plain }: FieldPatch): void {
  const { fields, text } = partsOfDraft(doc)
  const write = (name: SharedText, words: string | undefined) => words !== undefined && setText(text(name), words)
  const values: [string, unknown][] = Object.entries(plain)
  if (lead !== undefined) values.push(['leadAssetId', lead === null ? null : lead.assetId])
  doc.transact(() => {
    for (const [name, value] of values) {
      if (JSON.stringify(fields.get(name)) !== JSON.stringify(value)) fields.set(name, value)
    }
    write('headline', headline)
    write('deck', deck)
    if (lead === undefined) return
    write('leadCaption', lead?.caption ?? '')
    write('leadAlt', lead?.alt ?? '')
    write('leadCredit', lead?.credit ?? '')
  })
}
