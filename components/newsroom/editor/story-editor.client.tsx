'use client'

import { useCallback, useState, type ReactNode } from 'react'
import type { NoteActions, NoteRights } from '#components/newsroom/notes/note-types.ts'
import { StateBadge } from '#components/ui/state-badge.tsx'
import { BodyField } from './body/body-field.client.tsx'
import { StoryEditorInstanceProvider } from './body/editor-instance.client.tsx'
import { LiveChecks } from './checks-panel.client.tsx'
import { CopydeskProvider } from './copydesk/copydesk-context.client.tsx'
import type { DeskActions, DeskFacts } from './copydesk/desk-types.ts'
import { CopydeskPanel } from './copydesk/panel/copydesk-panel.client.tsx'
import { DraftBanners } from './draft/draft-banners.client.tsx'
import { SaveStatus } from './draft/save-status.client.tsx'
import type { WaysIn } from './draft/sign-in-again.client.tsx'
import { EditingProvider, useDesk, useDraftPart } from './editor-context.client.tsx'
import type { EditorStory } from './editor-types.ts'
import { BylinesField } from './fields/bylines-field.client.tsx'
import { LineField } from './fields/headline-field.client.tsx'
import { LeadField } from './fields/lead-field.client.tsx'
import { SectionField, SlugField } from './fields/section-field.client.tsx'
import { TagsField } from './fields/tags-field.client.tsx'
import { TemplateField } from './fields/template-field.client.tsx'
import { NotesPanel } from './notes/notes-panel.client.tsx'
import { SuggestionsPanel } from './suggest/suggestions-panel.client.tsx'
import { PeopleHere } from './together/people-here.client.tsx'

type Props = {
  story: EditorStory
  /** IANA name of the paper's time zone. */
  timeZone: string
  /** What this person may decide about the story; stands on top of the side column. */
  actions: ReactNode
  /** How somebody whose session ended meanwhile signs in again. */
  waysIn: WaysIn
  /** What the copy desk knows besides the text, and what it may do. */
  copydesk: { facts: DeskFacts; actions: DeskActions }
  /** What this person can do with the story's notes. */
  notes: { actions: NoteActions; may: NoteRights }
}

/** The editor of one story: the text on the left, everything about it on the right. */
export function StoryEditor(props: Props) {
  const { generation } = props.story
  // The page may be rendered anew with another line of history; what is typed here goes on in the old one until it is let go.
  const [shown, setShown] = useState(generation)
  const openNewest = useCallback(() => setShown(generation), [generation])
  return (
    <EditingProvider key={shown} story={props.story} openNewest={openNewest}>
      <StoryEditorInstanceProvider>
        <CopydeskProvider {...props.copydesk}>
          <Layout {...props} />
        </CopydeskProvider>
      </StoryEditorInstanceProvider>
    </EditingProvider>
  )
}

function Layout({ timeZone, actions, waysIn, notes }: Props) {
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div id="story-column" tabIndex={-1} className="flex min-w-0 flex-col gap-4 focus:outline-none">
        <DraftBanners waysIn={waysIn} />
        <PeopleHere />
        <LineField name="headline" />
        <LineField name="deck" />
        <LeadField />
        <Body />
      </div>
      <aside aria-label="About this story" className="flex min-w-0 flex-col gap-4">
        <section aria-label="Where it stands" className="panel flex flex-col gap-3">
          <div>
            <LiveState />
          </div>
          {actions}
        </section>
        <LiveChecks />
        <CopydeskPanel />
        <div className="panel flex flex-col gap-4">
          <About />
        </div>
        <SuggestionsPanel timeZone={timeZone} />
        <NotesPanel {...notes} timeZone={timeZone} />
      </aside>
    </div>
  )
}

/** Where it stands among the others and who signs it; the paper speaks in a page, which stands at an address alone. */
function About() {
  if (useDesk().story.kind === 'PAGE') return <SlugField />
  return (
    <>
      <SectionField />
      <BylinesField />
      <TemplateField />
      <TagsField />
      <SlugField />
    </>
  )
}

/** The text's editor, once the text is here: one that opened empty could write its emptiness into the story. */
function Body() {
  const { session } = useDesk()
  const opened = useDraftPart(session, ({ draft }) => draft.opened)
  if (opened) return <BodyField />
  return (
    <div className="flex min-h-96 flex-col gap-2 border-t border-rule pt-2">
      <SaveStatus />
      <p className="py-3 text-soft">Opening the text…</p>
    </div>
  )
}

function LiveState() {
  const { story, session } = useDesk()
  const state = useDraftPart(session, ({ outcome }) => outcome?.state ?? story.state)
  return <StateBadge state={state} live={story.live} />
}
