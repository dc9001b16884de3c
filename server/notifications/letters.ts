import 'server-only'
import { digestMail, MOST_LINES, noticeMail, type Line, type MailText } from '#domain/notifications/mail-text.ts'
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

async function lineTeller(tx: Tx, rows: readonly Lettered[], now: Date): Promise<(actor: Actor, row: Lettered) => Line> {
  const tell = await tellerFor(tx, rows, now)
  return (actor, row) => ({ kind: row.kind, sentence: textOf(tell(actor, row)), url: `${env().SITE_URL}${ALL}/${row.id}` })
}

/** The mails about rows, one for each with its reader, in their order; a fixed number of questions to the database, however many. */
export async function noticeLetters(tx: Tx, told: readonly { actor: Actor; row: Lettered }[], now: Date): Promise<MailText[]> {
  const [framed, line] = [await frame(tx), await lineTeller(tx, told.map(({ row }) => row), now)]
  return told.map(({ actor, row }) => noticeMail({ ...framed, line: line(actor, row) }))
}

/** The digest of these rows. */
export async function digestLetter(tx: Tx, actor: Actor, rows: readonly Lettered[], now: Date): Promise<MailText> {
  const told = rows.slice(0, MOST_LINES)
  const line = await lineTeller(tx, told, now)
  const lines = told.map((row) => line(actor, row))
  return digestMail({ ...(await frame(tx)), all: `${env().SITE_URL}${ALL}`, lines, more: rows.length - lines.length })
}
