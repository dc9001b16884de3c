import 'server-only'
import type { SearchAnswer, SearchChoices } from '#domain/search/answer.ts'
import type { SearchAsked } from '#domain/search/filters.ts'
import { addressKey, takeQuickTry } from '../auth/rate-limit.ts'
import { db } from '../db.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { answerTo } from './answer.ts'
import { choicesOf, narrowingOf } from './narrowing.ts'
import { LEAST_ALIKE } from './meant.ts'
import { momentOf } from './moment.ts'
import { inTurn } from './turn.ts'

const STATEMENT_MS = 2_000
/** Before anybody has set the paper up there is nothing to find. */
const NO_PAPER = { nameForm: 'FULL', timeZone: 'America/Los_Angeles' } as const
const NO_CHOICES: SearchChoices = { authors: [], years: [] }

/** `whole`: all that a page shows, with pictures and what a search can be narrowed by. */
type Wanted = { many: number; whole: boolean }
export type SearchRead = { answer: SearchAnswer; choices: SearchChoices }

/** PostgreSQL gave up on a statement that took too long, or no connection was free in time. */
function tookTooLong(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && (['P2024', 'P2028'].includes(error.code) || JSON.stringify(error.meta ?? {}).includes('57014'))
}

/** Searches what readers see, out of one moment of the database; who asks is not looked at. */
export async function readSearch(asked: SearchAsked, { many, whole }: Wanted): Promise<SearchRead> {
  const read = () =>
    db().$transaction(
      async (tx) => {
        // The index answers before texts are looked into, whatever the statistics say of a word that stands nearly everywhere.
        await tx.$executeRaw`
          SELECT set_config('statement_timeout', ${String(STATEMENT_MS)}, true), set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true),
                 set_config('transaction_read_only', 'on', true), set_config('pg_trgm.similarity_threshold', ${String(LEAST_ALIKE)}, true)`
        const { nameForm: form, timeZone } = (await tx.paper.findUnique({ where: { id: 1 }, select: { nameForm: true, timeZone: true } })) ?? NO_PAPER
        const moment = await momentOf(tx, form)
        const answer = await answerTo(moment, { asked, narrowing: await narrowingOf(moment, asked, timeZone), many, pictures: whole, form })
        return { answer, choices: whole ? await choicesOf(moment, timeZone) : NO_CHOICES }
      },
      { isolationLevel: 'RepeatableRead', maxWait: STATEMENT_MS, timeout: 2 * STATEMENT_MS },
    )
  try {
    return (await inTurn(read)) ?? { answer: { kind: 'busy' }, choices: NO_CHOICES }
  } catch (error) {
    if (tookTooLong(error)) return { answer: { kind: 'busy' }, choices: NO_CHOICES }
    throw error
  }
}

/** The same for a reader at an address (client-address.ts), who may search so many times a minute. Nothing of what is looked for is kept or logged. */
export async function searchFrom(address: string, asked: SearchAsked, wanted: Wanted): Promise<SearchRead> {
  const seconds = await takeQuickTry('search-address', addressKey(address))
  return seconds > 0 ? { answer: { kind: 'many', seconds }, choices: NO_CHOICES } : readSearch(asked, wanted)
}
