import { z } from 'zod'
import { SIGNED_OUT } from '#domain/policy.ts'
import { slugify } from '#domain/slug.ts'
import { recordsAsCsv } from '#server/audit/csv.ts'
import { recordStoryDownload } from '#server/audit/downloads.ts'
import { recordsAsPdf } from '#server/audit/pdf/record-pdf.ts'
import { storyRecord } from '#server/audit/story-records.ts'
import { currentActor } from '#server/auth/actor.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { csvFile, pdfFile, refused } from '../../../audit/answers.ts'

const GONE = [{ message: 'There is no such story, or you may not see it.' }]

/** The record of one story as a file (`?format=csv|pdf`), for whoever may read the story. The download is on record before its first byte. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await currentActor()
  if (actor === null) return refused(401, [{ message: SIGNED_OUT }])
  const { id } = await params
  const format = z.enum(['csv', 'pdf']).safeParse(new URL(request.url).searchParams.get('format'))
  if (!format.success || !z.uuid().safeParse(id).success || (await storyRecord(actor, id)) === null) return refused(404, GONE)
  const started = await recordStoryDownload(actor, id, format.data)
  if (!started.ok) return refused(403, started.problems)
  const [paper, story] = await Promise.all([paperSettings(actor), storyRecord(actor, id, started.before)])
  if (story === null) return refused(404, GONE)
  const fileName = `record-${slugify(story.headline) || story.id}.${format.data}`
  if (format.data === 'csv') return csvFile(fileName, recordsAsCsv([story], paper.timeZone))
  const title = `Record of ${story.headline === '' ? 'a story without a headline' : `“${story.headline}”`}`
  return pdfFile(fileName, recordsAsPdf({ paper: paper.name, title, made: new Date().toISOString(), by: actor.name, timeZone: paper.timeZone }, [story]))
}
