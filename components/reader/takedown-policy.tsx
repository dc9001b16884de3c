import { GROUNDS } from '#domain/takedown-policy.ts'
import type { Language } from '#domain/words/language.ts'
import { wordsOf } from '#domain/words/words.ts'

/** What the paper does when it is asked to change or take down a story. */
export function TakedownPolicy({ language }: { language: Language }) {
  const words = wordsOf(language).requests
  return (
    <section aria-labelledby="policy">
      <h2 id="policy">{words.whatWeDo}</h2>
      <ul>
        {words.policy.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <details>
        <summary>{words.onEachGround}</summary>
        <dl>
          {GROUNDS.map((ground) => (
            <div key={ground}>
              <dt>{words.grounds[ground].choice}</dt>
              <dd>{words.grounds[ground].does}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  )
}
