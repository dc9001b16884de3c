import { remarkOf, type RecordLine, type StoryRecord } from '#domain/audit/story-record.ts'
import { FullMoment } from '../time.tsx'

/** The record of one story, to read and to print. */
export function StoryRecordView({ record, timeZone }: { record: StoryRecord; timeZone: string }) {
  return (
    <article aria-labelledby="record-title" className="max-w-3xl print:max-w-none">
      <h1 id="record-title" className="font-serif text-2xl font-semibold break-words">
        Record of {record.headline === '' ? 'a story without a headline' : `“${record.headline}”`}
      </h1>
      <p className="mt-1 mb-5 text-sm text-soft">
        {[record.bylines.length === 0 ? 'No byline' : `By ${record.bylines.join(', ')}`, record.section, `now ${record.state.toLowerCase()}`].filter((part) => part !== null).join(' · ')}. The text of the story is no part of its record.
      </p>
      <ol className="flex flex-col gap-4">
        {record.lines.map((line, at) => (
          <Line key={line.seq ?? `note ${at}`} line={line} timeZone={timeZone} />
        ))}
      </ol>
    </article>
  )
}

function Line({ line, timeZone }: { line: RecordLine; timeZone: string }) {
  const remark = remarkOf(line)
  return (
    <li className="border-l-4 border-rule pl-4 break-inside-avoid">
      <p className="break-words">
        <span className="font-semibold">{line.who}</span> {line.what}
        {remark !== null && <span className="text-soft"> ({remark})</span>}
        {line.blocking && <span className="ml-2 rounded-sm border border-strong px-2 text-xs font-semibold">Blocks the approval until settled</span>}
      </p>
      {line.text !== null && <blockquote className="my-1 border-l-4 border-rule pl-3 break-words whitespace-pre-wrap">{line.text}</blockquote>}
      {line.settled !== null && (
        <p className="text-sm">
          Settled by {line.settled.by}, <FullMoment at={line.settled.at} timeZone={timeZone} />
        </p>
      )}
      <p className="text-xs text-soft">
        <FullMoment at={line.at} timeZone={timeZone} />
        {line.seq !== null && (
          <span className="font-mono">
            {' '}
            · no. {line.seq} · {line.hash?.slice(0, 12)}
          </span>
        )}
      </p>
    </li>
  )
}
