import { NotHere } from '#components/newsroom/forbidden.tsx'
import { LetterDesk } from '#components/newsroom/readers/letter-desk.tsx'
import { LetterText } from '#components/newsroom/readers/letter-text.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { requireActor } from '#server/auth/actor.ts'
import { letterPage } from '#server/letters/queries.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { assignLetterAction, closeLetterAction, letterToPitchAction, letterToStoryAction, replyLetterAction } from '../actions.ts'

const ACTIONS = { assign: assignLetterAction, close: closeLetterAction, reply: replyLetterAction, toStory: letterToStoryAction, toPitch: letterToPitchAction }

export default async function LetterPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const [paper, letter] = [await paperSettings(actor), await letterPage(actor, (await params).id)]
  if (letter === null) return <NotHere />
  return (
    <>
      <title>Letters and tips · Newsroom</title>
      <PageHeader
        title={letter.kind === 'TIP' ? 'A tip' : `A letter by ${letter.name === '' ? 'somebody' : letter.name}`}
        action={
          <a href="/newsroom/readers/letters" className="button">
            All letters and tips
          </a>
        }
      />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <LetterText letter={letter} timeZone={paper.timeZone} />
        <LetterDesk letter={letter} me={actor.userId} timeZone={paper.timeZone} actions={ACTIONS} />
      </div>
    </>
  )
}
