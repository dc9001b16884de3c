'use client'

import { useState } from 'react'
import { ROLE_NAMES } from '#domain/people.ts'
import type { BadLine, JudgedList, MadeInvitation } from '#server/staff/invite-list.ts'

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)

function Lines({ id, title, lines }: { id: string; title: string; lines: readonly BadLine[] }) {
  if (lines.length === 0) return null
  return (
    <section aria-labelledby={id} className="panel">
      <h2 id={id} className="mb-2 font-serif text-xl font-semibold">
        {title}
      </h2>
      <ul className="divide-y divide-rule text-sm">
        {lines.map(({ line, text, reason }) => (
          <li key={line} className="py-2">
            <b>Line {line}:</b> <span className="font-mono break-all">{text}</span>
            <br />
            <span className="font-semibold text-bad">{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How each line of a list was understood, and the button that invites everybody who can be. */
export function JudgedLines({ list: { good, bad, here }, pending, send }: { list: JudgedList; pending: boolean; send: () => void }) {
  return (
    <>
      <Lines id="bad-lines" title={`Not understood: ${bad.length === 1 ? '1 line' : `${bad.length} lines`}`} lines={bad} />
      <Lines id="here-lines" title={`On staff already: ${people(here.length)}`} lines={here} />
      <section aria-labelledby="good-lines" className="panel">
        <h2 id="good-lines" className="mb-2 font-serif text-xl font-semibold">
          To be invited: {people(good.length)}
        </h2>
        <ul className="divide-y divide-rule text-sm">
          {good.map(({ line, person, again }) => (
            <li key={line} className="py-2">
              <b className="break-all">{person.name ?? person.email}</b>
              {person.name !== null && <span className="break-all"> · {person.email}</span>}
              <br />
              <span className="text-soft">
                Line {line} · {person.position} · {ROLE_NAMES[person.role]}
                {again && ' · takes the place of an open invitation'}
              </span>
            </li>
          ))}
        </ul>
        {good.length > 0 && (
          <button type="button" className="button button-primary mt-3" aria-disabled={pending} onClick={send}>
            {pending ? 'One moment…' : `Invite ${people(good.length)}`}
            {bad.length > 0 && ' and leave the other lines out'}
          </button>
        )}
      </section>
    </>
  )
}

/** The links of a list that was invited, shown this once. */
export function InvitedLinks({ invitations, mailed }: { invitations: readonly MadeInvitation[]; mailed: boolean }) {
  const [copied, setCopied] = useState(false)
  const text = invitations.map(({ input, url }) => `${input.name ?? ''}\t${input.email}\t${url}`).join('\n')
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <div className="flex max-w-4xl flex-col gap-3">
      <p role="status" className="rounded-md border border-good bg-good-wash px-4 py-3 text-sm text-good">
        {people(invitations.length)} invited. {mailed ? 'The links are being mailed; you can also hand them over yourself.' : 'Hand these links over yourself.'} They are shown only now, and each works once, for 7 days.
      </p>
      <label htmlFor="invited-links" className="text-sm font-semibold">
        Name, e-mail and link of each
      </label>
      <textarea id="invited-links" className="control font-mono text-sm" rows={Math.min(20, invitations.length + 1)} readOnly value={text} />
      <div className="flex flex-wrap gap-2">
        <button type="button" className="button button-primary" onClick={copy}>
          {copied ? 'Copied' : 'Copy all'}
        </button>
        <a href="/newsroom/staff" className="button">
          All staff
        </a>
      </div>
    </div>
  )
}
