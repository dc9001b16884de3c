import { STATE_NAMES, STORY_STATES, type StoryState } from '#domain/workflow.ts'

type Props = { chosen: StoryState | undefined; mine: boolean; query: string; counts: Record<StoryState, number> }

/** Narrows the list of stories; a plain GET form, so that a filtered list has an address. */
export function StoryFilters({ chosen, mine, query, counts }: Props) {
  return (
    <form method="get" role="search" aria-label="Stories" className="mb-4 flex flex-wrap items-end gap-4">
      <div className="flex flex-col gap-1">
        <label htmlFor="filter-state" className="text-sm font-semibold">
          Where it stands
        </label>
        <select id="filter-state" name="state" defaultValue={chosen ?? ''} className="control">
          <option value="">All</option>
          {STORY_STATES.map((state) => (
            <option key={state} value={state}>
              {STATE_NAMES[state]} ({counts[state]})
            </option>
          ))}
        </select>
      </div>
      <div className="flex flex-col gap-1">
        <label htmlFor="filter-q" className="text-sm font-semibold">
          Words in the headline
        </label>
        <input id="filter-q" name="q" type="search" defaultValue={query} className="control" />
      </div>
      <div className="flex min-h-10 items-center gap-2">
        <input id="filter-mine" name="mine" type="checkbox" value="1" defaultChecked={mine} className="size-5 accent-accent" />
        <label htmlFor="filter-mine" className="text-sm">
          Only mine
        </label>
      </div>
      <button type="submit" className="button">
        Show
      </button>
    </form>
  )
}
