import { auditFilterSchema } from '#domain/audit/filter.ts'
import { SIGNED_OUT } from '#domain/policy.ts'
import { storableDeep } from '#domain/storable.ts'
import { logAsCsv } from '#server/audit/csv.ts'
import { recordLogDownload } from '#server/audit/downloads.ts'
import { currentActor } from '#server/auth/actor.ts'
import { paperDay } from '#server/settings/paper-day.ts'
import { csvFile, refused } from '../answers.ts'

/** The audit log under the filters of its page, as a CSV file. The download is on record before its first line. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (actor === null) return refused(401, [{ message: SIGNED_OUT }])
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const filter = { ...auditFilterSchema.parse(storableDeep(asked)), before: null }
  const started = await recordLogDownload(actor, 'log', 'csv', filter)
  if (!started.ok) return refused(403, started.problems)
  const { timeZone, today } = await paperDay(new Date())
  return csvFile(`audit-log-${today}.csv`, logAsCsv(actor, { ...filter, before: started.before }, timeZone))
}
