'use client'

import { useId, useState } from 'react'
import { z } from 'zod'
import { SelectField } from '#components/ui/fields.client.tsx'
import { useFieldProblems } from '#components/ui/action-form.client.tsx'
import type { Logo } from '#domain/look/look.ts'

const answered = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), key: z.string(), width: z.number(), height: z.number() }), z.object({ ok: z.literal(false), problems: z.array(z.object({ message: z.string() })) })])
const BROKEN = 'The upload broke off. Check your connection and try again.'

async function upload(file: File): Promise<z.infer<typeof answered>> {
  const form = new FormData()
  form.set('file', file)
  try {
    const response = await fetch('/api/look/logo', { method: 'POST', body: form })
    return answered.parse(await response.json())
  } catch {
    return { ok: false, problems: [{ message: BROKEN }] }
  }
}

/** The logo: uploaded at once, so that it can be looked at, and used when the form is saved. */
export function LogoField({ logo }: { logo: Logo | null }) {
  const id = useId()
  const refusals = useFieldProblems('logo')
  const [chosen, setChosen] = useState<Pick<Logo, 'key' | 'width' | 'height'> | null>(logo)
  const [state, setState] = useState<{ sending: boolean; problems: string[] }>({ sending: false, problems: [] })
  const problems = [...refusals, ...state.problems]
  const choose = async (file: File | undefined) => {
    if (file === undefined || state.sending) return
    setState({ sending: true, problems: [] })
    const answer = await upload(file)
    if (answer.ok) setChosen(answer)
    setState({ sending: false, problems: answer.ok ? [] : answer.problems.map(({ message }) => message) })
  }
  return (
    <div className="flex flex-col gap-3">
      <input type="hidden" name="logo" value={chosen?.key ?? ''} />
      {chosen !== null && (
        <div className="flex flex-wrap items-center gap-4">
          {/* Both grounds at once: a logo with transparency must be seen on either. */}
          {(['#fdfcf9', '#171614'] as const).map((ground) => (
            <span key={ground} className="inline-block rounded-md border border-rule p-3" style={{ background: ground }}>
              <img src={`/api/logo/${chosen.key}`} alt={ground === '#fdfcf9' ? 'The logo' : ''} width={chosen.width} height={chosen.height} className="h-12 w-auto" />
            </span>
          ))}
          <button type="button" className="button button-small" onClick={() => setChosen(null)}>
            Take the logo out
          </button>
        </div>
      )}
      <div className="flex flex-col gap-1">
        <label htmlFor={id} className="text-sm font-semibold">
          {chosen === null ? 'Upload a logo' : 'Upload another one'}
        </label>
        <p id={`${id}-hint`} className="text-sm text-soft">
          PNG, JPEG or WebP, best with a transparent ground and at least 512 pixels wide. Without one, the icons show the first letters of the name.
        </p>
        <input id={id} type="file" accept="image/png,image/jpeg,image/webp" className="control" aria-invalid={problems.length > 0} aria-describedby={`${id}-hint ${id}-says`} onChange={(event) => void choose(event.target.files?.[0])} />
        <p id={`${id}-says`} role="status" className={problems.length > 0 ? 'text-sm font-semibold text-bad' : 'text-sm text-soft'}>
          {state.sending ? 'Uploading…' : problems.join(' ')}
        </p>
      </div>
      <SelectField name="logoPlace" label="Where it stands" defaultValue={logo?.instead === true ? 'instead' : 'beside'}>
        <option value="beside">Beside the name</option>
        <option value="instead">In the place of the name</option>
      </SelectField>
    </div>
  )
}
