import { Picture } from '#components/story/picture.tsx'
import type { MadePictureView, RoleView } from '#domain/story-view.ts'
import type { Words } from '#domain/words/words.ts'

/** What somebody was at the paper, year by year; each year leads to its masthead. */
export function PersonRoles({ roles, words }: { roles: readonly RoleView[]; words: Words['people'] }) {
  if (roles.length === 0) return null
  return (
    <section aria-labelledby="person-roles">
      <h2 id="person-roles">{words.roles}</h2>
      <dl className="person-roles">
        {roles.map(({ schoolYear, position, sections }) => (
          <div key={schoolYear}>
            <dt>
              <a href={`/staff/${schoolYear}`}>{schoolYear}</a>
            </dt>
            <dd>{[position, sections.join(', ')].filter((part) => part !== '').join(' · ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Pictures that somebody made, each with the story that it stands in. */
export function PersonPictures({ pictures, words }: { pictures: readonly MadePictureView[]; words: Words['people'] }) {
  if (pictures.length === 0) return null
  return (
    <section aria-labelledby="person-pictures">
      <h2 id="person-pictures">{words.pictures}</h2>
      <ul className="person-pictures">
        {pictures.map(({ asset, alt, focus, story }) => (
          <li key={asset.id}>
            <Picture asset={asset} alt={alt} sizes="(min-width: 60rem) 10rem, 45vw" crop={{ to: 'card', focus }} />
            <p>
              <a href={story.path} dir="auto">
                {words.pictureIn(story.headline)}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
