import 'server-only'
import { UNSEEN_BY_READERS } from '#domain/audit/unseen.ts'
import { jobsOfLane } from '#domain/jobs.ts'
import { timeNow } from '../clock.ts'
import { db } from '../db.ts'
import { awakenOverdueFront } from '../front-page/overdue.ts'
import { log, reasonOf } from '../log.ts'
import { eraseWriters } from '../letters/erase.ts'
import { awakenMails, sweepMails } from '../mail/sweep.ts'
import { processPendingMedia } from '../media/processing.ts'
import { writeDigests } from '../notifications/digest.ts'
import { tellOfDues } from '../notifications/dues.ts'
import { tellOfFailedJobs } from '../notifications/machine.ts'
import { sweepNotifications } from '../notifications/sweep.ts'
import { turnPolls } from '../polls/turn.ts'
import { eraseCommenters } from '../comments/erase.ts'
import { eraseUnconfirmed } from '../newsletter/readers.ts'
import { sendWeekly } from '../newsletter/send.ts'
import { storeReads } from '../reads/count.ts'
import { foldReads, turnMostRead } from '../reads/ranking.ts'
import { eraseSenders } from '../requests/erase.ts'
import { handOverFromAbsent } from '../ownership/away.ts'
import { escalateOverdue } from '../reviews/holds.ts'
import { fillSearch } from '../search/fill.ts'
import { turnOfDay } from '../sports/day-turn.ts'
import { fillStaffAddresses } from '../staff/addresses.ts'
import { turnPortraits } from '../staff/portrait-turn.ts'
import { storage } from '../storage.ts'
import { tags } from '../stories/cache.ts'
import { turnAds } from '../support/running.ts'
import { sweepPresence } from '../stories/presence.ts'
import { awakenOverdue } from '../stories/timing/overdue.ts'
import { HANDLERS } from './handlers/handlers.ts'
import { workOff } from './work-off.ts'

/** How many pictures one tick prepares at most; the next tick goes on. */
const PICTURES_A_TICK = 5

const SETTLED_AFTER_MS = 5_000
/** Three ticks of our server (scripts/serve/jobs-timer.ts), so that one that is late misses nothing. */
const LOOK_BACK_MS = 16_000

/**
 * Expires the paper once more some seconds after a change that readers see. A page that was being made while the
 * change was committed is stored after the command expired its tags; and a commit whose answer got lost expired none.
 */
async function settledTags(now: Date): Promise<string[]> {
  const between = { gt: new Date(now.getTime() - LOOK_BACK_MS), lt: new Date(now.getTime() - SETTLED_AFTER_MS) }
  const recent = await db().auditEvent.findFirst({ where: { kind: { notIn: [...UNSEEN_BY_READERS] }, at: between }, select: { id: true } })
  return recent === null ? [] : [tags.paper(), tags.media(), tags.mastheads(), tags.issues()]
}

/** Jobs that wait for their time (queue.ts). They have a tick of their own, so that pictures never keep a story from its minute. */
export function runQueue(): Promise<{ processed: number; tags: string[] }> {
  return workOff(HANDLERS, jobsOfLane('paper'))
}

/** Mails that wait. A mail server that is slow or away keeps nothing else. */
export function runMails(): Promise<{ processed: number; tags: string[] }> {
  return workOff(HANDLERS, jobsOfLane('mail'))
}

/** Printed issues that wait to be read: minutes of work that nothing else waits for. */
export function runPrint(): Promise<{ processed: number; tags: string[] }> {
  return workOff(HANDLERS, jobsOfLane('print'))
}

/** Every recurring duty of the house but the queue. Answers the tags to expire; each duty may be run any number of times. */
export async function runUpkeep(now: Date): Promise<{ processed: number; tags: string[] }> {
  const settled = await settledTags(now)
  await storeReads()
  await foldReads(now)
  const turned = [...(await turnMostRead(timeNow())), ...(await turnAds(timeNow())), ...(await turnPortraits(timeNow()))]
  await sweepPresence(now)
  await escalateOverdue(timeNow())
  await awakenOverdue(timeNow())
  await awakenOverdueFront(timeNow())
  await eraseSenders(now)
  await eraseWriters(now)
  await eraseCommenters(now)
  await handOverFromAbsent(now)
  await tellOfFailedJobs()
  await tellOfDues(timeNow())
  await writeDigests(timeNow())
  await sendWeekly(timeNow())
  await eraseUnconfirmed(timeNow())
  await awakenMails(now)
  await sweepMails(now)
  await sweepNotifications(now)
  await fillSearch(now)
  const addressed = await fillStaffAddresses()
  const media = await processPendingMedia(PICTURES_A_TICK)
  return { processed: media.processed, tags: [...settled, ...addressed, ...turned, ...media.tags, ...(await turnOfDay()), ...(await turnPolls())] }
}

/** What is due once after a start, besides: nothing cached by the build or a former process is served, and no torn file stays. */
export async function runBootJobs(now: Date): Promise<{ tags: string[] }> {
  const swept = await storage.sweep(now).catch((error: unknown) => {
    log.error({ reason: reasonOf(error) }, 'storage: could not sweep')
    return 0
  })
  if (swept > 0) log.info({ swept }, 'storage: removed what torn writes left behind')
  return { tags: [tags.paper()] }
}
