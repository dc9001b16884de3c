import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'

const PLACES: readonly { href: string; name: string; about: string }[] = [
  { href: '/newsroom/settings/look', name: 'The look of the paper', about: 'Name, motto, logo, colors, typefaces, links in head and foot, language and time zone.' },
  { href: '/newsroom/settings/sections', name: 'Sections', about: 'Their order, names, addresses, colors and parts.' },
  { href: '/newsroom/settings/review', name: 'Review policy', about: 'Who has the last word, how long a story may be held, and when school is on.' },
  { href: '/newsroom/settings/people', name: 'People', about: 'How names stand before readers, and who takes over from somebody who is away.' },
  { href: '/newsroom/settings/copydesk', name: 'Copy desk', about: 'Which rules speak up, and the paper’s own dictionary.' },
  { href: '/newsroom/settings/reading', name: 'Reading', about: 'Whether it is counted what is read, and whether stories can be read without a network.' },
  { href: '/newsroom/settings/support', name: 'Support for the paper', about: 'Donations and advertisements.' },
  { href: '/newsroom/settings/mail', name: 'Mail', about: 'What was sent, and what could not be.' },
  { href: '/newsroom/settings/jobs', name: 'Jobs that failed', about: 'What the paper could not do by itself, to try again.' },
]

export default async function SettingsPage() {
  const actor = await requireActor()
  const verdict = decide(actor.role, 'changeSettings')
  if (!verdict.allowed) return <Forbidden reason={verdict.reason} />
  return (
    <>
      <title>Settings · Newsroom</title>
      <PageHeader title="Settings" />
      <ul className="grid gap-x-8 sm:grid-cols-2">
        {PLACES.map(({ href, name, about }) => (
          <li key={href} className="border-t border-rule py-3">
            <a href={href} className="inline-block py-1 font-semibold text-linked underline underline-offset-4">
              {name}
            </a>
            <p className="text-sm text-soft">{about}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
