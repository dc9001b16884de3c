import { PitchLines } from '#components/newsroom/pitches/pitch-lines.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { requireActor } from '#server/auth/actor.ts'
import { pitchLists } from '#server/planning/pitch-queries.ts'
import { paperDay } from '#server/settings/paper-day.ts'

export default async function PitchesPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  const mine = (await searchParams).mine === '1'
  const [{ open, openTotal, answered }, { today, timeZone }] = await Promise.all([pitchLists(actor, { mine }), paperDay(new Date())])
  return (
    <>
      <title>Pitches · Newsroom</title>
      <PageHeader
        title="Pitches"
        lead="Ideas for stories. Anybody in the newsroom can pitch; the editors and advisers answer."
        action={
          <a href="/newsroom/pitches/new" className="button button-primary">
            Pitch a story
          </a>
        }
      />
      <p className="mb-4 text-sm">
        <a href={mine ? '/newsroom/pitches' : '/newsroom/pitches?mine=1'} className="button button-small max-lg:min-h-11">
          {mine ? 'Show everybody’s' : 'Show only mine'}
        </a>
      </p>
      <section aria-labelledby="open-pitches" className="mb-8">
        <h2 id="open-pitches" className="mb-2 font-serif text-xl font-semibold">
          Waiting for an answer ({openTotal})
        </h2>
        {open.length === 0 ? <p className="text-soft">No pitch waits for an answer.</p> : <PitchLines pitches={open} today={today} timeZone={timeZone} />}
        {openTotal > open.length && <p className="mt-2 text-sm text-soft">The {open.length} oldest are shown; the others follow as these are answered.</p>}
      </section>
      {answered.length > 0 && (
        <section aria-labelledby="answered-pitches">
          <h2 id="answered-pitches" className="mb-2 font-serif text-xl font-semibold">
            Answered lately
          </h2>
          <PitchLines pitches={answered} today={today} timeZone={timeZone} />
        </section>
      )}
    </>
  )
}
