import { statusOf } from '../status-words.ts'
import { fakeDisk, fakePaper, INES, MARLOW, ORIGIN } from './fake-paper.ts'
import { openSession, type DraftOrigin, type DraftSession } from './shared-session.ts'

/** What the status beside the text says. */
export const words = (session: DraftSession, canEdit = true) => statusOf(session.view().draft, session.view().problems, canEdit).words

/** Types at the end of the headline. */
export function type(session: DraftSession, text: string): void {
  const headline = session.shared.doc.getText('headline')
  headline.insert(headline.length, text)
}

type Visit = { disk?: ReturnType<typeof fakeDisk>; origin?: DraftOrigin; onStanding?: () => void }

/** An editor that has been open for a second, of Ines unless told. */
export async function opened(paper = fakePaper(), { disk = fakeDisk(), origin = ORIGIN, onStanding = () => {} }: Visit = {}) {
  const session = openSession(origin, paper.world(disk, () => (origin.userId === INES.userId ? paper.signedIn : MARLOW)), onStanding)
  session.start()
  await paper.clock.pass(1_000)
  return { paper, session, disk }
}

/** The same story, open on another person's computer. */
export const openedByMarlow = (paper: ReturnType<typeof fakePaper>) => opened(paper, { origin: { ...ORIGIN, userId: MARLOW.userId, userName: MARLOW.name } })
