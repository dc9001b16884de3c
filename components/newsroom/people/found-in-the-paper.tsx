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

/** Profiles of people on staff in which the name stands. */
function NamingProfiles({ profiles, name }: Pick<InThePaper, 'profiles' | 'name'>) {
  return (
    <>
      <h3 className="mt-4 font-serif text-lg font-semibold">{profiles.length === 0 ? `No profile names ${name}` : `${profiles.length === 1 ? 'One profile names' : `${profiles.length} profiles name`} ${name}`}</h3>
      <ul className="divide-y divide-rule">
        {profiles.map(({ staffId, name: whose, passages }) => (
          <li key={staffId} className="py-2 text-sm">
            <a href={`/newsroom/staff/${staffId}`} className="text-link inline-block py-1 font-semibold">
              {whose}
            </a>
            <Passages passages={passages} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** Where readers are told the name of somebody on the opt-out list. */
export function FoundInThePaper({ found: { name, searched, stories, profiles } }: { found: InThePaper }) {
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
      <NamingProfiles profiles={profiles} name={name} />
    </section>
  )
}
