'use client'

import { useState, type KeyboardEvent } from 'react'
import { slugify } from '#domain/slug.ts'
import { useDesk, useDraftPart, useProblems } from '../editor-context.client.tsx'
import { describedBy, FieldBox } from './field-box.tsx'

/** The tags: type one and press Enter or a comma. */
export function TagsField() {
  const { session, readOnly } = useDesk()
  const problems = useProblems('tags')
  const [typed, setTyped] = useState('')
  const tags = useDraftPart(session, ({ content }) => content.tags)

  const add = (text: string) => {
    const known = new Set(tags.map(slugify))
    const found: string[] = []
    for (const name of text.split(',').map((part) => part.trim())) {
      const slug = slugify(name)
      if (slug === '' || known.has(slug)) continue
      known.add(slug)
      found.push(name)
    }
    setTyped('')
    if (found.length > 0) session.change({ tags: [...tags, ...found] })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== ',')) return
    event.preventDefault()
    add(typed)
  }
  return (
    <FieldBox id="field-tags" label="Tags" problems={problems} hint="Press Enter after each tag.">
      {tags.length > 0 && (
        <ul className="flex flex-wrap gap-1">
          {tags.map((tag) => (
            <li key={tag} className="inline-flex max-w-full items-center rounded-sm border border-rule bg-wash pl-2 text-sm break-words">
              {tag}
              {!readOnly && (
                <button
                  type="button"
                  aria-label={`Remove tag ${tag}`}
                  className="ml-1 grid size-7 cursor-pointer place-items-center rounded-sm hover:bg-rule"
                  onClick={() => session.change({ tags: tags.filter((one) => one !== tag) })}
                >
                  <span aria-hidden="true">×</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <input
        id="field-tags"
        className="control"
        value={typed}
        maxLength={200}
        readOnly={readOnly}
        onChange={(event) => (event.target.value.includes(',') ? add(event.target.value) : setTyped(event.target.value))}
        onKeyDown={onKeyDown}
        onBlur={() => add(typed)}
        {...describedBy('field-tags', { hint: true, problems })}
      />
    </FieldBox>
  )
}
