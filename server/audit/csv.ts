import 'server-only'
import type { AuditFilter } from '#domain/audit/filter.ts'
import { remarkOf, type RecordLine, type StoryRecord } from '#domain/audit/story-record.ts'
import { CSV_START, csvRow } from '#domain/csv.ts'
import type { Actor } from '#domain/people.ts'
import { auditLines } from './log.ts'

const BATCH = 500

/** A moment in a time zone as spreadsheets read it, "2026-11-24 10:42:07". */
function clockIn(timeZone: string): (at: string) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  return (at) => format.format(new Date(at))
}

/** The log under a filter as a table, newest first, in pieces of text; it goes up to the place `filter.before`. */
export async function* logAsCsv(actor: Actor, filter: AuditFilter, timeZone: string): AsyncGenerator<string> {
  const clock = clockIn(timeZone)
  yield CSV_START + csvRow(['Number', `Time (${timeZone})`, 'Time (UTC)', 'Who', 'What', 'Details', 'Kind', 'Story', 'Story id', 'Hash', 'In its place in the chain'])
  for (let before = filter.before, more = true; more; ) {
    const lines = await auditLines(actor, { ...filter, before }, timeZone, BATCH)
    yield lines
      .map((line) => csvRow([
        line.seq, clock(line.at), line.at, line.who, `${line.before}${line.about ?? ''}${line.after}`, line.details, line.kind, line.headline, line.storyId, line.hash, line.intact ? 'yes' : 'NO',
      ]))
      .join('')
    before = lines.at(-1)?.seq ?? before
    more = lines.length === BATCH
  }
}

function recordRow(story: StoryRecord, line: RecordLine, clock: (at: string) => string): string {
  const { settled } = line
  return csvRow([
    story.headline, story.id, line.seq, clock(line.at), line.at, line.who, line.what, remarkOf(line), line.text, line.blocking ? 'yes' : '',
    settled?.by ?? null, settled === null ? null : clock(settled.at), line.hash,
  ])
}

/** Records of stories as one table, in pieces of text. */
export async function* recordsAsCsv(stories: AsyncIterable<StoryRecord> | Iterable<StoryRecord>, timeZone: string): AsyncGenerator<string> {
  const clock = clockIn(timeZone)
  yield CSV_START + csvRow(['Story', 'Story id', 'Number', `Time (${timeZone})`, 'Time (UTC)', 'Who', 'What', 'Details', 'Reason or note', 'Blocks the approval', 'Settled by', `Settled (${timeZone})`, 'Hash'])
  for await (const story of stories) yield story.lines.map((line) => recordRow(story, line, clock)).join('')
}
