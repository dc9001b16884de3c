'use client'

import type { ReactNode } from 'react'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { StateBadge } from '#components/ui/state-badge.tsx'
import { unmetChecks } from '#domain/publish-checks.ts'
import { BodyField } from './body/body-field.client.tsx'
import { ChecksPanel } from './checks-panel.client.tsx'
import { DraftBanners } from './draft/draft-banners.client.tsx'
import { EditingProvider, useEditing } from './editor-context.client.tsx'
import type { EditorStory } from './editor-types.ts'
import { BylinesField } from './fields/bylines-field.client.tsx'
import { LineField } from './fields/headline-field.client.tsx'
import { LeadField } from './fields/lead-field.client.tsx'
import { SectionField, SlugField } from './fields/section-field.client.tsx'
import { TagsField } from './fields/tags-field.client.tsx'
import { NotesPanel } from './notes-panel.client.tsx'

type Props = {
  story: EditorStory
  /** IANA name of the paper's time zone. */
  timeZone: string
  /** What this person may decide about the story; stands on top of the side column. */
  actions: ReactNode
  /** The action that settles a note; null where this person settles none. */
  resolveNote: FormAction | null
}

/** The editor of one story: the text on the left, everything about it on the right. */
export function StoryEditor(props: Props) {
  return (
    <EditingProvider story={props.story}>
      <Layout {...props} />
    </EditingProvider>
  )
}

function Layout({ story, timeZone, actions, resolveNote }: Props) {
  const { view, assets } = useEditing()
  const { epoch, outcome, content } = view
  // The same list as the server's, but of this very moment: it changes while somebody fills a field in.
  const openBlockingNotes = story.notes.filter(({ blocking, resolved }) => blocking && !resolved).length
  const checks = unmetChecks({ ...content, assets, openBlockingNotes })
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div id="story-column" tabIndex={-1} className="flex min-w-0 flex-col gap-4 focus:outline-none">
        <DraftBanners />
        {!story.canEdit && story.readOnlyReason !== null && <p className="rounded-md border border-rule bg-wash px-4 py-3 text-sm">{story.readOnlyReason}</p>}
        <div key={epoch} className="flex min-w-0 flex-col gap-4">
          <LineField name="headline" />
          <LineField name="deck" />
          <LeadField />
          <BodyField />
        </div>
      </div>
      <aside aria-label="About this story" className="flex min-w-0 flex-col gap-4">
        <section aria-label="Where it stands" className="panel flex flex-col gap-3">
          <div>
            <StateBadge state={outcome?.state ?? story.state} live={story.live} />
          </div>
          {actions}
        </section>
        <ChecksPanel checks={checks} />
        <div key={epoch} className="panel flex flex-col gap-4">
          <SectionField />
          <BylinesField />
          <TagsField />
          <SlugField />
        </div>
        <NotesPanel notes={story.notes} resolve={resolveNote} timeZone={timeZone} />
      </aside>
    </div>
  )
}
