import 'server-only'
import { contentOf } from '#domain/newsletter/content.ts'
import type { Tx } from '../db.ts'
import { env } from '../env.ts'
import type { Letter } from '../mail/seal.ts'
import { leaveToken, openAddress } from './address.ts'
import { wordsNow } from './compose.ts'

/** Where a reader leaves: `page` asks first, `oneClick` is for mail programs (RFC 8058). */
export function leaveAddresses(subscriberId: string): { page: string; oneClick: string } {
  const token = leaveToken(subscriberId)
  return { page: `${env().SITE_URL}/newsletter/leave/${token}`, oneClick: `${env().SITE_URL}/api/newsletter/leave/${token}` }
}

/** One reader's copy of a newsletter as it is handed over now, or in a sentence why it is not: what was withdrawn since, and who has left, is left out. */
export async function copyFor(tx: Tx, mail: { newsletterId: string | null; subscriberId: string | null }): Promise<Letter | string> {
  const [issue, reader] = [
    await tx.newsletter.findUnique({ where: { id: mail.newsletterId ?? '' }, select: { kind: true, content: true } }),
    await tx.subscriber.findUnique({ where: { id: mail.subscriberId ?? '' }, select: { id: true, state: true, sealed: true, weekly: true, breaking: true } }),
  ]
  if (reader === null || reader.state !== 'CONFIRMED') return 'Whoever it was for has left, or is set aside.'
  const content = contentOf(issue?.content)
  if (issue === null || content === null) return 'What it was to tell cannot be read.'
  if (!(issue.kind === 'WEEKLY' ? reader.weekly : reader.breaking)) return 'Whoever it was for does not want these any more.'
  const to = openAddress(reader.id, reader.sealed)
  if (to === null) return 'The address cannot be read any more: AUTH_SECRET has changed.'
  const { page, oneClick } = leaveAddresses(reader.id)
  const words = await wordsNow(tx, issue.kind, content, page)
  return words === null ? 'Nothing of what it was to tell is in the paper any more.' : { to, ...words, leave: oneClick }
}
