/**
 * Behind which story an answer goes on. Stories are listed in spans of weeks (tokens.ts), the newest span first, and within a span by their score;
 * so the place in the list is the span, the score and the id. `wide`: unfinished words count in this answer.
 */
export type Span = { from: number | null; to: number | null }
export type Cursor = { span: Span; score: number; id: string; wide: boolean }

const CURSOR = /^([wx])_([1-9]\d{0,4}|0)_([1-9]\d{0,4}|0)_(-?\d{1,4}(?:\.\d{1,20})?(?:e-\d{1,2})?)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** A cursor as it stands in an address. */
export function writeCursor({ span: { from, to }, score, id, wide }: Cursor): string {
  return `${wide ? 'w' : 'x'}_${from ?? '0'}_${to ?? '0'}_${score}_${id}`
}

/** Reads a cursor; null where it is none. */
export function readCursor(text: string | null): Cursor | null {
  const [, mode, from, to, score, id] = CURSOR.exec(text ?? '') ?? []
  if (from === undefined || to === undefined || id === undefined) return null
  const week = (written: string) => (written === '0' ? null : Number(written))
  return { span: { from: week(from), to: week(to) }, score: Number(score), id, wide: mode === 'w' }
}
