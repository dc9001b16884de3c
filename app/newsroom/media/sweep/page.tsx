import { SweepList } from '#components/newsroom/media/sweep/sweep-list.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { requireActor } from '#server/auth/actor.ts'
import { riskyPictures } from '#server/media/sweep.ts'

export const metadata = { title: 'Sweep of live pictures' }

const count = (number: number, one: string, many: string) => `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`

export default async function SweepPage() {
  const { risky, lookedAt, stories } = await riskyPictures(await requireActor())
  return (
    <>
      <PageHeader
        title="Sweep of live pictures"
        lead={`${count(lookedAt, 'picture', 'pictures')} in ${count(stories, 'live story', 'live stories')}, held against today’s rules; the riskiest first. Readers see all of these now.`}
        action={
          <a href="/newsroom/media" className="button">
            All pictures
          </a>
        }
      />
      {risky.length === 0 ? <p className="py-8 text-soft">Nothing is wrong with any live picture.</p> : <SweepList risky={risky} />}
    </>
  )
}
