import type { Language } from '#domain/words/language.ts'
import { wordsOf } from '#domain/words/words.ts'
import { Notice } from './notice.tsx'
import { PageStatus } from './page-status.tsx'

/** What a reader gets where nothing is: HTTP 404. */
export function NotInThePaper({ language }: { language: Language }) {
  const words = wordsOf(language).missing
  return (
    <Notice title={words.title}>
      <PageStatus code={404} />
      <p>{words.maybe}</p>
      <p>
        <a href="/">{words.frontPage}</a>
      </p>
      <p>
        <a href="/search">{words.search}</a>
      </p>
    </Notice>
  )
}
