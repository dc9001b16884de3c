import type { Problem } from '#domain/result.ts'
import type { DraftState } from './session/draft-state.ts'

/** What is true of the text, in words; `kind` names it for colours and tests. */
export type Status = {
  kind: 'opening' | 'saved' | 'saving' | 'offline' | 'signed-out' | 'late' | 'problem' | 'read-only'
  tone: 'good' | 'calm' | 'bad'
  words: string
}

/** An instant as the clock on this computer shows it, such as 10:42 AM: as every other time in the newsroom is written. `at` is ISO 8601. */
export function clockTime(at: string): string {
  return new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' }).format(new Date(at))
}

/** The status of an open draft. "Saved" is said only of text that is in the paper's database. */
export function statusOf(state: DraftState, problems: readonly Problem[], canEdit: boolean): Status {
  const { link, opened, unsaved, late, savedAt } = state
  const place = state.kept ? 'kept on this computer' : 'NOT kept on this computer, don’t close this tab'
  const readOnly: Status = unsaved ? { kind: 'read-only', tone: 'bad', words: `Not saved: ${place}` } : { kind: 'read-only', tone: 'calm', words: 'Read only' }
  switch (link.at) {
    case 'ended':
    case 'replaced':
      return readOnly
    case 'signed-out':
      return { kind: 'signed-out', tone: 'bad', words: unsaved ? `Signed out: ${place}` : 'Signed out' }
    case 'other-person':
      return { kind: 'signed-out', tone: 'bad', words: unsaved ? `Not sent: ${place}` : `${link.name} is signed in now` }
    case 'offline':
      if (!opened) return { kind: 'offline', tone: 'bad', words: 'Offline. The text opens when the paper can be reached.' }
      return { kind: 'offline', tone: 'bad', words: unsaved ? `Offline: ${place}` : `Offline. Up to ${clockTime(savedAt)} everything is saved.` }
    case 'opening':
    case 'online':
      break
  }
  if (!opened) return { kind: 'opening', tone: 'calm', words: 'Opening…' }
  if (!canEdit) return readOnly
  if (unsaved && late) return { kind: 'late', tone: 'bad', words: `Not saved yet: the paper’s database does not answer; ${place}` }
  const [problem] = problems
  if (problem !== undefined) return { kind: 'problem', tone: 'bad', words: `Not in the story yet: ${problem.message}` }
  if (unsaved) return { kind: 'saving', tone: 'calm', words: 'Saving…' }
  return { kind: 'saved', tone: 'good', words: `Saved ${clockTime(savedAt)}` }
}
