'use client'

import type { Node } from '@tiptap/pm/model'
import { useBody } from '../../body-context.client.tsx'
import { useNodeWords, word } from './use-node-words.client.ts'

type Props = {
  node: Node
  /** The attribute of the node that this field changes. */
  name: string
  label: string
  longest: number
  onChange: (attributes: Record<string, string>) => void
  hint?: string
}

/** A line of words that belongs to a block. It is a field of its own: nothing typed here is text of the story. */
export function WordField({ node, name, label, longest, onChange, hint }: Props) {
  const { readOnly } = useBody()
  const [value, setValue] = useNodeWords(node, word(node.attrs[name]))
  return (
    <label contentEditable={false} className="mt-2 flex flex-col gap-1 font-sans text-xs text-soft">
      {label}
      <input
        className="control text-sm"
        value={value}
        maxLength={longest}
        readOnly={readOnly}
        onChange={(event) => {
          setValue(event.target.value)
          onChange({ [name]: event.target.value })
        }}
      />
      {hint !== undefined && <span>{hint}</span>}
    </label>
  )
}
