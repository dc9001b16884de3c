'use client'

import { EMPTY_REVIEW, REVIEWED, TEMPLATE_NAMES, templateOf, type Review } from '#domain/story-template.ts'
import { useDesk, useDraftPart, useProblems } from '../editor-context.client.tsx'
import { describedBy, FieldBox } from './field-box.tsx'

const HINTS: Readonly<Record<keyof typeof TEMPLATE_NAMES, string>> = {
  standard: 'News, sports and most others.',
  longForm: 'A wide lead picture; each subhead begins a chapter.',
  photoEssay: 'Pictures come first, large; the text stands between them.',
  opinion: 'Labelled as opinion, with the author and a disclaimer.',
  review: 'With a rating and the facts of what is reviewed.',
}
const isReviewed = (value: string): value is Review['reviewed'] => Object.hasOwn(REVIEWED, value)
const FACTS = [
  ['title', 'Title', 'The Paper Boats'],
  ['maker', 'By', 'Author, director, band, cook'],
  ['where', 'Where', 'Publisher, theater, address'],
  ['when', 'When', 'Through Dec. 12'],
  ['price', 'Price', 'Free, $12'],
] as const

/** How the story's page is laid out, with the facts that a review states. */
export function TemplateField() {
  const { session, readOnly } = useDesk()
  const template = useDraftPart(session, ({ content }) => content.template)
  const problems = useProblems('template')
  const kind = template?.kind ?? 'standard'
  return (
    <>
      <FieldBox id="field-template" label="Template" problems={problems} hint={HINTS[kind]}>
        <select
          id="field-template"
          className="control"
          value={kind}
          disabled={readOnly}
          onChange={(event) => session.change({ template: templateOf(event.target.value) })}
          {...describedBy('field-template', { hint: true, problems })}
        >
          {Object.entries(TEMPLATE_NAMES).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </FieldBox>
      {template?.kind === 'review' && <ReviewFacts review={template} readOnly={readOnly} onChange={(change) => session.change({ template: { ...template, ...change } })} />}
    </>
  )
}

function ReviewFacts({ review, readOnly, onChange }: { review: Review; readOnly: boolean; onChange: (change: Partial<Omit<Review, 'kind'>>) => void }) {
  return (
    <fieldset className="flex flex-col gap-3 border-s-2 border-rule ps-3">
      <legend className="sr-only">Facts of the review</legend>
      <FieldBox id="field-reviewed" label="What is reviewed" problems={[]}>
        <select id="field-reviewed" className="control" value={review.reviewed} disabled={readOnly} onChange={({ target }) => isReviewed(target.value) && onChange({ reviewed: target.value })}>
          {Object.entries(REVIEWED).map(([value, { name }]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </FieldBox>
      {FACTS.map(([name, label, placeholder]) => (
        <FieldBox key={name} id={`field-review-${name}`} label={label} problems={[]}>
          <input id={`field-review-${name}`} className="control" value={review[name]} placeholder={placeholder} readOnly={readOnly} autoComplete="off" maxLength={160} onChange={(event) => onChange({ [name]: event.target.value })} />
        </FieldBox>
      ))}
      <FieldBox id="field-review-rating" label="Rating" problems={[]}>
        <select id="field-review-rating" className="control" value={review.rating ?? ''} disabled={readOnly} onChange={({ target }) => onChange({ rating: target.value === '' ? EMPTY_REVIEW.rating : Number(target.value) })}>
          <option value="">No rating</option>
          {Array.from({ length: 10 }, (_, index) => 10 - index).map((halves) => (
            <option key={halves} value={halves}>
              {`${halves / 2} of 5 stars`}
            </option>
          ))}
        </select>
      </FieldBox>
    </fieldset>
  )
}
