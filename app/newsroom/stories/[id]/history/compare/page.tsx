import { z } from 'zod'
import { NotHere } from '#components/newsroom/forbidden.tsx'
import { StoryTabs } from '#components/newsroom/story-tabs.tsx'
import { Changes } from '#components/ui/changes.tsx'
import { requireActor } from '#server/auth/actor.ts'
import { comparedRevisions } from '#server/stories/history.ts'

const asked = z.object({ from: z.coerce.number().int().positive().max(1_000_000), to: z.coerce.number().int().positive().max(1_000_000) })
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ComparePage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const numbers = asked.safeParse(await searchParams)
  const found = numbers.success ? await comparedRevisions(actor, (await params).id, numbers.data) : null
  if (found === null || !numbers.success) return <NotHere />
  const { story, changes } = found
  const { from, to } = numbers.data
  const history = `/newsroom/stories/${story.id}/history`
  return (
    <>
      <title>{`Revisions ${from} and ${to}: ${story.headline} · Newsroom`}</title>
      <StoryTabs story={story} page="history" />
      <h1 className="font-serif text-2xl font-semibold">
        What changed from revision {from} to revision {to}
      </h1>
      <p className="mt-1 mb-4 flex flex-wrap gap-x-4 text-sm text-soft">
        <span>
          <ins className="bg-good-wash text-good">Added words</ins> are underlined, <del className="bg-bad-wash text-bad">removed words</del> are struck through.
        </span>
        {from !== to && (
          <a className="text-link" href={`${history}/compare?from=${to}&to=${from}`}>
            Other way round
          </a>
        )}
        <a className="text-link" href={history}>
          Back to the history
        </a>
      </p>
      {from === to ? <p className="text-sm text-soft">These are the same revision. Choose two.</p> : <Changes changes={changes} whole />}
    </>
  )
}
