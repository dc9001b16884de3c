import 'server-only'
import { connection } from 'next/server'
import { LINK_OVER, linkTokenSchema, tooManyTries } from '#domain/staff.ts'
import { db } from '../db.ts'
import { env } from '../env.ts'
import type { LinkKind } from '../generated/prisma/client.ts'
import { clientAddress } from './client-address.ts'
import { peekLink, type LinkRow } from './one-time-links.ts'
import { addressKey, takeTry } from './rate-limit.ts'

/** The paper's name for pages on which nobody is signed in yet. */
export async function paperName(): Promise<string> {
  await connection()
  const paper = await db().paper.findUnique({ where: { id: 1 }, select: { name: true } })
  return paper?.name ?? 'Fourth Period'
}

/** Which ways in there are besides the password, and the site's own address. */
export function waysIn(): { google: boolean; site: string } {
  return { google: env().GOOGLE_CLIENT_ID !== undefined, site: env().SITE_URL }
}

/** What the page of a one-time link shows: the link, still unused, or why it does not work. Looking counts as a try. */
export async function linkForPage(kind: LinkKind, token: string): Promise<{ link: LinkRow } | { link: null; reason: string }> {
  await connection()
  const seconds = await takeTry('link-address', addressKey(await clientAddress()))
  if (seconds > 0) return { link: null, reason: tooManyTries(seconds) }
  const link = linkTokenSchema.safeParse(token).success ? await peekLink(kind, token) : null
  return link === null ? { link: null, reason: LINK_OVER } : { link }
}
