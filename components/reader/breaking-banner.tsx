import type { BannerView } from '#domain/front-page/banner.ts'
import type { Language } from '#domain/words/language.ts'
import { wordsOf } from '#domain/words/words.ts'

/** What the paper has to say at once, above all else on its front. */
export function BreakingBanner({ banner: { text, path }, language }: { banner: BannerView; language: Language }) {
  const words = wordsOf(language).frame
  return (
    <section className="breaking" aria-label={words.breakingNews}>
      <p>
        <b>{words.breaking}</b> <span dir="auto">{path === null ? text : <a href={path}>{text}</a>}</span>
      </p>
    </section>
  )
}
