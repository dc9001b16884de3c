import 'server-only'
import { subjectOf } from '#domain/audit/kinds.ts'
import { db } from '../db.ts'

type Told = { actorId: string | null; kind: string; storyId: string | null; subjectId: string | null }

/** What an event is about, by name, and where it is shown; null where it is no longer there. */
export type Named = { name: string; href: string | null } | null
export type Names = { who: (actorId: string | null) => string; about: (event: Told) => Named; headline: (storyId: string | null) => string | null }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const idsOf = (events: readonly Told[], subject: ReturnType<typeof subjectOf>): string[] =>
  [...new Set(events.flatMap(({ kind, subjectId }) => (subjectId !== null && UUID.test(subjectId) && subjectOf(kind) === subject ? [subjectId] : [])))]

/** How a story is called without its headline. */
export const WITHOUT_HEADLINE = 'a story without a headline'
const quoted = (headline: string) => (headline === '' ? WITHOUT_HEADLINE : `“${headline}”`)

/** The names of all that these events speak of, as they are now. */
export async function namesFor(events: readonly Told[]): Promise<Names> {
  const actors = events.flatMap(({ actorId }) => actorId ?? [])
  const [users, staff, pictures, sections, stories] = await Promise.all([
    db().user.findMany({ where: { id: { in: [...new Set([...actors, ...idsOf(events, 'user')])] } }, select: { id: true, staff: { select: { name: true } } } }),
    db().staffMember.findMany({ where: { id: { in: idsOf(events, 'staff') } }, select: { id: true, name: true } }),
    db().mediaAsset.findMany({ where: { id: { in: idsOf(events, 'picture') } }, select: { id: true, fileName: true } }),
    db().section.findMany({ where: { id: { in: idsOf(events, 'section') } }, select: { id: true, name: true } }),
    db().story.findMany({ where: { id: { in: [...new Set(events.flatMap(({ storyId }) => storyId ?? []))] } }, select: { id: true, workingRevision: { select: { headline: true } } } }),
  ])
  const people = new Map(users.map(({ id, staff: { name } }) => [id, name]))
  const headlines = new Map(stories.map(({ id, workingRevision }) => [id, workingRevision?.headline ?? '']))
  const subjects: Record<'user' | 'staff' | 'picture' | 'section', Map<string, NonNullable<Named>>> = {
    user: new Map(users.map(({ id, staff: { name } }) => [id, { name, href: null }])),
    staff: new Map(staff.map(({ id, name }) => [id, { name, href: null }])),
    picture: new Map(pictures.map(({ id, fileName }) => [id, { name: `the picture ${fileName}`, href: `/newsroom/media/${id}` }])),
    section: new Map(sections.map(({ id, name }) => [id, { name: `the section ${name}`, href: null }])),
  }
  return {
    who: (actorId) => (actorId === null ? 'The paper' : (people.get(actorId) ?? 'Somebody')),
    headline: (storyId) => (storyId === null ? null : (headlines.get(storyId) ?? null)),
    about: ({ kind, storyId, subjectId }) => {
      const subject = subjectOf(kind)
      if (subject !== null) return subjects[subject].get(subjectId ?? '') ?? null
      const headline = headlines.get(storyId ?? '')
      return headline === undefined ? null : { name: quoted(headline), href: `/newsroom/stories/${storyId}/history` }
    },
  }
}
