'use client'

import { useState } from 'react'
import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { RadioField, SelectField, TextArea } from '#components/ui/fields.client.tsx'
import { OUTCOME_WORDS, OUTCOMES, type Outcome } from '#domain/takedown-policy.ts'

type Props = {
  requestId: string
  revisionId: string | null
  may: Record<Outcome, true | string>
  signers: readonly { staffId: string; name: string }[]
  /** Where the reply goes: by mail, to be copied, or nowhere, because no address was left. */
  reply: 'mailed' | 'copied' | 'nobody'
  action: FormAction
}

const REPLY_HINT = {
  mailed: 'It is mailed to the address that was left.',
  copied: 'This paper sends no mail. Copy the reply afterwards, and send it yourself.',
  nobody: 'No address was left. You may leave it empty.',
} as const

/** The decision on a reader's request: what is done, why, and what the person who asked is told. What an outcome needs is asked with it. */
export function DecideForm({ requestId, revisionId, may, signers, reply, action }: Props) {
  const [chosen, choose] = useState<string | null>(null)
  const [staffId, setStaffId] = useState('')
  const allowed = OUTCOMES.filter((outcome) => may[outcome] === true)
  const refused = OUTCOMES.filter((outcome) => may[outcome] !== true)
  return (
    <ActionForm action={action} submit="Decide" className="flex flex-col gap-4">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="revisionId" value={revisionId ?? ''} />
      <RadioField name="outcome" label="What we do" onChange={choose} choices={allowed.map((value) => ({ value, label: OUTCOME_WORDS[value].name, hint: OUTCOME_WORDS[value].hint }))} />
      {refused.length > 0 && (
        <ul className="text-sm text-soft">
          {refused.map((outcome) => (
            <li key={outcome}>
              {OUTCOME_WORDS[outcome].name}: {may[outcome]}
            </li>
          ))}
        </ul>
      )}
      {(chosen === 'CORRECT' || chosen === 'UPDATE') && <TextArea name="note" label="Note for readers" hint="What was wrong and what is right, or what is new. It goes live with the decision." rows={3} />}
      {chosen === 'NAME' && (
        <>
          <SelectField name="staffId" label="Whose name" value={staffId} onChange={(event) => setStaffId(event.target.value)}>
            <option value="">A name in the text, or one typed by hand</option>
            {signers.map((signer) => (
              <option key={signer.staffId} value={signer.staffId}>
                {signer.name}, who signs the story
              </option>
            ))}
          </SelectField>
          {staffId === '' ? (
            <TextArea name="nameNote" label="Which name, and what should stand there" hint="It becomes a note on a new version of the story, and must be settled before that can be approved." rows={3} />
          ) : (
            <RadioField
              name="bylineForm"
              label="How it appears from now on, on every story"
              defaultValue="SHORT"
              choices={[
                { value: 'SHORT', label: 'First name and initial' },
                { value: 'HIDDEN', label: 'Not at all' },
              ]}
            />
          )}
        </>
      )}
      {chosen === 'WITHDRAW' && <TextArea name="statement" label="What readers are told in its place" hint="The paper’s statement, at the address of the story. A withdrawal cannot be undone." rows={3} />}
      <TextArea name="reason" label="Reason, for the record" rows={3} />
      <TextArea name="reply" label="Reply to the person who asked" hint={REPLY_HINT[reply]} rows={4} />
    </ActionForm>
  )
}
