import { BoardFilters } from '#components/newsroom/planning/board-filters.tsx'
import { Board } from '#components/newsroom/planning/board.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { grantOf } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { boardColumns } from '#server/planning/board.ts'
import { sectionChoices } from '#server/planning/pitch-queries.ts'
import { peopleToAssign } from '#server/planning/queries.ts'
import { boardFilterSchema } from './filter.ts'

export default async function BoardPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  const { section, person } = boardFilterSchema.parse(await searchParams)
  const filter = { sectionId: section ?? null, userId: person ?? null }
  const [{ columns, today }, sections, people] = await Promise.all([boardColumns(actor, filter), sectionChoices(actor), peopleToAssign(actor)])
  const action =
    grantOf(actor.role, 'assign') === 'yes' ? { href: '/newsroom/stories/new/assignment', words: 'New assignment' } : { href: '/newsroom/pitches/new', words: 'Pitch a story' }
  return (
    <>
      <title>Board · Newsroom</title>
      <PageHeader
        title="Board"
        lead="Every story on its way, and what went live in the last seven days. A story moves on its own page."
        action={
          <a href={action.href} className="button button-primary">
            {action.words}
          </a>
        }
      />
      <BoardFilters sections={sections} people={people} {...filter} />
      <Board columns={columns} today={today} />
    </>
  )
}
