import type { NewsroomAsset } from '#domain/media.ts'
import type { NoteView } from '#domain/notes.ts'
import type { UnmetCheck } from '#domain/publish-checks.ts'
import type { StoryContent, StoryKind } from '#domain/story.ts'
import type { StoryState } from '#domain/workflow.ts'

export type SectionChoice = { id: string; name: string; slug: string }
export type StaffChoice = { staffId: string; name: string; position: string }

/** Everything that the editor shows of one story; server/stories/queries.ts storyForEditor answers it. Instants are ISO 8601. */
export type EditorStory = {
  id: string
  kind: StoryKind
  state: StoryState
  /** Whether readers see a revision of it now. */
  live: boolean
  /** Raised by every change of the story's content. */
  version: number
  /** Which line of the story's history its shared document belongs to; a new one starts when the document is made anew. */
  generation: string
  /** The working revision: what a decision made now would name. */
  revisionId: string
  savedAt: string
  savedBy: string
  content: StoryContent
  assets: Record<string, NewsroomAsset>
  sections: SectionChoice[]
  staff: StaffChoice[]
  notes: NoteView[]
  /** Who can be mentioned in a note. */
  people: { userId: string; name: string }[]
  checks: UnmetCheck[]
  /** The day at school when the page was made, "2026-11-24". */
  today: string
  canEdit: boolean
  /** Whether this person's changes are suggestions until they switch that off: an editor's on somebody else's copy. */
  suggestsFirst: boolean
  readOnlyReason: string | null
  canApproveFairUse: boolean
  userId: string
  userName: string
  publicPath: string | null
}
