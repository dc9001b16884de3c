import { canMove, stateAfterEdit, type StoryState } from '#domain/workflow.ts'

const KEPT = 'Its words, pictures and bylines become the working copy, as a new revision. Nothing of the history is lost, and whoever has the story open sees it at once.'

/** What restoring a revision does to a story that stands like this, in words. */
export function restoreEffect(state: StoryState, live: boolean): string {
  const after = stateAfterEdit(state)
  if (after !== null && canMove('approve', { state: after, live })) {
    const why = after === state ? 'Whoever reviews the story is shown what changed.' : 'The approval was for other words, so the story goes back for review.'
    return `${KEPT} ${why}`
  }
  return live ? `${KEPT} Readers go on seeing the version that is live until the new one is approved and published.` : KEPT
}
