'use client'

import type { Node } from '@tiptap/pm/model'
import { embedProblem } from '#domain/access-checks.ts'
import type { Embed } from '#domain/document/schema.ts'
import { useBody } from '../../body-context.client.tsx'
import { word } from './use-node-words.client.ts'
import { WordField } from './word-field.client.tsx'

type Props = { node: Node; isVideo: boolean; onChange: (attributes: Record<string, string | null>) => void }

/** How a video or a sound speaks to readers who cannot hear it, and what is missing before it can be published. */
export function SpokenWords({ node, isVideo, onChange }: Props) {
  const { readOnly } = useBody()
  const captions = word(node.attrs.captions)
  const problem = embedProblem(asEmbed(node))
  return (
    <div contentEditable={false} className="mt-2 flex flex-col">
      {isVideo && (
        <label className="flex flex-col gap-1 font-sans text-xs text-soft">
          Captions
          <select className="control text-sm" value={captions} disabled={readOnly} onChange={(event) => onChange({ captions: event.target.value === '' ? null : event.target.value })}>
            <option value="">Not said yet, or it has none</option>
            <option value="yes">It has captions</option>
            <option value="noSpeech">Nothing is said in it</option>
          </select>
        </label>
      )}
      <WordField node={node} name="transcript" label="Transcript (web address)" longest={2000} onChange={onChange} hint="A page with all that is said, such as https://school.org/final-transcript." />
      {problem !== null && <p className="mt-1 font-sans text-xs font-semibold text-bad">{problem}</p>}
    </div>
  )
}

function asEmbed({ attrs }: Node): Embed {
  const captions = attrs.captions === 'yes' || attrs.captions === 'noSpeech' ? { captions: attrs.captions } : {}
  return { type: 'embed', attrs: { url: word(attrs.url), title: word(attrs.title), ...captions, transcript: word(attrs.transcript).trim() } }
}
