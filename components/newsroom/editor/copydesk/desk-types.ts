import type { Dismissal } from '#domain/copydesk/dismissals.ts'
import type { CopyBlock, FindingPlace, SpokenLevel } from '#domain/copydesk/finding.ts'
import type { DismissalInput } from '#domain/copydesk/forms.ts'
import type { CopydeskSettings } from '#domain/copydesk/settings.ts'
import type { Result } from '#domain/result.ts'

/** A dismissal as the panel shows it. `at` is ISO 8601. */
export type DeskDismissal = Dismissal & { id: string; reason: string; by: string; byId: string; at: string }

/** What the page knows for the copy desk of an open story; server/copydesk/queries.ts copydeskOf answers it. */
export type DeskFacts = {
  settings: CopydeskSettings
  staff: readonly { staffId: string; name: string }[]
  paperWords: readonly string[]
  dismissals: readonly DeskDismissal[]
  userId: string
  may: { dismiss: boolean; lift: boolean; extend: boolean }
}

/** The server actions of the copy desk, as the page hands them over. */
export type DeskActions = {
  dismiss: (input: DismissalInput) => Promise<Result<{ dismissal: DeskDismissal }>>
  undo: (input: { dismissalId: string }) => Promise<Result>
  addWord: (input: { word: string }) => Promise<Result<{ word: string }>>
}

/** How a finding is marked and filtered. */
export type DeskKind = 'blocking' | 'spelling' | 'style'

/** One remark in the panel. `text` is all of what the place's offsets count in; `gaps` as in CopyBlock. */
export type DeskFinding = {
  /** Tells it from every other one of this story; the same from check to check. */
  id: string
  ruleId: string
  name: string
  source: string
  kind: DeskKind
  level: SpokenLevel
  place: FindingPlace
  passage: string
  text: string
  gaps: CopyBlock['gaps']
  message: string
  /** What the passage becomes at a click: one, where that is certain; some to choose from, where it is not. '' = it goes. */
  changes: readonly string[]
  certain: boolean
  removeBlock: boolean
  /** What a dismissal of it is kept under (domain/copydesk/passage.ts). */
  passageKey: string
  dismissal: DeskDismissal | null
  settled: boolean
}
