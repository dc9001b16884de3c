/** The order of a masthead: who leads first, then who edits, everybody else, and the faculty last. Positions are words of the paper's own. */
export type MastheadGroup = 'editors' | 'staff' | 'advisers'

const ADVISER = /\b(?:advis[eo]r|asesora?|faculty|docente)\b/iu
const LEADER = /\b(?:chief|managing|executive|jef[ea]|directora?)\b/iu
const EDITOR = /\b(?:(?:co-?)?editors?|editora|redactora? jefe?)\b/iu

function rankOf(position: string): number {
  if (ADVISER.test(position)) return 3
  if (EDITOR.test(position) || LEADER.test(position)) return LEADER.test(position) ? 0 : 1
  return 2
}

const GROUPS: readonly MastheadGroup[] = ['editors', 'editors', 'staff', 'advisers']

/** People by group, each in its order: leaders before other editors, then as they came. Groups without anybody are left out. */
export function mastheadGroups<T extends { position: string }>(people: readonly T[]): { group: MastheadGroup; people: T[] }[] {
  const ranked = people.map((person) => ({ person, rank: rankOf(person.position) })).toSorted((a, b) => a.rank - b.rank)
  return (['editors', 'staff', 'advisers'] as const).flatMap((group) => {
    const some = ranked.filter(({ rank }) => GROUPS[rank] === group).map(({ person }) => person)
    return some.length === 0 ? [] : [{ group, people: some }]
  })
}
