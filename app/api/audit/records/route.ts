import { z } from 'zod'
import { WHOLE_LOG, daySchema } from '#domain/audit/filter.ts'
import { SIGNED_OUT } from '#domain/policy.ts'
import { recordsAsCsv } from '#server/audit/csv.ts'
import { recordLogDownload } from '#server/audit/downloads.ts'
import { recordsAsPdf } from '#server/audit/pdf/record-pdf.ts'
import { countRecords, recordsBetween } from '#server/audit/story-records.ts'
import { currentActor } from '#server/auth/actor.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { paperDay } from '#server/settings/paper-day.ts'
import { csvFile, pdfFile, refused } from '../answers.ts'

/** About 600 pages: more is nothing that anybody prints, and what tells screen readers its structure is kept in memory until the end. */
const MOST_IN_PDF = 20_000

const askedSchema = z.object({ from: daySchema, to: daySchema, format: z.enum(['csv', 'pdf']) }).refine(({ from, to }) => from <= to)

/** The records of all stories to which something happened in these days (`?from=2026-08-01&to=2026-12-31&format=csv|pdf`). */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (actor === null) return refused(401, [{ message: SIGNED_OUT }])
  const asked = askedSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!asked.success) return refused(422, [{ message: 'Give a first and a last day, the first not after the last.' }])
  const { from, to, format } = asked.data
  const [{ timeZone }, paper] = await Promise.all([paperDay(new Date()), paperSettings(actor)])
  const count = (await countRecords(actor, { from, to }, timeZone)) ?? 0
  if (format === 'pdf' && count > MOST_IN_PDF) return refused(422, [{ message: `${count.toLocaleString('en-US')} things happened in this time: too many for a PDF. Choose fewer days, or take the CSV file.` }])
  const started = await recordLogDownload(actor, 'records', format, { ...WHOLE_LOG, from, to })
  if (!started.ok) return refused(403, started.problems)
  const stories = recordsBetween(actor, { from, to }, timeZone, started.before)
  const fileName = `records-${from}-to-${to}.${format}`
  if (format === 'csv') return csvFile(fileName, recordsAsCsv(stories, timeZone))
  return pdfFile(fileName, recordsAsPdf({ paper: paper.name, title: `Record of all stories, ${from} to ${to}`, made: new Date().toISOString(), by: actor.name, timeZone }, stories))
}
