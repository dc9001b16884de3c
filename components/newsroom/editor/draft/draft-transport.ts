import { z } from 'zod'
import type { UnmetCheck } from '#domain/publish-checks.ts'
import { STORY_STATES, type StoryState } from '#domain/workflow.ts'
import { storyContentSchema, type DraftSave, type StoryContent } from '#domain/story.ts'
import type { Problem } from '#domain/result.ts'
import type { Stale } from './draft-machine.ts'

/** What a save did to the story: the revision that a decision may name now, where the story stands, what is missing. */
export type SaveOutcome = { revisionId: string | null; state: StoryState; checks: UnmetCheck[] }

/** What a save came to. */
export type SaveAnswer =
  | { kind: 'saved'; version: number; savedAt: string; outcome: SaveOutcome }
  | { kind: 'stale'; stale: Stale }
  | { kind: 'refused'; problems: Problem[] }
  | { kind: 'signed-out' }
  | { kind: 'forbidden'; problems: Problem[] }
  | { kind: 'failed'; message: string }

/** The saved story as it stands now, for comparing. */
export type CurrentDraft = { version: number; savedAt: string; savedBy: string; content: StoryContent }

const NO_CONNECTION = 'the connection is down. Your text is kept on this computer.'
const SERVER_TROUBLE = 'the server has a problem. Your text is kept on this computer.'
/** Browsers refuse larger bodies on a page that is closing. */
const KEEPALIVE_BYTES = 60_000
const PATIENCE_MS = 20_000

const problem = z.object({ field: z.string().exactOptional(), message: z.string() })
const isField = (field: string): field is UnmetCheck['field'] => /^(headline|section|bylines|body|notes|lead|image-\w+)$/.test(field)
const check = z.object({ field: z.string().refine(isField), message: z.string() })
const saved = z.object({ ok: z.literal(true), version: z.int(), savedAt: z.string(), revisionId: z.string().nullable(), checks: z.array(check), state: z.enum(STORY_STATES) })
const stale = z.object({ stale: z.literal(true), savedBy: z.string(), savedAt: z.string(), version: z.int() })
const refused = z.object({ problems: z.array(problem).min(1) })
const current = z.object({ version: z.int(), savedAt: z.string(), savedBy: z.string(), content: storyContentSchema })

/** What an answer of PUT /api/stories/[id]/draft means. `body` is its JSON, or null where it was none. */
export function readAnswer(status: number, body: unknown): SaveAnswer {
  if (status === 200) {
    const parsed = saved.safeParse(body)
    if (parsed.success) {
      const { version, savedAt, revisionId, state, checks } = parsed.data
      return { kind: 'saved', version, savedAt, outcome: { revisionId, state, checks } }
    }
    return { kind: 'failed', message: SERVER_TROUBLE }
  }
  if (status === 401) return { kind: 'signed-out' }
  if (status === 409) {
    const parsed = stale.safeParse(body)
    if (parsed.success) return { kind: 'stale', stale: { savedBy: parsed.data.savedBy, savedAt: parsed.data.savedAt, version: parsed.data.version } }
  }
  const parsed = refused.safeParse(body)
  const problems = parsed.success ? parsed.data.problems : null
  if (status === 403 || status === 404) return { kind: 'forbidden', problems: problems ?? [{ message: 'You can no longer change this story.' }] }
  if (status === 413) return { kind: 'refused', problems: problems ?? [{ message: 'The story is too long to be saved.', field: 'body' }] }
  if (status >= 400 && status < 500 && problems !== null) return { kind: 'refused', problems }
  return { kind: 'failed', message: SERVER_TROUBLE }
}

const address = (storyId: string) => `/api/stories/${storyId}/draft`

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return null
  }
}

/** Sends one save. Never throws. A small one outlives the page that sends it. */
export async function putDraft(storyId: string, save: DraftSave): Promise<SaveAnswer> {
  const body = JSON.stringify(save)
  const keepalive = new TextEncoder().encode(body).length < KEEPALIVE_BYTES
  try {
    const response = await fetch(address(storyId), {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return readAnswer(response.status, await jsonOf(response))
  } catch {
    return { kind: 'failed', message: NO_CONNECTION }
  }
}

/** Fetches the saved story; null where that did not work. */
export async function getDraft(storyId: string): Promise<CurrentDraft | null> {
  try {
    const response = await fetch(address(storyId), { credentials: 'same-origin', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) })
    const parsed = current.safeParse(await jsonOf(response))
    return response.ok && parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
