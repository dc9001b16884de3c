'use client'

import { useId, useRef, useState, useTransition } from 'react'
import { Problems } from '#components/ui/problems.tsx'
import type { Problem, Result } from '#domain/result.ts'
import type { JudgedList, MadeInvitation } from '#server/staff/invite-list.ts'
import { InvitedLinks, JudgedLines } from './judged-lines.client.tsx'

export type CheckListAction = (input: { text: string }) => Promise<Result<{ list: JudgedList }>>
export type InviteListAction = (input: { text: string; emails: string[] }) => Promise<Result<{ invitations: MadeInvitation[]; mailed: boolean }>>

type Sent = { invitations: MadeInvitation[]; mailed: boolean }
type Checked = { text: string; list: JudgedList }

const EXAMPLE = 'Name, E-mail, Role, Position\nAna Ruiz, ana@school.org, Writer, Staff Writer'

/** A pasted list or a CSV file: checked line by line first, and invited once that was seen. What was pasted stays until then. */
export function ListInvite({ check, invite }: { check: CheckListAction; invite: InviteListAction }) {
  const id = useId()
  const [text, setText] = useState('')
  const [checked, setChecked] = useState<Checked | null>(null)
  const [problems, setProblems] = useState<Problem[]>([])
  const [sent, setSent] = useState<Sent | null>(null)
  const [pending, start] = useTransition()
  const outcome = useRef<HTMLDivElement>(null)
  const run = (work: () => Promise<Problem[]>) => {
    if (pending) return
    start(async () => {
      setProblems(await work().catch(() => [{ message: 'The server did not answer. Try again; nothing here is lost.' }]))
      outcome.current?.focus()
    })
  }
  const look = () =>
    run(async () => {
      const result = await check({ text })
      setChecked(result.ok ? { text, list: result.list } : null)
      return result.ok ? [] : result.problems
    })
  const send = ({ text: seen, list }: Checked) =>
    run(async () => {
      const result = await invite({ text: seen, emails: list.good.map(({ person }) => person.email) })
      if (!result.ok) return result.problems
      setSent(result)
      return []
    })
  if (sent !== null) return <InvitedLinks invitations={sent.invitations} mailed={sent.mailed} />
  const current = checked !== null && checked.text === text ? checked : null
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          look()
        }}
      >
        <div className="flex flex-col gap-1">
          <label htmlFor={`${id}-file`} className="text-sm font-semibold">
            CSV file
          </label>
          <input
            id={`${id}-file`}
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            className="control"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0]
              if (file !== undefined && file.size <= 1_000_000) void file.text().then(setText)
              else if (file !== undefined) setProblems([{ message: 'This file is too large for a list of people.' }])
            }}
          />
        </div>
        <div className="flex flex-col gap-1">
          <label htmlFor={`${id}-text`} className="text-sm font-semibold">
            Or paste the list
          </label>
          <p id={`${id}-hint`} className="text-sm text-soft">
            One person a line, parted by commas, semicolons or tabs. The heading, role and position can be left out.
          </p>
          <textarea id={`${id}-text`} className="control font-mono text-sm" rows={10} spellCheck={false} placeholder={EXAMPLE} aria-describedby={`${id}-hint`} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        </div>
        <div>
          <button type="submit" className={`button ${current === null ? 'button-primary' : ''}`} aria-disabled={pending}>
            {pending ? 'One moment…' : 'Check the list'}
          </button>
        </div>
      </form>
      <div ref={outcome} tabIndex={-1} className="flex flex-col gap-6">
        <Problems problems={problems} />
        {current !== null && <JudgedLines list={current.list} pending={pending} send={() => send(current)} />}
      </div>
    </div>
  )
}
