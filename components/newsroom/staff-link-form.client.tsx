'use client'

import { useState, type ReactNode } from 'react'
import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import type { Result } from '#domain/result.ts'

/** A server action that answers with a one-time link; `mailed` says that it was sent by mail too. */
export type LinkAction = (previous: null, form: FormData) => Promise<Result<{ url: string; mailed?: boolean }>>

type Made = { url: string; mailed: boolean; count: number }
type Props = {
  action: LinkAction
  submit: string
  tone?: 'button-primary' | ''
  /** What is said beside an address that is not used up by opening it. */
  shown?: { label: string; lead: string }
  children: ReactNode
}

/** A form whose answer is a secret link, shown this once with a way to copy it; a one-time link unless `shown` says what else. */
export function LinkForm({ action, submit, tone = '', shown, children }: Props) {
  const [made, setMade] = useState<Made | null>(null)
  const send: FormAction = async (_, form) => {
    const result = await action(null, form)
    if (!result.ok) return result
    setMade((before) => ({ url: result.url, mailed: result.mailed === true, count: (before?.count ?? 0) + 1 }))
    return { ok: true }
  }
  return (
    <div className="flex flex-col gap-4">
      {/* A new key empties the form for the next person. */}
      <ActionForm key={made?.count ?? 0} action={send} submit={submit} tone={tone}>
        {children}
      </ActionForm>
      <div role="status">{made !== null && <SecretLink key={made.count} url={made.url} {...(shown ?? oneTime(made))} />}</div>
    </div>
  )
}

function oneTime({ mailed }: Made): { label: string; lead: string } {
  return { label: 'One-time link', lead: `${mailed ? 'The link was mailed. You can also hand it over yourself:' : 'Hand this link over yourself.'} It is shown only now and works once.` }
}

function SecretLink({ url, label, lead }: { url: string; label: string; lead: string }) {
  const [copied, setCopied] = useState(false)
  const copy = () => {
    navigator.clipboard.writeText(url).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <div className="rounded-md border border-good bg-good-wash p-4 text-sm">
      <p className="mb-2 font-semibold text-good">{lead}</p>
      <div className="flex flex-wrap gap-2">
        <input className="control min-w-0 flex-1 font-mono text-sm" aria-label={label} value={url} readOnly onFocus={(event) => event.currentTarget.select()} />
        <button type="button" className="button" onClick={copy}>
          {copied ? 'Copied' : 'Copy'}
        </button>
      </div>
    </div>
  )
}
