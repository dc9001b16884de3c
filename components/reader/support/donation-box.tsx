import { reached, type DonationView } from '#domain/support/support.ts'
import { LOCALES, type Language } from '#domain/words/language.ts'
import type { Words } from '#domain/words/words.ts'

/** The paper asks for support: why, how far it is, and where to give. That is on another site, whose script never runs here. */
export function DonationBox({ donation, language, words: { support } }: { donation: DonationView | null; language: Language; words: Words }) {
  if (donation === null) return null
  const { title, text, url, goal, raised } = donation
  const dollars = new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency: 'USD', maximumFractionDigits: 0 })
  return (
    <section className="donation-box" aria-labelledby="support-us">
      <h2 id="support-us" dir="auto">
        {title}
      </h2>
      {text !== '' && <p dir="auto">{text}</p>}
      {goal !== null && goal > 0 && (
        <p className="donation-goal">
          <progress max={1} value={reached({ raised, goal })} aria-label={support.soFar(dollars.format(raised), dollars.format(goal))} />
          <span>{support.soFar(dollars.format(raised), dollars.format(goal))}</span>
        </p>
      )}
      <p>
        <a className="donation-link" href={url} rel="noopener nofollow">
          {support.give}
        </a>{' '}
        <span className="donation-where">{support.at(new URL(url).hostname)}</span>
      </p>
    </section>
  )
}
