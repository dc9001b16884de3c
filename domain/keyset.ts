/**
 * Places in a list of stories that goes from the newest to the oldest, as they stand in an address. They name a moment, not a story: an id would tell
 * when a story was begun.
 */

/** Behind what came out after `at` (milliseconds since 1970), and behind `skip` of those that came out in that very moment. */
export type Place = { at: number; skip: number }

/** A place as an address has it, "1764000000000" or "1764000000000-3"; null for any other text. */
export function placeOf(text: string): Place | null {
  const [, at, skip = '1'] = /^(\d{9,15})(?:-([1-9]\d{0,3}))?$/.exec(text) ?? []
  return at === undefined ? null : { at: Number(at), skip: Number(skip) }
}

/** The same the other way: the part of an address that says this place. */
export function placeText({ at, skip }: Place): string {
  return skip === 1 ? String(at) : `${at}-${skip}`
}

/** Where the next page begins after a page that showed stories of these moments (milliseconds, newest first) and itself began at `from`; null after an empty one. */
export function placeAfter(moments: readonly number[], from: Place | null): Place | null {
  const at = moments.at(-1)
  if (at === undefined) return null
  const same = moments.filter((moment) => moment === at).length
  return { at, skip: from?.at === at ? from.skip + same : same }
}

/**
 * The part of a list that a page shows. `rows` begin with what came out at the page's moment, if it has one, and hold at least `many` and one
 * more behind what is skipped, where there are so many. null: nothing came out at that moment, so that no page begins there.
 */
export function pageOf<Row extends { at: Date }>(rows: readonly Row[], from: Place | null, many: number): { rows: Row[]; next: string | null } | null {
  if (from !== null && rows[0]?.at.getTime() !== from.at) return null
  const behind = rows.slice(from?.skip ?? 0)
  const shown = behind.slice(0, many)
  const next = behind.length > many ? placeAfter(shown.map(({ at }) => at.getTime()), from) : null
  return { rows: shown, next: next === null ? null : placeText(next) }
}
