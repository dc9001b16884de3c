import { z } from 'zod'
import { NotHere } from '#components/newsroom/forbidden.tsx'
import { FrontSheet } from '#components/reader/front-sheet.tsx'
import { requireActor } from '#server/auth/actor.ts'
import { frontPreview } from '#server/front-page/queries.ts'
import { readPaper } from '#server/settings/read-paper.ts'

export const metadata = { title: 'Preview of the front page' }

const asked = z.object({ of: z.uuid().nullable().catch(null) })

/** The draft of the front page, or what is scheduled or was published (`of`), as readers would see it now. Our server sends it without script. */
export default async function FrontPreviewPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  const { of } = asked.parse({ of: null, ...(await searchParams) })
  const [front, paper] = [await frontPreview(actor, of), await readPaper()]
  if (front === null) return <NotHere />
  return (
    <>
      {/* It stands in a frame that no other page of ours may stand in. */}
      <base target="_blank" />
      <FrontSheet paper={paper} front={front} />
    </>
  )
}
