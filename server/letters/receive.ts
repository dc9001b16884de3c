import 'server-only'
import { randomUUID } from 'node:crypto'
import { dayIn } from '#domain/day.ts'
import type { LetterForm, TipForm } from '#domain/letters/letter.ts'
import { recordEvent } from '../audit/record.ts'
import { timeNow } from '../clock.ts'
import { db, inTransaction } from '../db.ts'
import { sealContact } from './contact.ts'

/** Keeps a letter to the editor. Nobody is signed in. */
export async function receiveLetter({ name, email, text }: LetterForm): Promise<void> {
  const id = randomUUID()
  await inTransaction(async (tx) => {
    await tx.readerLetter.create({ data: { id, kind: 'LETTER', name, sealedContact: sealContact(id, email), text, mayPublish: true, createdAt: timeNow() }, select: { id: true } })
    await recordEvent(tx, { actor: null, kind: 'letter.received', subjectId: id })
  })
}

/**
 * Keeps a tip: its words, the day, and an address if one was given. Neither its minute, which beside the records of a network could tell whose it
 * is, nor an audit event, which would have one: the row itself is the record that it came.
 */
export async function receiveTip({ email, text }: TipForm): Promise<void> {
  const id = randomUUID()
  const paper = await db().paper.findUnique({ where: { id: 1 }, select: { timeZone: true } })
  // The day at school: by the evening it is tomorrow in UTC.
  const day = new Date(`${dayIn(timeNow(), paper?.timeZone ?? 'UTC')}T00:00:00.000Z`)
  await inTransaction((tx) => tx.readerLetter.create({ data: { id, kind: 'TIP', sealedContact: email === null ? null : sealContact(id, email), text, createdAt: day }, select: { id: true } }))
}
