import { Fragment } from 'react'
import type { BylineView } from '#domain/story-view.ts'
import { wordsOf, type Words } from '#domain/words/words.ts'
import { toldIn } from './told-in.ts'

function separator(names: readonly BylineView[], index: number, comma: boolean, words: Words['telling']): string {
  if (index === 0) return words.by
  return index < names.length - 1 ? ', ' : words.and(names[index]?.name ?? '', comma ? 'comma' : 'plain')
}

/** The names under a headline, in order, with their credit lines and the ways to their pages if `credits`. Nothing where nobody is named. */
export function Byline({ bylines, credits = false }: { bylines: readonly BylineView[]; credits?: boolean }) {
  if (bylines.length === 0) return null
  const language = toldIn()
  // AP writes one before the last of several names, Spanish where words stand behind each.
  const comma = (language === 'en' && bylines.length > 2) || (credits && bylines.some(({ credit }) => credit !== ''))
  return (
    <span className="byline">
      {bylines.map(({ name, credit, handle }, index) => (
        <Fragment key={index}>
          {separator(bylines, index, comma, wordsOf(language).telling)}
          <b dir="auto">{credits && handle !== undefined ? <a href={`/staff/${handle}`}>{name}</a> : name}</b>
          {credits && credit !== '' && <span className="byline-credit">, {credit}</span>}
        </Fragment>
      ))}
    </span>
  )
}
