import { StoryFilters } from '#components/newsroom/story-filters.tsx'
import { StoryLines } from '#components/newsroom/story-lines.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { requireActor } from '#server/auth/actor.ts'
import { copydeskSummaries } from '#server/copydesk/summaries.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { storyList } from '#server/stories/lists.ts'
import { filterSchema } from './filter.ts'

export default async function StoriesPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  const { state, mine, q, after } = filterSchema.parse(await searchParams)
  const [paper, list] = await Promise.all([
    paperSettings(actor),
    storyList(actor, {
      ...(state === undefined ? {} : { state }),
      ...(mine === undefined ? {} : { mine: true }),
      ...(q === undefined || q === '' ? {} : { query: q }),
      ...(after === undefined ? {} : { after }),
    }),
  ])
  const copydesk = await copydeskSummaries(actor, list.lines.map(({ id }) => id))
  const more = new URLSearchParams({ ...(state && { state }), ...(mine && { mine }), ...(q && { q }), after: list.next ?? '' })
  return (
    <>
      <title>Stories · Newsroom</title>
      <PageHeader
        title="Stories"
        action={
          <div className="flex flex-wrap gap-2">
            <a href="/newsroom/stories/new/from-text" className="button">
              New story from text
            </a>
            <a href="/newsroom/stories/new" className="button button-primary">
              New story
            </a>
          </div>
        }
      />
      <StoryFilters chosen={state} mine={mine !== undefined} query={q ?? ''} counts={list.counts} />
      {list.lines.length === 0 ? <p className="py-8 text-soft">No story fits.</p> : <StoryLines lines={list.lines} timeZone={paper.timeZone} copydesk={copydesk} />}
      {list.next !== null && (
        <p className="mt-4">
          <a href={`/newsroom/stories?${more}`} className="text-link">
            Older stories
          </a>
        </p>
      )}
    </>
  )
}
