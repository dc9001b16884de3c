import { connection } from 'next/server'
import { publishedFavicon } from '#server/look/published.ts'
import { ASKED_ABOUT, drawnAnswer } from '../(reader)/drawn-answer.ts'

/** The icon that browsers ask every site for: pages that name none, such as those of the newsroom, have it too. */
export async function GET(): Promise<Response> {
  await connection()
  return drawnAnswer(await publishedFavicon(), 'image/x-icon', ASKED_ABOUT)
}
