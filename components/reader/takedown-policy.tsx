import { GROUND_WORDS, GROUNDS, TAKEDOWN_POLICY } from '#domain/takedown-policy.ts'

/** What the paper does when it is asked to change or take down a story. */
export function TakedownPolicy() {
  return (
    <section aria-labelledby="policy">
      <h2 id="policy">What we do</h2>
      <ul>
        {TAKEDOWN_POLICY.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <details>
        <summary>What we do on each ground</summary>
        <dl>
          {GROUNDS.map((ground) => (
            <div key={ground}>
              <dt>{GROUND_WORDS[ground].choice}</dt>
              <dd>{GROUND_WORDS[ground].does}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  )
}
