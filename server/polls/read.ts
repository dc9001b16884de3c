import 'server-only'
import { nameFinder } from '#domain/opt-out.ts'
import { figuresOf, pollState, type PollView } from '#domain/polls/poll.ts'
import { timeNow } from '../clock.ts'
import { db } from '../db.ts'
import { optOutEntries } from '../opt-out/checks.ts'

const ROW = { id: true, question: true, opensAt: true, closesAt: true, closedAt: true, options: { orderBy: { position: 'asc' }, select: { id: true, text: true, votes: true } } } as const

/**
 * Polls by their ids, as everybody sees them: the counts only of what is closed. One that names somebody of the opt-out list, who may have been put there
 * after it was made, is not shown. `withFigures`: with the counts of open ones too, for whoever has voted.
 */
export async function readPolls(ids: readonly string[], { withFigures } = { withFigures: false }): Promise<Record<string, PollView>> {
  if (ids.length === 0) return {}
  const [rows, list] = await Promise.all([db().poll.findMany({ where: { id: { in: [...ids] } }, select: ROW }), optOutEntries(db())])
  const find = nameFinder(list)
  const now = timeNow()
  const shown = rows.filter(({ question, options }) => [question, ...options.map(({ text }) => text)].every((text) => find(text).length === 0))
  return Object.fromEntries(
    shown.map(({ id, question, options, opensAt, closesAt, closedAt }): [string, PollView] => {
      const state = pollState({ opensAt, closesAt, closedAt }, now)
      const figures = state === 'closed' || (withFigures && state === 'open') ? figuresOf(options) : null
      return [id, { id, question, options: options.map(({ id: optionId, text }) => ({ id: optionId, text })), state, opensAt: opensAt?.toISOString() ?? null, closesAt: closesAt?.toISOString() ?? null, figures }]
    }),
  )
}
