/**
 * The id of a suggestion says who made it and when: "<user id>:<milliseconds, base 36>.<running number, base 36>". It is
 * carried by the text itself, so that a list of suggestions needs no other source.
 */
export type SuggestionId = { userId: string; at: number; n: number }

export function writeSuggestionId({ userId, at, n }: SuggestionId): string {
  return `${userId}:${at.toString(36)}.${n.toString(36)}`
}

/** The parts of an id; null for one that was not made by `writeSuggestionId`. */
export function readSuggestionId(id: string): SuggestionId | null {
  const [, userId, at, n] = /^([0-9a-f-]{36}):([0-9a-z]{1,10})\.([0-9a-z]{1,8})$/.exec(id) ?? []
  return userId === undefined || at === undefined || n === undefined ? null : { userId, at: parseInt(at, 36), n: parseInt(n, 36) }
}
