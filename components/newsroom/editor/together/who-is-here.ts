import { z } from 'zod'

/** Somebody who has the story open, and in which field of the form they are (the end of its id, such as `deck` or `image-2-alt`). */
export type Present = { userId: string; name: string; field: string | null }

const MAX_NAME = 60
const stateSchema = z.object({ user: z.object({ userId: z.string(), name: z.string() }), field: z.string().max(40).nullish().catch(null), cursor: z.unknown().optional() })

/** The people behind the states of a shared document, each once, by name; without this window's own. What came over the network is parsed. */
export function whoIsHere(states: ReadonlyMap<number, unknown>, ownId: number): Present[] {
  const people = new Map<string, Present>()
  for (const [id, state] of states) {
    const parsed = stateSchema.safeParse(state)
    if (id === ownId || !parsed.success) continue
    const { user, field, cursor } = parsed.data
    const known = people.get(user.userId)
    const now = field ?? (cursor === null || cursor === undefined ? null : 'body')
    people.set(user.userId, { userId: user.userId, name: user.name.slice(0, MAX_NAME), field: now ?? known?.field ?? null })
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.userId < b.userId ? -1 : 1))
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  headline: 'Headline', deck: 'Deck', body: 'the text', section: 'Section', bylines: 'Bylines', tags: 'Tags', slug: 'Web address', lead: 'the lead picture', notes: 'Notes',
}
const PART_NAMES: Readonly<Record<string, string>> = { caption: 'the caption', alt: 'the alt text', credit: 'the credit' }

/** Where somebody is, in words, such as "Headline" or "the caption of picture 2"; null for places without a name. */
export function placeName(field: string | null): string | null {
  if (field === null) return null
  if (Object.hasOwn(FIELD_NAMES, field)) return FIELD_NAMES[field] ?? null
  const [, picture, part] = /^(lead|image-\d{1,3})(?:-(caption|alt|credit))?$/.exec(field) ?? []
  if (picture === undefined) return null
  const named = picture === 'lead' ? 'the lead picture' : `picture ${picture.slice('image-'.length)}`
  return part === undefined ? named : `${PART_NAMES[part] ?? part} of ${named}`
}

/** What is said when people came or went; '' where nobody did. */
export function comingsAndGoings(before: readonly Present[], now: readonly Present[]): string {
  const missing = (from: readonly Present[], others: readonly Present[]) => from.filter(({ userId }) => !others.some((one) => one.userId === userId))
  const came = missing(now, before).map(({ name }) => `${name} is here.`)
  const left = missing(before, now).map(({ name }) => `${name} left.`)
  return [...came, ...left].join(' ')
}
