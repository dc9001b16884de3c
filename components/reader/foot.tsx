import { NETWORK_KEYS, NETWORKS } from '#domain/look/links.ts'
import { FIRST_LOOK } from '#domain/look/look.ts'
import type { PaperView } from '#domain/story-view.ts'
import { wordsOf } from '#domain/words/words.ts'

/** The foot of every page: the paper's name, its own links, and where else it is. */
export function Foot({ paper }: { paper: PaperView }) {
  const words = wordsOf(paper.language).frame
  const { navigation, social } = paper.look ?? FIRST_LOOK
  const networks = NETWORK_KEYS.flatMap((network) => (social[network] === undefined ? [] : [{ name: NETWORKS[network].name, href: social[network] }]))
  return (
    <footer className="paper-foot">
      <p className="paper-foot-name">
        <a href="/">{paper.name}</a>
      </p>
      {paper.motto !== '' && <p dir="auto">{paper.motto}</p>}
      {navigation.foot.map(({ label, href }, index) => (
        <p key={index} dir="auto">
          <a href={href}>{label}</a>
        </p>
      ))}
      <p>
        <a href="/search">{words.search}</a>
      </p>
      <p>
        <a href="/archive">{words.archive}</a>
      </p>
      <p>
        <a href="/staff">{words.staff}</a>
      </p>
      {paper.pages.map(({ path, title }) => (
        <p key={path}>
          <a href={path} dir="auto">
            {title}
          </a>
        </p>
      ))}
      <p>
        <a href="/how-we-edit">{words.howWeEdit}</a>
      </p>
      <p>
        <a href="/corrections">{words.corrections}</a>
      </p>
      <p>
        <a href="/letters">{words.letters}</a>
      </p>
      <p>
        <a href="/tips">{words.tips}</a>
      </p>
      {paper.newsletter === true && (
        <p>
          <a href="/newsletter">{words.newsletter}</a>
        </p>
      )}
      {paper.printed === true && (
        <p>
          <a href="/issues">{words.printIssues}</a>
        </p>
      )}
      {networks.length > 0 && (
        <ul className="paper-foot-links" aria-label={words.elsewhere}>
          {networks.map(({ name, href }) => (
            <li key={name}>
              <a href={href} rel="me">
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href="/newsroom" rel="nofollow">
          {words.newsroom}
        </a>
      </p>
    </footer>
  )
}
