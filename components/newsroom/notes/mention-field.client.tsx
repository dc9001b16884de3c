'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { useFieldProblems } from '#components/ui/action-form.client.tsx'
import { mentionedIn } from '#domain/notes.ts'
import type { PersonToMention } from './note-types.ts'
import { useMentions } from './use-mentions.client.ts'

type Props = { label: string; people: readonly PersonToMention[]; rows?: number; onEscape: () => void }

/** The text of a note or an answer, inside an ActionForm, with people to call by "@". It opens because somebody asked for it, and takes the keyboard. */
export function MentionField({ label, people, rows = 3, onEscape }: Props) {
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  const { found, active, look, take, onKeyDown, close } = useMentions(box, people, setText)
  const problems = useFieldProblems('body')
  const listed = found.length > 0
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="relative flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <textarea
        ref={box}
        id={id}
        name="body"
        rows={rows}
        value={text}
        className="control text-sm"
        aria-autocomplete="list"
        aria-controls={listed ? `${id}-people` : undefined}
        aria-activedescendant={listed ? `${id}-${active}` : undefined}
        aria-describedby={`${id}-hint${problems.length > 0 ? ` ${id}-problem` : ''}`}
        aria-invalid={problems.length > 0}
        onChange={(event) => {
          setText(event.target.value)
          look()
        }}
        onSelect={look}
        onKeyDown={(event) => {
          onKeyDown(event)
          if (event.key === 'Escape' && !event.defaultPrevented && !event.nativeEvent.isComposing) onEscape()
        }}
        onBlur={close}
      />
      <input type="hidden" name="mentions" value={mentionedIn(text, people).map(({ userId }) => userId).join(',')} />
      {listed && (
        <div id={`${id}-people`} role="listbox" aria-label="People to mention" className="absolute top-full z-20 w-full rounded-md border border-strong bg-sheet py-1 text-sm shadow-md">
          {found.map((person, index) => (
            <div
              key={person.userId}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className="flex min-h-9 cursor-pointer items-center px-3 py-1 aria-selected:bg-wash aria-selected:font-semibold max-lg:min-h-11"
              // The press would take the keyboard out of the text before the name is in it.
              onMouseDown={(event) => {
                event.preventDefault()
                take(person)
              }}
            >
              {person.name}
            </div>
          ))}
        </div>
      )}
      <p id={`${id}-hint`} className="text-xs text-soft">
        Type @ to call somebody by name.
      </p>
      <p role="status" className="sr-only">
        {listed ? `${found.length} ${found.length === 1 ? 'person' : 'people'}. Use the arrow keys and Enter.` : ''}
      </p>
      {problems.length > 0 && (
        <p id={`${id}-problem`} className="text-sm font-semibold text-bad">
          {problems.join(' ')}
        </p>
      )}
    </div>
  )
}
