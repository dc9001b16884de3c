import { z } from 'zod'
import { VIEWS } from '#domain/planning/calendar.ts'
import { plannedDaySchema } from '#domain/planning/days.ts'

/** What the calendar takes from its address; what makes no sense is left out. */
export const calendarFilterSchema = z.object({
  view: z.enum(VIEWS).optional().catch(undefined),
  // A year from either end: the days around it must be days of the plan too.
  day: plannedDaySchema.refine((day) => day >= '2001-01-01' && day < '2099-01-01').optional().catch(undefined),
  section: z.uuid().optional().catch(undefined),
  move: z.string().max(80).optional().catch(undefined),
})
