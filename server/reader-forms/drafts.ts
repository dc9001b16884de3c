import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Problem } from '#domain/result.ts'

/**
 * What a reader sent that could not be taken as it is: kept for a short time in the memory of this process, so that the form comes
 * back with every word in it. Readers have no cookie, and what they typed belongs in no address, log or table.
 */

/** The fields of a form by their names, and what is wrong with them. */
export type FormDraft = { values: Readonly<Record<string, string>>; problems: Problem[] }

const KEPT_MS = 30 * 60 * 1_000
/** So that nobody can push out what others typed, or fill the memory. */
const MOST_OF_ONE = 4
const MOST = 1_000

type Kept = FormDraft & { owner: string; until: number }
const KEY = Symbol.for('fourth-period.form-drafts')
type Holder = { [KEY]?: Map<string, Kept> }
const holder = globalThis as Holder
// Route and page are bundled apart and load this file each.
const kept = () => (holder[KEY] ??= new Map())

/** Keeps what `owner` (a hashed client address) sent until half an hour after `now`; answers the secret that gets it back. */
export function keepDraft(owner: string, draft: FormDraft, now: Date): string {
  const all = kept()
  for (const [token, { until }] of all) if (until <= now.getTime()) all.delete(token)
  const own = [...all].filter(([, one]) => one.owner === owner).map(([token]) => token)
  for (const token of own.slice(0, Math.max(0, own.length - MOST_OF_ONE + 1))) all.delete(token)
  if (all.size >= MOST) for (const [oldest] of all) {
    all.delete(oldest)
    break
  }
  const token = randomBytes(32).toString('base64url')
  all.set(token, { ...draft, owner, until: now.getTime() + KEPT_MS })
  return token
}

/** What was kept under this secret; null once its time is over. */
export function draftOf(token: string, now: Date): FormDraft | null {
  const found = kept().get(token)
  return found === undefined || found.until <= now.getTime() ? null : { values: found.values, problems: found.problems }
}
