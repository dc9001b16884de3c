import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'

/** Everything that can be set, each on a page of its own. */
const PAGES = [
  { href: 'look', name: 'The look of the paper', about: 'Name, motto, logo, colours, typefaces, links, language and time zone.' },
  { href: 'sections', name: 'Sections', about: 'Their names, order, parts, colours and addresses; closing and merging.' },
  { href: 'review', name: 'Review policy', about: 'Who has the last word, how long a story may be held, the risk checklist.' },
  { href: 'people', name: 'People', about: 'How names appear before readers, and who takes over from whom.' },
  { href: 'copydesk', name: 'Copy desk', about: 'How much each rule has to say, and the words that the paper spells its own way.' },
  { href: 'mail', name: 'Mail', about: 'What was sent, what waits, and what could not be delivered.' },
  { href: 'jobs', name: 'Jobs that failed', about: 'Work in the background that can be tried again.' },
]

export default async function SettingsPage() {
  const actor = await requireActor()
  const verdict = decide(actor.role, 'changeSettings')
  if (!verdict.allowed) return <Forbidden reason={verdict.reason} />
  return (
    <>
      <title>Settings · Newsroom</title>
      <PageHeader title="Settings" />
      <ul className="max-w-3xl divide-y divide-rule border-y border-rule">
        {PAGES.map(({ href, name, about }) => (
          <li key={href} className="py-3">
            <a href={`/newsroom/settings/${href}`} className="text-link inline-block py-1 text-lg font-semibold">
              {name}
            </a>
            <p className="text-sm text-soft">{about}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
