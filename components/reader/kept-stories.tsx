import type { Words } from '#domain/words/words.ts'

/** The page that stands in for what cannot be reached: the stories that this device keeps, listed by its own script. */
export function KeptStories({ words: { reading } }: { words: Words }) {
  return (
    <article className="plain-page kept-stories">
      <h1>{reading.offlineTitle}</h1>
      <fp-offline data-list="" data-lead={reading.offlineLead} data-online={reading.offlineOnline} data-none={reading.offlineNone} data-forget={reading.forget} data-forgotten={reading.forgotten}>
        <p>{reading.offlineNeedsScript}</p>
      </fp-offline>
      <script type="module" src="/elements/offline.js" async />
    </article>
  )
}
