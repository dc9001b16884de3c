/** One step of a change as Yjs tells it: keep so many characters, put text in, or drop so many. */
export type DeltaStep = { retain?: number | undefined; insert?: unknown; delete?: number | undefined }

/** Text put in exactly at a position pushes it to the right ('after'), or leaves it where it is ('before'). */
export type Side = 'before' | 'after'

/** Where a position of a text is after somebody else's change. What was dropped around it leaves it where that began. */
export function mapPosition(delta: readonly DeltaStep[], position: number, side: Side): number {
  let at = 0
  let mapped = position
  for (const { retain, insert, delete: dropped } of delta) {
    if (at > mapped) break
    if (retain !== undefined) at += retain
    else if (typeof insert === 'string') {
      if (at < mapped || (at === mapped && side === 'after')) mapped += insert.length
      at += insert.length
    } else if (dropped !== undefined) mapped = Math.max(at, mapped - dropped)
  }
  return mapped
}

/** A selection of a text field after somebody else's change: it keeps the words that it held, and takes in none at its ends. */
export function mapSelection(delta: readonly DeltaStep[], { start, end }: { start: number; end: number }): { start: number; end: number } {
  if (start === end) {
    const cursor = mapPosition(delta, start, 'before')
    return { start: cursor, end: cursor }
  }
  const mapped = mapPosition(delta, start, 'after')
  return { start: mapped, end: Math.max(mapped, mapPosition(delta, end, 'before')) }
}
