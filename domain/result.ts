import type { FieldChange } from './document/diff.ts'

/** One thing that keeps a person from going on, in words for them; `field` names the form field it stands beside. */
export type Problem = { field?: string; message: string }

/**
 * A refusal: the reasons, and for a decision made on an old revision what changed since. `kept`: what was typed into which field, for a
 * form that a browser without script shows anew.
 */
export type Refused = { ok: false; problems: Problem[]; changes?: FieldChange[]; kept?: Record<string, string> }

/** What every command and action answers. Expected refusals are values; only bugs throw. */
export type Result<T extends object = object> = ({ ok: true } & T) | Refused

/** A refusal with one sentence, beside `field` if given. */
export function refuse(message: string, field?: string): Refused {
  return { ok: false, problems: [field === undefined ? { message } : { field, message }] }
}
