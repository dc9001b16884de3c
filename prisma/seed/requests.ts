import 'server-only'
import { requestFormSchema } from '#domain/takedown-policy.ts'
import { addCorrection } from '#server/corrections/commands.ts'
import { db } from '#server/db.ts'
import { receiveRequest } from '#server/requests/receive.ts'
import type { Cast } from './demo-stories.ts'
import { done } from './done.ts'

const CORRECTED = 'two-new-bus-routes-cut-the-longest-ride-by-26-minutes'
const ASKED_ABOUT = 'swimmers-trade-practice-for-sunrise-and-like-it'

async function liveAt(slug: string): Promise<{ storyId: string; revisionId: string; path: string }> {
  const { sectionSlug, story } = await db().address.findFirstOrThrow({ where: { slug, current: true }, select: { sectionSlug: true, story: { select: { id: true, liveRevisionId: true } } } })
  if (story.liveRevisionId === null) throw new Error(`${slug}: not live`)
  return { storyId: story.id, revisionId: story.liveRevisionId, path: `/${sectionSlug}/${slug}` }
}

/** A correction on a story that readers see, and a request of theirs that waits for votes and a decision. */
export async function seedRequests({ adviser }: Cast): Promise<void> {
  const { storyId, revisionId } = await liveAt(CORRECTED)
  const text = 'An earlier version of this story misspelled the name of Quarry Road.'
  done('Correction', await addCorrection(adviser, { storyId, revisionId, kind: 'CORRECTION', text, replacesId: null }))
  const { path } = await liveAt(ASKED_ABOUT)
  const form = requestFormSchema.parse({
    story: path,
    ground: 'PRIVACY',
    problem: 'I am quoted in this story by my full name, and it says where I am before sunrise on Saturdays. I did not think of who else reads this when I was asked.',
    wish: 'Please leave my last name out, or keep the story out of search engines.',
    name: 'Petra Lund',
    email: 'swimmer@demo.fourth-period.test',
  })
  done('Request', await receiveRequest(form))
}
