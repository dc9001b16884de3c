import 'server-only'
import { RISKS, riskAnswersSchema } from '#domain/risk-checklist.ts'
import { wallTimeOf } from '#domain/school-time.ts'
import { makeCalendarAddress } from '#server/calendar/feed-address.ts'
import { addPaperWord, dismissFinding } from '#server/copydesk/commands.ts'
import { db } from '#server/db.ts'
import { publishFront } from '#server/front-page/publish.ts'
import { scheduleFront } from '#server/front-page/schedule.ts'
import { changeOwnSettings } from '#server/notifications/commands.ts'
import { addOptOut, allowNamed } from '#server/opt-out/commands.ts'
import { voteOnRequest } from '#server/requests/votes.ts'
import { objectTo } from '#server/reviews/objections.ts'
import { fillRiskChecklist } from '#server/reviews/risk-checks.ts'
import { sendBack } from '#server/stories/moves.ts'
import { addNote } from '#server/stories/notes.ts'
import { scheduleStory, setEmbargo } from '#server/stories/timing/schedule.ts'
import { approvedAgain, aStory, done } from '#server/testing/builders.ts'
import { place, setBanner, versionNow } from '#server/testing/desk.ts'

/**
 * Does, in the demo paper of DATABASE_URL, what fills the tables that the demo leaves empty, so that a paper which is kept for the tests of
 * upgrades (keep-paper.ts) has something of everything. Run: DATABASE_URL=… node --conditions=react-server scripts/upgrade/use-paper.ts
 */
const ZONE = 'America/Los_Angeles'
const TOMORROW = new Date(Date.now() + 30 * 3_600_000)
const at = (instant: Date) => ({ ...wallTimeOf(instant, ZONE), which: 'second' as const })

const refused = await aStory('REVIEW')
done(await sendBack(refused.adviser, { ...refused, notes: 'Leave the name out.', request: 'REQUIRED', reason: 'It names a pupil.' }))
const { id: reviewId } = await db().review.findFirstOrThrow({ where: { storyId: refused.storyId }, select: { id: true } })
done(await objectTo(refused.writer, { reviewId, body: 'The name is in the public record.' }))

const risky = await aStory('REVIEW', { headline: 'Quentin Marsh scores' })
done(await fillRiskChecklist(risky.adviser, { ...risky, answers: riskAnswersSchema.parse(Object.fromEntries(RISKS.map(({ id }) => [id, { answer: 'yes', remark: '' }]))) }))
done(await addOptOut(risky.adviser, { name: 'Quentin Marsh', otherNames: ['Quen Marsh'], reason: 'His family asked.' }))
const { id: optOutId } = await db().optOut.findFirstOrThrow({ select: { id: true } })
done(await allowNamed(risky.adviser, { storyId: risky.storyId, optOutId, reason: 'They agreed to this one.' }))
done(await addNote(risky.editor, { storyId: risky.storyId, revisionId: risky.revisionId, body: 'Who counted?', blocking: true, anchor: null, mentions: [risky.writer.userId] }))
done(await dismissFinding(risky.writer, { storyId: risky.storyId, ruleId: 'spelling', passage: 'body: at [the] bell', reason: 'It is right.' }))
done(await addPaperWord(risky.editor, { word: 'Glorpf' }))

const planned = await aStory('APPROVED')
done(await setEmbargo(planned.adviser, { storyId: planned.storyId, ...at(new Date(TOMORROW.getTime() - 7_200_000)) }))
done(await scheduleStory(planned.editor, { ...planned, ...at(TOMORROW) }))

const { id: requestId } = await db().readerRequest.findFirstOrThrow({ select: { id: true } })
done(await voteOnRequest(planned.editor, { requestId, outcome: 'NAME', remark: 'The last name helps nobody.' }))
done(await makeCalendarAddress(planned.writer))

const again = await approvedAgain()
done(await scheduleStory(again.adviser, { ...again.next, ...at(TOMORROW), change: { kind: 'CORRECTION', note: 'The first version misspelt the name of the road. It is Quarry Road.' } }))
await place(again.editor, again.storyId, { in: 'lead' })
await setBanner(again.editor, { storyId: again.storyId })
done(await publishFront(again.editor, { version: await versionNow() }))
await place(again.editor, again.storyId, { in: 'seconds', at: 0 })
done(await scheduleFront(again.editor, { version: await versionNow(), ...at(TOMORROW) }))
done(await changeOwnSettings(again.writer, { choices: { 'note.added': { app: true, mail: 'AT_ONCE' } }, digest: 'DAILY', digestHour: 7 }))
await db().$disconnect()
process.exit(0)
