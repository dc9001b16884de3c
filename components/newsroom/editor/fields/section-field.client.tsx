'use client'

import { useState } from 'react'
import { slugify } from '#domain/slug.ts'
import { useDesk, useDraftPart, useProblems } from '../editor-context.client.tsx'
import { describedBy, FieldBox } from './field-box.tsx'

/** Which section the story belongs to. */
export function SectionField() {
  const { story, session, readOnly } = useDesk()
  const sectionId = useDraftPart(session, ({ content }) => content.sectionId)
  const problems = useProblems('section')
  return (
    <FieldBox id="field-section" label="Section" problems={problems}>
      <select
        id="field-section"
        className="control"
        value={sectionId ?? ''}
        disabled={readOnly}
        onChange={(event) => session.change({ sectionId: event.target.value === '' ? null : event.target.value })}
        {...describedBy('field-section', { hint: false, problems })}
      >
        <option value="">Choose a section</option>
        {story.sections.map((section) => (
          <option key={section.id} value={section.id}>
            {section.name}
          </option>
        ))}
      </select>
    </FieldBox>
  )
}

/** The last part of the story's address; empty = made from the headline. */
export function SlugField() {
  const { story, session, readOnly } = useDesk()
  const problems = useProblems('slug')
  const slug = useDraftPart(session, ({ content }) => content.slug)
  const headline = useDraftPart(session, ({ content }) => content.headline)
  const sectionId = useDraftPart(session, ({ content }) => content.sectionId)
  // What is typed may be on its way to an address, such as "final-"; what is saved always is one.
  const [typed, setTyped] = useState<string | null>(null)
  const folder = story.kind === 'PAGE' ? '' : `/${story.sections.find(({ id }) => id === sectionId)?.slug ?? 'section'}`
  return (
    <FieldBox
      id="field-slug"
      label="Web address"
      problems={problems}
      hint={<span className="break-all">{`${folder}/${slug || slugify(headline) || '…'}`}</span>}
    >
      <input
        id="field-slug"
        className="control"
        value={typed ?? slug}
        placeholder={slugify(headline)}
        readOnly={readOnly}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setTyped(event.target.value)
          session.change({ slug: slugify(event.target.value) })
        }}
        onBlur={() => setTyped(null)}
        {...describedBy('field-slug', { hint: true, problems })}
      />
    </FieldBox>
  )
}
