import type { SeriesLineView } from '#domain/story-view.ts'
import type { Language } from '#domain/words/language.ts'
import { wordsOf } from '#domain/words/words.ts'

/** Which part of which series a story is, with the parts before and behind it. */
export function SeriesLine({ series, language = 'en' }: { series: SeriesLineView | null; language?: Language }) {
  if (series === null) return null
  const words = wordsOf(language).lists
  const beside = [
    { name: words.previousPart, rel: 'prev', link: series.previous },
    { name: words.nextPart, rel: 'next', link: series.next },
  ]
  return (
    <nav className="story-series" aria-labelledby="series">
      <p id="series" className="story-series-name">
        <a href={`/series/${series.slug}`} dir="auto">
          {series.title}
        </a>{' '}
        <span>{words.partOf(series.part, series.of)}</span>
      </p>
      <ul>
        {beside.flatMap(({ name, rel, link }) =>
          link === null
            ? []
            : [
                <li key={rel} data-rel={rel}>
                  <a href={link.path} rel={rel}>
                    <span>{name}</span> <b dir="auto">{link.headline}</b>
                  </a>
                </li>,
              ],
        )}
      </ul>
    </nav>
  )
}
