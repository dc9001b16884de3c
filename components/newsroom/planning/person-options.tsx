import { ROLE_NAMES } from '#domain/people.ts'
import type { PersonChoice } from '#server/planning/queries.ts'

/** People as the options of a choice. */
export function PersonOptions({ people }: { people: readonly PersonChoice[] }) {
  return people.map(({ userId, name, role }) => (
    <option key={userId} value={userId}>
      {name} ({ROLE_NAMES[role]})
    </option>
  ))
}
