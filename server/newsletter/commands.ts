import 'server-only'
import type { NewsletterSettingsInput } from '#domain/newsletter/sign-up.ts'
import type { Actor } from '#domain/people.ts'
import { recordEvent } from '../audit/record.ts'
import { timeNow } from '../clock.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction } from '../db.ts'
import { tags } from '../stories/cache.ts'
import { allowedNow } from './lock.ts'

/** Opens or closes the newsletter, and says when the weekly one goes out. No hour before this is caught up on. */
export function changeNewsletter(asked: Actor, { open, weekday, hour }: NewsletterSettingsInput): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await allowedNow(tx, asked)
      const before = await tx.newsletterSettings.findUnique({ where: { id: 1 } })
      if (before !== null && before.open === open && before.weekday === weekday && before.hour === hour) return { ok: true, tags: [] }
      const plan = { open, weekday, hour, weeklySince: weekday === null ? null : timeNow() }
      await tx.newsletterSettings.upsert({ where: { id: 1 }, create: { id: 1, ...plan }, update: plan, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'newsletter.settingsChanged' })
      return { ok: true, tags: [tags.paper()] }
    }),
  )
}

/** Lets mail go again to an address that was set aside. */
export function allowAgain(asked: Actor, { subscriberId }: { subscriberId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await allowedNow(tx, asked)
      const { count } = await tx.subscriber.updateMany({ where: { id: subscriberId, state: 'SET_ASIDE' }, data: { state: 'CONFIRMED', setAsideAt: null, setAsideReason: '' } })
      if (count === 0) throw new Refusal('This address is not set aside any more.')
      await recordEvent(tx, { actor, kind: 'newsletter.allowedAgain', subjectId: subscriberId })
      return { ok: true, tags: [] }
    }),
  )
}

/** Erases a reader of the newsletter, as if they had left. */
export function eraseReader(asked: Actor, { subscriberId }: { subscriberId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await allowedNow(tx, asked)
      const { count } = await tx.subscriber.deleteMany({ where: { id: subscriberId } })
      if (count === 0) throw new Refusal('This address is erased already.')
      await recordEvent(tx, { actor, kind: 'newsletter.readerErased', subjectId: subscriberId })
      return { ok: true, tags: [] }
    }),
  )
}
