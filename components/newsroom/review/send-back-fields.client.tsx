'use client'

import { useState } from 'react'
import { RadioField, TextArea } from '#components/ui/fields.client.tsx'
import { pressTerm } from '#domain/review-policy.ts'

/** What goes back with a story: the notes, and whether they are a suggestion or a required change, which needs a reason. */
export function SendBackFields({ byAdviser }: { byAdviser: boolean }) {
  const [request, setRequest] = useState<string | null>(null)
  return (
    <>
      <TextArea name="notes" label="What should change" hint="The writer sees this above the story." />
      <RadioField
        name="request"
        label="What you ask for"
        onChange={setRequest}
        choices={[
          { value: 'SUGGESTION', label: 'A suggestion', hint: byAdviser ? `This is ${pressTerm('SUGGESTION', true)}: the authors decide what to do with it.` : 'The authors decide what to do with it.' },
          {
            value: 'REQUIRED',
            label: 'A required change',
            hint: byAdviser
              ? `If the student editors disagree, this is ${pressTerm('REQUIRED', true)}. It needs a reason, and they may put an objection on record.`
              : 'It must be settled before the story can be approved. It needs a reason, and the authors may put an objection on record.',
          },
        ]}
      />
      <div hidden={request === 'SUGGESTION'}>
        <TextArea name="reason" label="Why it is required" hint="Only for a required change. It stays on record." rows={2} />
      </div>
    </>
  )
}
