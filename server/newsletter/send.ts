import 'server-only'
import { isEmpty, type NewsletterContent, type NewsletterKind } from '#domain/newsletter/content.ts'
import { dueHour } from '#domain/newsletter/hour.ts'
import type { SendNewsletter } from '#domain/newsletter/sign-up.ts'
import type { Actor } from '#domain/people.ts'
import { recordEvent } from '../audit/record.ts'
import { timeNow } from '../clock.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { db, inTransaction, type Tx } from '../db.ts'
import { env } from '../env.ts'
import { enqueue } from '../jobs/queue.ts'
import { mailConfigured } from '../mail/mode.ts'
import { queueMail } from '../mail/outgoing.ts'
import { lockPaper } from '../settings/lock.ts'
import { paperDay } from '../settings/paper-day.ts'
import { contentNow, contentSeal, wordsNow } from './compose.ts'
import { allowedNow } from './lock.ts'

const NO_MAIL = 'This paper sends no mail: an admin sets it up first.'

async function begin(tx: Tx, actor: Actor | null, kind: NewsletterKind, content: NewsletterContent, more: { period?: string; skipped?: boolean }): Promise<void> {
  const { id } = await tx.newsletter.create({
    data: { kind, content, at: timeNow(), sentById: actor?.userId ?? null, period: more.period ?? null, ...(more.skipped === true ? { state: 'SKIPPED' as const, endedAt: timeNow() } : {}) },
    select: { id: true },
  })
  if (more.skipped === true) return
  await enqueue(tx, 'newsletter.copies', { newsletterId: id }, { singletonKey: id })
  await recordEvent(tx, { actor, kind: 'newsletter.sent', subjectId: id, data: { kind } })
}

/** Sends a newsletter to all who want it, as it was previewed: where the front page, or what was sent, has changed since, nothing is sent. */
export function sendNewsletter(asked: Actor, { kind, seen }: SendNewsletter): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await allowedNow(tx, asked)
      if (!mailConfigured()) throw new Refusal(NO_MAIL)
      const content = await contentNow(tx, kind)
      if (isEmpty(content)) throw new Refusal('There is nothing new to tell.')
      if (contentSeal(kind, content) !== seen) throw new Refusal('The front page changed since you looked at the preview, or somebody sent one meanwhile, so nothing was sent. Load the page again.')
      // It would tell the same readers of the same story once more.
      if (kind === 'BREAKING' && (await lastTold(tx)) === content.top[0]) throw new Refusal('Breaking news about this story was sent already.')
      await begin(tx, actor, kind, content, {})
      return { ok: true, tags: [] }
    }),
  )
}

async function lastTold(tx: Tx): Promise<string | undefined> {
  const last = await tx.newsletter.findFirst({ where: { kind: 'BREAKING' }, orderBy: { at: 'desc' }, select: { content: true } })
  const top = typeof last?.content === 'object' && last.content !== null && !Array.isArray(last.content) ? last.content['top'] : null
  return Array.isArray(top) && typeof top[0] === 'string' ? top[0] : undefined
}

/** Mails a newsletter as it would go out now to whoever asks for it, and to nobody else. */
export function testNewsletter(asked: Actor, { kind }: { kind: NewsletterKind }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await allowedNow(tx, asked)
      if (!mailConfigured()) throw new Refusal(NO_MAIL)
      // A reader's own link to leave stands in theirs.
      const words = await wordsNow(tx, kind, await contentNow(tx, kind), `${env().SITE_URL}/newsletter`)
      if (words === null) throw new Refusal('There is nothing new to tell.')
      const { email } = await tx.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { email: true } })
      await queueMail(tx, { kind: 'newsletterTest', userId: actor.userId, to: email, ...words, subject: `Test: ${words.subject}` })
      return { ok: true, tags: [] }
    }),
  )
}

/** Sends the weekly newsletter once its hour has come at `now`; one that has nothing new to tell is noted as skipped. Once for an hour, though two do it at once. */
export async function sendWeekly(now: Date): Promise<boolean> {
  if (!mailConfigured()) return false
  const settings = await db().newsletterSettings.findUnique({ where: { id: 1 } })
  if (settings === null || settings.weekday === null || settings.weeklySince === null) return false
  const { timeZone } = await paperDay(now)
  const due = dueHour({ weekday: settings.weekday, hour: settings.hour, since: settings.weeklySince }, now, timeZone)
  if (due === null || (await db().newsletter.count({ where: { period: due.period } })) > 0) return false
  return inTransaction(async (tx) => {
    await lockPaper(tx)
    if ((await tx.newsletter.count({ where: { period: due.period } })) > 0) return false
    const content = await contentNow(tx, 'WEEKLY')
    await begin(tx, null, 'WEEKLY', content, { period: due.period, skipped: isEmpty(content) })
    return !isEmpty(content)
  })
}
