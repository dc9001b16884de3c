import 'server-only'
import { digestMail, MOST_LINES, noticeMail, type MailText } from '#domain/notifications/mail-text.ts'
import { textOf } from '#domain/notifications/words.ts'
import type { Actor } from '#domain/people.ts'
import type { Tx } from '../db.ts'
import { env } from '../env.ts'
import { tellerFor, type Row } from './teller.ts'

/** Rows as mails tell of them: what may be told to this person now, and never more of a story than its headline. */

type Lettered = Row & { id: string }
const ALL = '/newsroom/notifications'

async function frame(tx: Tx): Promise<{ paper: string; settings: string }> {
  const paper = await tx.paper.findUnique({ where: { id: 1 }, select: { name: true } })
  return { paper: paper?.name ?? 'Fourth Period', settings: `${env().SITE_URL}/newsroom/account/notifications` }
}

async function linesOf(tx: Tx, actor: Actor, rows: readonly Lettered[], now: Date) {
  const tell = await tellerFor(tx, rows, now)
  return rows.map((row) => ({ kind: row.kind, sentence: textOf(tell(actor, row)), url: `${env().SITE_URL}${ALL}/${row.id}` }))
}

/** The mail about one row. */
export async function noticeLetter(tx: Tx, actor: Actor, row: Lettered, now: Date): Promise<MailText> {
  const [line] = await linesOf(tx, actor, [row], now)
  if (line === undefined) throw new Error('a notification has one line')
  return noticeMail({ ...(await frame(tx)), line })
}

/** The digest of these rows. */
export async function digestLetter(tx: Tx, actor: Actor, rows: readonly Lettered[], now: Date): Promise<MailText> {
  const lines = await linesOf(tx, actor, rows.slice(0, MOST_LINES), now)
  return digestMail({ ...(await frame(tx)), all: `${env().SITE_URL}${ALL}`, lines, more: rows.length - lines.length })
}
