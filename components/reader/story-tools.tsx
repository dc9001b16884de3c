import type { Language } from '#domain/words/language.ts'
import { wordsOf } from '#domain/words/words.ts'

type Props = { headline: string; /** The story's address, absolute. */ url: string; language: Language }

/** What a reader can do with a story: share it, set the size of its text, hear it. The last two appear with script, in room kept for them. */
export function StoryTools({ headline, url, language }: Props) {
  const words = wordsOf(language).story
  const [normal = '', large = '', larger = ''] = words.textSizes
  const mail = `mailto:?subject=${encodeURIComponent(headline)}&body=${encodeURIComponent(url)}`
  return (
    <div className="story-tools" role="group" aria-label={words.tools}>
      <fp-share data-title={headline} data-copy-link={words.copyLink} data-copied={words.copied}>
        <a data-share="" href={mail}>
          {words.share}
        </a>
        <a data-link="" href={url}>
          {words.link}
        </a>
      </fp-share>
      <fp-text-size data-label={words.textSize} data-normal={normal} data-large={large} data-larger={larger} />
      <fp-listen data-language={language} data-listen={words.listen} data-pause={words.pause} data-go-on={words.goOn} data-stop={words.stop} />
      <script type="module" src="/elements/share.js" async />
      <script type="module" src="/elements/text-size.js" async />
      <script type="module" src="/elements/listen.js" async />
    </div>
  )
}
