'use server'

import { z } from 'zod'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { changeGameSchema, changeTeamSchema, deskSchema, newGameSchema, newTeamSchema, oneGameSchema, renameOpponentSchema, rosterSchema, standingsSchema } from '#domain/sports/desk.ts'
import { placeOfProblem } from '#domain/sports/draft.ts'
import { resultSchema } from '#domain/sports/result.ts'
import { formValues, runAction } from '#server/action.ts'
import { setSportsDesk } from '#server/sports/desk.ts'
import { addGame, changeGame, clearResult, enterResult, removeGame } from '#server/sports/games.ts'
import { renameOpponent } from '#server/sports/opponents.ts'
import { addTeam, changeTeam, keepRoster, keepStandings, removeTeam } from '#server/sports/teams.ts'

const LIVE = 'Saved. Readers see it now.'
const oneTeam = z.object({ teamId: z.uuid(), version: z.coerce.number().int() })

/** The fields of a form, with those of its parts that are sent as JSON; unreadable JSON is refused by the schema. */
function valuesWith(form: FormData, ...parts: string[]): Record<string, unknown> {
  const values = formValues(form)
  const read = parts.map((part): [string, unknown] => {
    try {
      return [part, JSON.parse(values[part] ?? '')]
    } catch {
      return [part, null]
    }
  })
  return { ...values, ...Object.fromEntries(read) }
}

export const addTeamAction: FormAction = async (_, form) => {
  const made = await runAction(newTeamSchema, formValues(form), addTeam)
  return made.ok ? { ok: true, goTo: `/newsroom/sports/teams/${made.teamId}` } : made
}

export const changeTeamAction: FormAction = async (_, form) => runAction(changeTeamSchema, formValues(form), changeTeam, LIVE)

export const removeTeamAction: FormAction = async (_, form) => {
  const removed = await runAction(oneTeam, formValues(form), removeTeam, undefined, { renew: false })
  return removed.ok ? { ok: true, goTo: '/newsroom/sports' } : removed
}

export const rosterAction: FormAction = async (_, form) => runAction(rosterSchema, valuesWith(form, 'players'), keepRoster, LIVE)

export const standingsAction: FormAction = async (_, form) => runAction(standingsSchema, valuesWith(form, 'rows'), keepStandings, LIVE)

export const addGameAction: FormAction = async (_, form) => runAction(newGameSchema, formValues(form), addGame, 'Added. Readers see it now.')

export const changeGameAction: FormAction = async (_, form) => runAction(changeGameSchema, formValues(form), changeGame, LIVE)

export const removeGameAction: FormAction = async (_, form) => {
  const removed = await runAction(oneGameSchema, formValues(form), removeGame, undefined, { renew: false })
  return removed.ok ? { ok: true, goTo: '/newsroom/sports' } : removed
}

export const resultAction: FormAction = async (_, form) => {
  const entered = await runAction(oneGameSchema.extend({ result: resultSchema }), valuesWith(form, 'result'), enterResult, 'Published. Readers see it now.')
  if (entered.ok) return entered
  return { ...entered, problems: entered.problems.map(({ field, message }) => (field === undefined ? { message } : { field: placeOfProblem(field), message })) }
}

export const clearResultAction: FormAction = async (_, form) => {
  const values = formValues(form)
  // The form of the result begins anew.
  const cleared = await runAction(oneGameSchema, values, clearResult, undefined, { renew: false })
  return cleared.ok ? { ok: true, goTo: `/newsroom/sports/games/${values['gameId']}` } : cleared
}

export const renameOpponentAction: FormAction = async (_, form) => runAction(renameOpponentSchema, formValues(form), renameOpponent, 'Renamed.')

export const deskAction: FormAction = async (_, form) => runAction(deskSchema, formValues(form), setSportsDesk, LIVE)
