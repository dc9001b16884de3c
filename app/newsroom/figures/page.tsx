import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { DaysPlot } from '#components/newsroom/figures/days-plot.tsx'
import { FigureLines } from '#components/newsroom/figures/figure-lines.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { requireActor } from '#server/auth/actor.ts'
import { timeNow } from '#server/clock.ts'
import { readingFigures } from '#server/reads/queries.ts'

export const metadata = { title: 'Figures' }

export default async function FiguresPage({ searchParams }: { searchParams: Promise<{ story?: string | string[] }> }) {
  const actor = await requireActor()
  const { story } = await searchParams
  const figures = await readingFigures(actor, { now: timeNow(), storyId: typeof story === 'string' ? story : null })
  if (figures === null) return <Forbidden reason="There are no figures here that you can see." />
  const { all, counting, of, days, lines } = figures
  return (
    <>
      <PageHeader
        title="Figures"
        lead={`How often ${all ? 'stories are' : 'your stories are'} read: counted after some seconds in sight, without cookies, without addresses, without programs that read. Nobody can tell who read what.`}
        {...(of === null
          ? {}
          : {
              action: (
                <a href="/newsroom/figures" className="button">
                  All figures
                </a>
              ),
            })}
      />
      {!counting && <p className="mb-4 text-sm font-semibold">This paper does not count now. What stands here was counted before.</p>}
      <div className="flex flex-col gap-6">
        <DaysPlot title={of === null ? 'Read in the last 30 days' : `“${of.headline}” in the last 30 days`} days={days} />
        <FigureLines lines={lines} one={of !== null} />
      </div>
    </>
  )
}
