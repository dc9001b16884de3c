import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { SeriesDesk } from '#components/newsroom/series/series-desk.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { seriesLines, storiesToAdd } from '#server/series/queries.ts'
import { addPartAction, makeSeriesAction, movePartAction, wordSeriesAction } from './actions.ts'

const ACTIONS = { make: makeSeriesAction, word: wordSeriesAction, add: addPartAction, move: movePartAction }

export default async function SeriesPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  const verdict = decide(actor.role, 'keepSeries')
  if (!verdict.allowed) return <Forbidden reason={verdict.reason} />
  const { open, find } = await searchParams
  const words = typeof find === 'string' ? find : ''
  const [series, offered] = await Promise.all([seriesLines(actor), storiesToAdd(actor, words)])
  return (
    <>
      <title>Series · Newsroom</title>
      <PageHeader title="Series" lead="Stories that belong together, in the order in which they are to be read. Readers see those that are live." action={<a href="/newsroom/tags" className="button">Tags</a>} />
      <SeriesDesk series={series} open={typeof open === 'string' ? open : ''} words={words} offered={offered} actions={ACTIONS} />
    </>
  )
}
