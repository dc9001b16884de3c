'use server'

import { z } from 'zod'
import type { YearEndActions } from '#components/newsroom/people/year-end.client.tsx'
import { yearEndSchema, yearPlanSchema } from '#domain/year-end.ts'
import { runAction } from '#server/action.ts'
import { moveStaffOn } from '#server/year-end/move-on.ts'
import { planYearEnd } from '#server/year-end/plan.ts'
import { undoYearEnd } from '#server/year-end/undo.ts'

export const planAction: YearEndActions['plan'] = async (input) => runAction(yearPlanSchema, input, (actor, plan) => planYearEnd(actor, plan, new Date()), undefined, { renew: false })

export const moveOnAction: YearEndActions['moveOn'] = async (input) => runAction(yearEndSchema, input, (actor, plan) => moveStaffOn(actor, plan, new Date()), undefined, { renew: false })

export const undoAction: YearEndActions['undo'] = async (input) => runAction(z.object({ yearEndId: z.uuid() }), input, (actor, which) => undoYearEnd(actor, which, new Date()), undefined, { renew: false })
