import { connection } from 'next/server'
import { publishedIcon } from '#server/look/published.ts'
import { ASKED_ABOUT, drawnAnswer } from '../(reader)/drawn-answer.ts'

/** The icon that Apple's devices ask every site for. */
export async function GET(): Promise<Response> {
  await connection()
  return drawnAnswer(await publishedIcon('180', null), 'image/png', ASKED_ABOUT)
}
