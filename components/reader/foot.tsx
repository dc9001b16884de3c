import { NETWORK_KEYS, NETWORKS } from '#domain/look/links.ts'
import { FIRST_LOOK } from '#domain/look/look.ts'
import type { PaperView } from '#domain/story-view.ts'
import { wordsOf } from '#domain/words/words.ts'

type Way = { href: string; text: string; rel?: string; auto?: boolean }

/** Ways on, one a line, as in a column of small print. */
function Ways({ ways }: { ways: readonly Way[] }) {
  return (
    <ul>
      {ways.map(({ href, text, rel, auto = false }, index) => (
        <li key={index} {...(auto ? { dir: 'auto' } : {})}>
          <a href={href} {...(rel === undefined ? {} : { rel })}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The foot of every page: the paper's name, ways to read on, what the paper says of itself, and where else it is. */
export function Foot({ paper }: { paper: PaperView }) {
  const words = wordsOf(paper.language).frame
  const { navigation, social } = paper.look ?? FIRST_LOOK
  const reading: Way[] = [
    { href: '/search', text: words.search },
    { href: '/archive', text: words.archive },
    { href: '/staff', text: words.staff },
    ...(paper.printed === true ? [{ href: '/issues', text: words.printIssues }] : []),
    ...(paper.newsletter === true ? [{ href: '/newsletter', text: words.newsletter }] : []),
    { href: '/feed.xml', text: words.feed },
  ]
  const about: Way[] = [
    ...paper.pages.map(({ path, title }) => ({ href: path, text: title, auto: true })),
    { href: '/how-we-edit', text: words.howWeEdit },
    { href: '/corrections', text: words.corrections },
  ]
  const elsewhere: Way[] = [
    { href: '/letters', text: words.letters },
    { href: '/tips', text: words.tips },
    ...navigation.foot.map(({ label, href }) => ({ href, text: label, auto: true })),
    ...NETWORK_KEYS.flatMap((network) => (social[network] === undefined ? [] : [{ text: NETWORKS[network].name, href: social[network], rel: 'me' }])),
    { href: '/newsroom', text: words.newsroom, rel: 'nofollow' },
  ]
  return (
    <footer className="paper-foot">
      <div className="paper-foot-head">
        <p className="paper-foot-name">
          <a href="/">{paper.name}</a>
        </p>
        {paper.motto !== '' && <p dir="auto">{paper.motto}</p>}
      </div>
      <Ways ways={reading} />
      <Ways ways={about} />
      <Ways ways={elsewhere} />
    </footer>
  )
}
