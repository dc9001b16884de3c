'use client'

import { useState, useSyncExternalStore } from 'react'
import { useKept } from '#components/ui/action-form.client.tsx'
import { RadioField, SelectField, TextField } from '#components/ui/fields.client.tsx'
import { MOST_BANNER_WORDS } from '#domain/front-page/layout.ts'
import type { DeskBanner } from '#server/front-page/queries.ts'
import { TimeFields } from '../timing/time-fields.client.tsx'

type Props = { banner: DeskBanner | null; stories: readonly { id: string; headline: string }[]; mayWord: true | string; timeZone: string; today: string }

const never = () => () => {}

/** What the banner says, where it leads, and until when. */
export function BannerFields({ banner, stories, mayWord, timeZone, today }: Props) {
  const [says, say] = useState(banner !== null && banner.words !== '' ? 'words' : 'headline')
  // Without script nobody can ask for the field, so it is there from the beginning.
  const scripted = useSyncExternalStore(never, () => true, () => false)
  const words = useKept('words', banner?.words)
  const wordsHint = mayWord === true ? 'Plain text, one line. It goes live with the front page, without a story’s review.' : 'At this paper an adviser publishes own words: put them into the draft, and ask one.'
  return (
    <>
      <RadioField
        name="says"
        label="It says"
        defaultValue={says}
        onChange={say}
        choices={[{ value: 'headline', label: 'the headline of a live story' }, { value: 'words', label: 'words of its own' }]}
      />
      <div hidden={scripted && says !== 'words'}>
        <TextField name="words" label="Words" hint={`${wordsHint} At most ${MOST_BANNER_WORDS} characters.`} maxLength={MOST_BANNER_WORDS} defaultValue={words} autoComplete="off" />
      </div>
      <SelectField name="storyId" label={says === 'words' ? 'Leads to (optional)' : 'Story'} hint="If the story is withdrawn, the banner goes with it." defaultValue={banner?.storyId ?? ''}>
        <option value="">{says === 'words' ? 'Nowhere' : 'Choose a story'}</option>
        {stories.map(({ id, headline }) => (
          <option key={id} value={id}>
            {headline}
          </option>
        ))}
      </SelectField>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-sm font-semibold">Until (optional)</legend>
        <TimeFields timeZone={timeZone} today={today} date={banner?.ends?.date} time={banner?.ends?.time} required={false} />
      </fieldset>
    </>
  )
}
