import type { Language } from '#domain/words/language.ts'
import { wordsOf } from '#domain/words/words.ts'

/** The way to the form under a story; `path` is the story's address. */
export function AskForCorrection({ path, language }: { path: string; language: Language }) {
  const words = wordsOf(language).requests
  return (
    <p className="ask-for-correction">
      {words.somethingWrong}{' '}
      <a href={`/corrections/request?${new URLSearchParams({ story: path }).toString()}`} rel="nofollow">
        {words.ask}
      </a>
    </p>
  )
}
