'use client'

import { useState } from 'react'
import type { LiveChange } from '#domain/corrections.ts'
import { RadioField, TextArea } from '#components/ui/fields.client.tsx'

/**
 * What the new version of a story is that readers see already. `said`: as it was handed in. `mayNote`: whether this person has the last
 * word on a note for readers, or why not; a proposal needs none.
 */
export function LiveChangeFields({ said, mayNote }: { said: LiveChange | null; mayNote: true | string }) {
  const [change, setChange] = useState<string | null>(said?.kind ?? null)
  return (
    <>
      <RadioField
        name="change"
        label="Readers see this story already. What is this change?"
        onChange={setChange}
        defaultValue={said?.kind}
        choices={[
          { value: 'CORRECTION', label: 'A correction', hint: mayNote === true ? 'Something was wrong. A dated note tells readers what.' : `Something was wrong. ${mayNote} Ask an adviser to publish this version.` },
          { value: 'UPDATE', label: 'An update', hint: 'Nothing was wrong; there is something new. A note is up to you.' },
          { value: 'TYPO', label: 'A typo', hint: 'Spelling or layout, nothing that a reader could have understood wrongly. No note; it is recorded.' },
        ]}
      />
      <div hidden={change === 'TYPO'}>
        <TextArea name="note" label="Note for readers" hint="What was wrong and what is right, or what is new. It stands on the story and on the page of corrections." rows={3} defaultValue={said?.note} />
      </div>
    </>
  )
}
