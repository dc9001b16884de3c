import { z } from 'zod'
import { STORY_STATES } from '../workflow.ts'

/** Where the editors of a story meet: a WebSocket at this path, on the port of the paper. */
export const TOGETHER_PATH = '/api/stories/together'

/** The name under which a shared document is opened. Another generation than the stored one is refused. */
export function sharedDraftName(storyId: string, generation: string): string {
  return `${storyId}/${generation}`
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const NAME = new RegExp(`^(${UUID})/(${UUID})$`)

/** The parts of such a name; null for anything else. */
export function parseSharedDraftName(name: string): { storyId: string; generation: string } | null {
  const [, storyId, generation] = NAME.exec(name) ?? []
  return storyId === undefined || generation === undefined ? null : { storyId, generation }
}

/** Longer messages from a browser are refused unread. */
export const MAX_MESSAGE_LENGTH = 200

/** What a browser says besides the changes themselves: "everything up to here". `n` grows with each mark of a connection. */
export const fromEditorSchema = z.strictObject({ type: z.literal('mark'), n: z.int().min(0).max(Number.MAX_SAFE_INTEGER) })
export type FromEditor = z.infer<typeof fromEditorSchema>

const problemSchema = z.object({ field: z.string().optional(), message: z.string() })
const checkSchema = z.object({ field: z.string(), message: z.string(), waitsFor: z.literal('adviser').optional() })

/** Everything that this connection sent before its mark `n` is in the database; with how the story stands there. */
const storedSchema = z.object({
  type: z.literal('stored'),
  n: z.number(),
  /** Raised by every change of the story's content. */
  version: z.number(),
  revisionId: z.string().nullable(),
  /** ISO 8601. */
  savedAt: z.string(),
  state: z.enum(STORY_STATES),
  checks: z.array(checkSchema),
  /** Why the text is kept but cannot become a revision as it is; empty: it has become one. */
  problems: z.array(problemSchema),
})

export const END_REASONS = ['signed-out', 'forbidden', 'withdrawn'] as const
export type EndReason = (typeof END_REASONS)[number]

/** What the server says to one editor. */
export const toEditorSchema = z.discriminatedUnion('type', [
  storedSchema,
  /** Rights or the standing of the story changed: load again what you show. */
  z.object({ type: z.literal('standing') }),
  /** The server closes the connection now; trying again is of no use before something changes. */
  z.object({ type: z.literal('ended'), reason: z.enum(END_REASONS), message: z.string() }),
])
export type ToEditor = z.infer<typeof toEditorSchema>
export type StoredMessage = Extract<ToEditor, { type: 'stored' }>

/**
 * Why a connection is not let in, as the provider's `authenticationFailed` names it (`reason`). `generation`: the page
 * holds an outdated line of history and must be loaded again; `busy`: try again later.
 */
export const REFUSAL_REASONS = ['signed-out', 'forbidden', 'generation', 'busy'] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]

/** One message of the other side; null when it is none that we know. */
export function parseMessage<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
