import { Picture } from '#components/story/picture.tsx'
import type { PaperView, PersonView } from '#domain/story-view.ts'
import { wordsOf } from '#domain/words/words.ts'
import { StoryCard } from '../story-card.tsx'
import { PersonJsonLd } from './person-json-ld.tsx'
import { PersonPictures, PersonRoles } from './person-parts.tsx'

type Props = {
  person: PersonView
  paper: PaperView
  /** `older`: this is a page of older stories, which says no more of the person than whose they are. */
  place: { origin: string; older: boolean }
}

/** Somebody on staff: who they are, what they were at the paper, their live stories and pictures. */
export function PersonPage({ person, paper, place }: Props) {
  const words = wordsOf(paper.language).people
  const { handle, stories, pictures, roles, next } = person
  return (
    <article className="person-page">
      {place.older ? <OlderHead person={person} words={words} /> : <Head person={person} words={words} />}
      <div className="person-columns">
        <section className="person-stories" aria-label={words.stories}>
          {!place.older && <h2>{words.stories}</h2>}
          {stories.map((story) => (
            <StoryCard key={story.path} story={story} timeZone={paper.timeZone} size="row" level={place.older ? 'h2' : 'h3'} kicker />
          ))}
          {stories.length === 0 && pictures.length === 0 && <p>{words.nothingYet}</p>}
          {next !== null && (
            <p className="person-more">
              <a href={`/staff/${handle}/before/${next}`} rel="next">
                {words.olderStories}
              </a>
            </p>
          )}
        </section>
        {!place.older && (
          <div className="person-side">
            <PersonRoles roles={roles} words={words} />
            <PersonPictures pictures={pictures} words={words} />
            <ul className="person-ways">
              {stories.length > 0 && (
                <li>
                  <a href={`/staff/${handle}/feed.xml`}>{words.feed}</a>
                </li>
              )}
              <li>
                <a href="/staff">{words.allStaff}</a>
              </li>
            </ul>
          </div>
        )}
      </div>
      {!place.older && <PersonJsonLd person={person} place={{ paper: paper.name, origin: place.origin }} />}
    </article>
  )
}

type Words = ReturnType<typeof wordsOf>['people']

function Head({ person: { name, portrait, roles, classOf, bio }, words }: { person: PersonView; words: Words }) {
  const known = [roles[0]?.position ?? '', classOf === null ? '' : words.classOf(classOf)].filter((part) => part !== '').join(' · ')
  return (
    <header className="person-head">
      {portrait !== null && (
        <div className="person-portrait">
          <Picture asset={portrait.asset} alt={portrait.alt} sizes="(min-width: 40rem) 11rem, 7rem" first crop={{ to: 'square', focus: portrait.focus }} />
        </div>
      )}
      <div>
        <h1 dir="auto">{name}</h1>
        {known !== '' && <p className="person-known">{known}</p>}
        {bio !== '' &&
          bio.split(/\n+/).map((line, index) => (
            <p key={index} className="person-bio" dir="auto">
              {line}
            </p>
          ))}
      </div>
    </header>
  )
}

function OlderHead({ person: { name, handle }, words }: { person: PersonView; words: Words }) {
  return (
    <header className="person-head">
      <div>
        <h1 dir="auto">{words.olderStoriesBy(name)}</h1>
        <p>
          <a href={`/staff/${handle}`}>{words.newestStoriesBy(name)}</a>
        </p>
      </div>
    </header>
  )
}
