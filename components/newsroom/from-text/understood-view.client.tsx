'use client'

import { useId } from 'react'
import { Body } from '#components/story/body.tsx'
import { laidOut } from '#components/story/lay-out.ts'
import type { EditedStory, StaffName } from '#domain/from-text/story-content.ts'
import { MAX_DECK, MAX_HEADLINE } from '#domain/from-text/understood-story.ts'
import type { Problem } from '#domain/result.ts'
import { wordsOf } from '#domain/words/words.ts'
import { BylineRows } from './byline-rows.client.tsx'
import type { DeskChange, Edits } from './desk-state.ts'
import { PicturePlace } from './picture-place.client.tsx'
import '#components/story/story.css'

type Props = {
  story: EditedStory
  edits: Edits
  staff: readonly StaffName[]
  problems: readonly Problem[]
  disabled: boolean
  change: (change: DeskChange) => void
}

/** The story as understood: its head and its pictures' words can be changed here, the text itself in the editor later. */
export function UnderstoodView({ story, edits, staff, problems, disabled, change }: Props) {
  const lead = story.pictures.find(({ assetId }) => assetId !== null)
  const words = (changed: Extract<DeskChange, { type: 'words' }>['edits']) => change({ type: 'words', edits: changed })
  const laid = laidOut(story.body, null, wordsOf('en').story)
  return (
    <div className="flex flex-col gap-5">
      <HeadField label="Headline" max={MAX_HEADLINE} value={story.headline} problems={problemsAt(problems, 'content.headline')} onChange={(headline) => words({ headline })} />
      <HeadField label="Deck" max={MAX_DECK} value={story.deck} problems={problemsAt(problems, 'content.deck')} onChange={(deck) => words({ deck })} />
      <BylineRows bylines={story.bylines} staff={staff} problems={<ProblemLine problems={problemsAt(problems, 'content.bylines')} />} onChange={(bylines) => words({ bylines })} />
      {story.pictures.map((picture, index) => (
        <PicturePlace
          key={picture.key}
          picture={picture}
          asset={edits.pictures[picture.key]?.asset ?? undefined}
          name={`Picture ${index + 1}`}
          isLead={picture === lead}
          disabled={disabled}
          onEdit={(edit) => change({ type: 'picture', key: picture.key, edit })}
        />
      ))}
      <section aria-labelledby="understood-text">
        <h3 id="understood-text" className="mb-2 text-sm font-semibold">
          Text
        </h3>
        <div data-testid="understood-text" className="border-t border-rule pt-3 font-serif">
          <Body text={laid.text} assets={{}} related={{}} around={laid.around} />
        </div>
      </section>
      {story.notes.length > 0 && (
        <section aria-labelledby="understood-notes">
          <h3 id="understood-notes" className="mb-1 text-sm font-semibold">
            Notes to the newsroom
          </h3>
          <p className="text-sm text-soft">They are kept on the story, and readers never see them.</p>
          <ul className="mt-2 flex list-disc flex-col gap-1 pl-5 text-sm break-words">
            {story.notes.map((note, index) => (
              <li key={index}>{note}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** The problems of a field and of all below it. */
export function problemsAt(problems: readonly Problem[], field: string): Problem[] {
  return problems.filter((problem) => problem.field === field || problem.field?.startsWith(`${field}.`) === true)
}

function ProblemLine({ problems, id }: { problems: readonly Problem[]; id?: string }) {
  if (problems.length === 0) return null
  return (
    <p {...(id === undefined ? {} : { id })} className="text-sm font-semibold text-bad">
      {problems.map(({ message }) => message).join(' ')}
    </p>
  )
}

type HeadProps = { label: string; max: number; value: string; problems: readonly Problem[]; onChange: (value: string) => void }

function HeadField({ label, max, value, problems, onChange }: HeadProps) {
  const id = useId()
  const invalid = problems.length > 0
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <textarea
        id={id}
        rows={2}
        maxLength={max}
        className={`control field-sizing-content font-serif ${label === 'Headline' ? 'text-xl font-semibold' : ''}`}
        value={value}
        aria-invalid={invalid}
        {...(invalid ? { 'aria-describedby': `${id}-problem` } : {})}
        onChange={(event) => onChange(event.target.value.replace(/\s*\n\s*/g, ' '))}
      />
      <ProblemLine id={`${id}-problem`} problems={problems} />
    </div>
  )
}
