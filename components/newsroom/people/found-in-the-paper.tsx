import type { InThePaper, NamingProfile } from '#server/opt-out/in-the-paper.ts'

function Passages({ passages }: Pick<NamingProfile, 'passages'>) {
  return (
    <ul className="list-disc pl-5">
      {passages.map(({ where, passage }) => (
        <li key={where + passage}>
          “{passage}” in {where}
        </li>
      ))}
    </ul>
  )
}

/** Things of one kind in which the name stands, each with the way to it. */
function Naming({ title, found }: { title: string; found: { href: string; called: string; passages: NamingProfile['passages'] }[] }) {
  return (
    <>
      <h3 className="mt-4 font-serif text-lg font-semibold">{title}</h3>
      <ul className="divide-y divide-rule">
        {found.map(({ href, called, passages }) => (
          <li key={href} className="py-2 text-sm">
            <a href={href} className="text-link inline-block py-1 font-semibold">
              {called}
            </a>
            <Passages passages={passages} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** "No profile names Ana Ruiz", "One printed issue names …", "3 printed issues name …". */
const titleOf = (n: number, thing: string, name: string) => (n === 0 ? `No ${thing} names ${name}` : n === 1 ? `One ${thing} names ${name}` : `${n} ${thing}s name ${name}`)

/** Where readers are told the name of somebody on the opt-out list. */
export function FoundInThePaper({ found: { name, searched, stories, profiles, issues } }: { found: InThePaper }) {
  return (
    <section id="found" aria-labelledby="found-title" className="panel mb-6 scroll-mt-4">
      <h2 id="found-title" className="font-serif text-xl font-semibold">
        {stories.length === 0 ? `No story that readers see names ${name}` : `${stories.length === 1 ? 'One story' : `${stories.length} stories`} before readers ${stories.length === 1 ? 'names' : 'name'} ${name}`}
      </h2>
      <p className="text-sm text-soft">{searched === 1 ? 'One story was searched' : `${searched} stories were searched`}: text, captions, alt text, credits, bylines, addresses and file names.</p>
      <ul className="mt-2 divide-y divide-rule">
        {stories.map(({ storyId, headline, passages, allowed }) => (
          <li key={storyId} className="py-2 text-sm">
            <a href={`/newsroom/stories/${storyId}/review`} className="text-link inline-block py-1 font-semibold">
              {headline}
            </a>
            {allowed && <span className="text-soft"> · allowed in this story</span>}
            <Passages passages={passages} />
          </li>
        ))}
      </ul>
      <Naming title={titleOf(profiles.length, 'profile', name)} found={profiles.map(({ staffId, name: called, passages }) => ({ href: `/newsroom/staff/${staffId}`, called, passages }))} />
      <Naming title={titleOf(issues.length, 'printed issue', name)} found={issues.map(({ issueId, title: called, passages }) => ({ href: `/newsroom/issues/${issueId}`, called, passages }))} />
      {issues.length > 0 && <p className="text-sm text-soft">What was printed cannot be changed: withdraw an issue to take it away from readers. In the search, its pages that name {name} are not listed.</p>}
    </section>
  )
}
