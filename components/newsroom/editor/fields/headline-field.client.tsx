'use client'

import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { FieldFindings } from '../copydesk/field-findings.client.tsx'
import { useDesk, useProblems } from '../editor-context.client.tsx'
import { describedBy, FieldBox } from './field-box.tsx'
import { useSharedText } from './shared-text/use-shared-text.client.ts'

const LINES = {
  headline: { label: 'Headline', longest: 200, className: 'font-serif text-3xl leading-tight font-semibold tracking-tight' },
  deck: { label: 'Deck', longest: 400, className: 'font-serif text-lg leading-snug' },
} as const

/** The headline, or the deck below it: one paragraph that grows with its text. */
export function LineField({ name }: { name: keyof typeof LINES }) {
  const { readOnly } = useDesk()
  const problems = useProblems(name)
  const box = useRef<HTMLTextAreaElement>(null)
  const { label, longest, className } = LINES[name]
  const id = `field-${name}`
  const [value, change] = useSharedText(name, id)

  useLayoutEffect(() => {
    // Browsers that size a field by its content do it alone, also when the window turns.
    if (box.current === null || CSS.supports('field-sizing', 'content')) return
    box.current.style.height = 'auto'
    box.current.style.height = `${box.current.scrollHeight + 2}px`
  }, [value])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    document.getElementById(name === 'headline' ? 'field-deck' : 'field-body')?.focus()
  }
  const left = longest - value.length
  return (
    <FieldBox id={id} label={label} problems={problems} {...(name === 'deck' ? { hint: 'One sentence under the headline.' } : {})}>
      <textarea
        ref={box}
        id={id}
        rows={1}
        value={value}
        readOnly={readOnly}
        onChange={(event) => change(event.target.value.replace(/[\r\n]+/g, ' '))}
        onKeyDown={onKeyDown}
        className={`control field-sizing-content resize-none overflow-hidden ${className}`}
        {...describedBy(id, { hint: name === 'deck', problems })}
      />
      {left < 40 && <p className={`text-xs ${left < 0 ? 'text-bad' : 'text-soft'}`}>{left < 0 ? `${-left} characters too many` : `${left} characters left`}</p>}
      <FieldFindings field={name} />
    </FieldBox>
  )
}
