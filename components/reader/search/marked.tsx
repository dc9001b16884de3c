import { Fragment } from 'react'
import type { Piece } from '#domain/search/passage.ts'

/** Text with the words that were looked for marked. */
export function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : <Fragment key={index}>{text}</Fragment>))
}
