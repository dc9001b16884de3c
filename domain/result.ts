/** One thing that keeps a person from going on, in words for them; `field` names the form field it stands beside. */
export type Problem = { field?: string; message: string }

/** What every command and action answers. Expected refusals are values; only bugs throw. */
export type Result<T extends object = object> = ({ ok: true } & T) | { ok: false; problems: Problem[] }

/** A refusal with one sentence, beside `field` if given. */
export function refuse(message: string, field?: string): { ok: false; problems: Problem[] } {
  return { ok: false, problems: [field === undefined ? { message } : { field, message }] }
}
