import type { Role } from './people.ts'

/** Somebody who could take a story over. `openStories`: how many they answer for now; `away`: marked absent today. */
export type OwnerCandidate = { userId: string; name: string; role: Role; sectionIds: readonly string[]; openStories: number; away: boolean }
export type OwnedStory = { id: string; sectionId: string | null }

const byLoad = (a: OwnerCandidate, b: OwnerCandidate) => a.openStories - b.openStories || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.userId < b.userId ? -1 : 1)

/**
 * Who takes a story over when nobody chooses: an editor of its section, else any editor, else an adviser, else an admin; of several the one
 * with the fewest open stories, then by name. Nobody who is away. null: nobody is there.
 */
export function nextOwner({ sectionId }: Pick<OwnedStory, 'sectionId'>, candidates: readonly OwnerCandidate[]): string | null {
  const here = candidates.filter(({ away }) => !away).toSorted(byLoad)
  const found =
    here.find(({ role, sectionIds }) => role === 'EDITOR' && sectionId !== null && sectionIds.includes(sectionId)) ??
    here.find(({ role }) => role === 'EDITOR') ??
    here.find(({ role }) => role === 'ADVISER') ??
    here.find(({ role }) => role === 'ADMIN')
  return found?.userId ?? null
}

/** The same for many stories, one after the other, each counted before the next: by story id. Stories that nobody can take are left out. */
export function handOut(stories: readonly OwnedStory[], candidates: readonly OwnerCandidate[]): Map<string, string> {
  const counted = candidates.map((one) => ({ ...one }))
  const owners = new Map<string, string>()
  for (const story of stories) {
    const userId = nextOwner(story, counted)
    const owner = counted.find((one) => one.userId === userId)
    if (owner === undefined) continue
    owner.openStories += 1
    owners.set(story.id, owner.userId)
  }
  return owners
}
