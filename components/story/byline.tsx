import { Fragment } from 'react'
import type { BylineView } from '#domain/story-view.ts'

function separator(index: number, count: number, comma: boolean): string {
  if (index === 0) return 'By '
  if (index < count - 1) return ', '
  return comma ? ', and ' : ' and '
}

/** The names under a headline, in order, with their credit lines and the ways to their pages if `credits`. Nothing where nobody is named. */
export function Byline({ bylines, credits = false }: { bylines: readonly BylineView[]; credits?: boolean }) {
  if (bylines.length === 0) return null
  const comma = bylines.length > 2 || (credits && bylines.some(({ credit }) => credit !== ''))
  return (
    <span className="byline">
      {bylines.map(({ name, credit, handle }, index) => (
        <Fragment key={index}>
          {separator(index, bylines.length, comma)}
          <b dir="auto">{credits && handle !== undefined ? <a href={`/staff/${handle}`}>{name}</a> : name}</b>
          {credits && credit !== '' && <span className="byline-credit">, {credit}</span>}
        </Fragment>
      ))}
    </span>
  )
}
