import type { PersonChoice } from '#server/planning/queries.ts'

type Props = { sections: readonly { id: string; name: string }[]; people: readonly PersonChoice[]; sectionId: string | null; userId: string | null }

/** Narrows the board; a plain GET form, so that a narrowed board has an address. */
export function BoardFilters({ sections, people, sectionId, userId }: Props) {
  return (
    <form method="get" role="search" aria-label="Board" className="mb-4 flex flex-wrap items-end gap-4">
      <div className="flex min-w-40 flex-col gap-1">
        <label htmlFor="board-section" className="text-sm font-semibold">
          Section
        </label>
        <select id="board-section" name="section" defaultValue={sectionId ?? ''} className="control">
          <option value="">All</option>
          {sections.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className="flex min-w-40 flex-col gap-1">
        <label htmlFor="board-person" className="text-sm font-semibold">
          Person
        </label>
        <select id="board-person" name="person" defaultValue={userId ?? ''} className="control">
          <option value="">Everybody</option>
          {people.map(({ userId: id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="button max-lg:min-h-11">
        Show
      </button>
    </form>
  )
}
