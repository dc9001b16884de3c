import type { NewsroomAsset } from '#domain/media.ts'
import type { UnmetCheck } from '#domain/publish-checks.ts'
import type { StoryContent } from '#domain/story.ts'
import type { StoryState } from '#domain/workflow.ts'

export type SectionChoice = { id: string; name: string; slug: string }
export type StaffChoice = { staffId: string; name: string; position: string }
/** What somebody asked of the story. `at` is ISO 8601; `decision` says which decision it came with, such as "Sent back". */
export type EditorNote = { id: string; body: string; blocking: boolean; author: string; at: string; resolved: boolean; decision?: string }

/** Everything that the editor shows of one story; server/stories/queries.ts storyForEditor answers it. Instants are ISO 8601. */
export type EditorStory = {
  id: string
  state: StoryState
  /** Whether readers see a revision of it now. */
  live: boolean
  /** What the next save starts from. */
  version: number
  /** The working revision: what a decision made now would name. */
  revisionId: string
  savedAt: string
  savedBy: string
  content: StoryContent
  assets: Record<string, NewsroomAsset>
  sections: SectionChoice[]
  staff: StaffChoice[]
  notes: EditorNote[]
  checks: UnmetCheck[]
  canEdit: boolean
  readOnlyReason: string | null
  canApproveFairUse: boolean
  userId: string
  publicPath: string | null
}
