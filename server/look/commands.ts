import 'server-only'
import { z } from 'zod'
import { AUDIT_FIELDS } from '#domain/audit/details.ts'
import { changedParts, lookOf, type LookForm, type PaperLook } from '#domain/look/look.ts'
import type { Actor } from '#domain/people.ts'
import { recordEvent } from '../audit/record.ts'
import { timeNow } from '../clock.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { lockPaperFor } from '../settings/lock.ts'
import { tags } from '../stories/cache.ts'
import { logoSize, lookState } from './state.ts'

const KIND = 'paper.lookChanged'
const saved = z.object({ version: z.int(), changed: z.array(z.string()) })

/** What the form asks for, with its logo looked up: a file that is there. */
async function asked(tx: Tx, form: LookForm): Promise<PaperLook> {
  const size = form.logo === '' ? null : await logoSize(tx, form.logo)
  if (form.logo !== '' && size === null) throw new Refusal('The logo was uploaded too long ago. Upload it once more.', 'logo')
  return lookOf(form, size)
}

/** Who saved what since a version: "Ana Ruiz changed the name and the colours". */
async function savedSince(tx: Tx, version: number): Promise<string> {
  const events = await tx.auditEvent.findMany({ where: { kind: KIND }, orderBy: { id: 'desc' }, take: 50, select: { actorId: true, data: true } })
  const since = events.flatMap(({ actorId, data }) => {
    const read = saved.safeParse(data)
    return read.success && read.data.version > version ? [{ actorId, changed: read.data.changed }] : []
  })
  const last = since[0]?.actorId ?? null
  const who = last === null ? null : await tx.user.findUnique({ where: { id: last }, select: { staff: { select: { name: true } } } })
  const parts = [...new Set(since.flatMap(({ changed }) => changed))].map((part) => AUDIT_FIELDS[part] ?? part)
  return `${who?.staff.name ?? 'Somebody'} saved this page while you had it open, and changed ${parts.length === 0 ? 'something' : parts.join(', ')}`
}

/** Refuses what was decided on a look that is not the newest. */
async function refuseStale(tx: Tx, version: number, seen: number): Promise<void> {
  if (version === seen) return
  throw new Refusal(`${await savedSince(tx, seen)}. Nothing of yours was saved, and all that you typed is still here. Open the page in another tab to see what it is now; “Discard my changes” begins again from there.`)
}

/**
 * Changes how the paper looks: name, motto, language, time zone, colours, typefaces, logo and links, all at once. `version`: of the look that
 * was seen; refused where somebody saved since, with what they changed. The event names the parts that changed.
 */
export function changeLook(actor: Actor, form: LookForm): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await lockPaperFor(tx, actor)
      const state = await lookState(tx)
      if (state === null) throw new Refusal('The paper is not set up yet.')
      await refuseStale(tx, state.version, form.version)
      const after = await asked(tx, form)
      await tx.lookDraft.deleteMany({ where: { userId: acting.userId } })
      const changed = changedParts(state.paper, after)
      if (changed.length === 0) return { ok: true, tags: [] }
      const version = state.version + 1
      await tx.paper.update({ where: { id: 1 }, data: { ...after, lookVersion: version }, select: { id: true } })
      await recordEvent(tx, { actor: acting, kind: KIND, data: { version, changed } })
      return { ok: true, tags: [tags.paper()] }
    }),
  )
}

/** Keeps what somebody tries out, for their own preview alone. */
export function tryLook(actor: Actor, form: LookForm): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await lockPaperFor(tx, actor)
      const draft = { base: form.version, look: await asked(tx, form), changedAt: timeNow() }
      await tx.lookDraft.upsert({ where: { userId: acting.userId }, create: { userId: acting.userId, ...draft }, update: draft, select: { userId: true } })
      return { ok: true, tags: [] }
    }),
  )
}

/** Throws away what somebody tried out. */
export function dropLook(actor: Actor): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await lockPaperFor(tx, actor)
      await tx.lookDraft.deleteMany({ where: { userId: acting.userId } })
      return { ok: true, tags: [] }
    }),
  )
}
