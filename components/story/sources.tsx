import { isSafeHref } from '#domain/document/schema.ts'
import type { Source } from '#domain/document/sources.ts'
import type { Words } from '#domain/words/words.ts'
import { sourceId } from './around.ts'

/** The sources of a story, numbered as their signs in the text, each with the way back to it. */
export function Sources({ sources, words }: { sources: readonly Source[]; words: Words['story'] }) {
  if (sources.length === 0) return null
  return (
    <section className="sources" aria-labelledby="sources-name">
      <h2 id="sources-name">{words.sources}</h2>
      <ol>
        {sources.map(({ note, href, passages }, index) => (
          <li key={index} id={sourceId(index + 1)}>
            <span dir="auto">{note}</span>{' '}
            {href !== null && isSafeHref(href) && (
              <>
                <a className="source-link" href={href} rel="noopener nofollow">
                  {readable(href)}
                </a>{' '}
              </>
            )}
            {passages.map((_, place) => (
              <a key={place} className="source-back" href={`#${sourceId(index + 1, place + 1)}`} aria-label={words.backToText(index + 1)}>
                ↩{passages.length > 1 && <sup>{place + 1}</sup>}
              </a>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** An address as people read it out: without its scheme, and cut where it grows long; print shows it whole. */
function readable(href: string): string {
  const short = href.replace(/^https:\/\/(?:www\.)?/, '').replace(/\/$/, '')
  return short.length > 60 ? `${short.slice(0, 57)}…` : short
}
