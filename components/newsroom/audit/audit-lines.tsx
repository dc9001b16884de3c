import type { AuditLine } from '#server/audit/log.ts'
import { FullMoment } from '../time.tsx'

/** The events of one page of the log, newest first, each as a sentence. */
export function AuditLines({ lines, timeZone }: { lines: readonly AuditLine[]; timeZone: string }) {
  return (
    <ol className="panel divide-y divide-rule">
      {lines.map((line) => (
        <li key={line.seq} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2.5 first:pt-0 last:pb-0">
          <p className="min-w-0 basis-full break-words sm:basis-0 sm:grow">
            <span className="font-semibold">{line.who}</span> {line.before}
            {line.href === null ? line.about : <a href={line.href} className="text-link">{line.about}</a>}
            {line.after}
            {line.details !== null && <span className="text-soft"> ({line.details})</span>}
            {!line.intact && <strong className="ml-2 rounded-sm border border-bad bg-bad-wash px-2 text-sm text-bad">Does not fit the chain</strong>}
          </p>
          <p className="text-sm text-soft">
            <FullMoment at={line.at} timeZone={timeZone} />
          </p>
          <p className="font-mono text-xs text-soft sm:w-44 sm:text-right">
            <abbr title="number in the chain" className="no-underline">
              no. {line.seq}
            </abbr>{' '}
            · <abbr title={`hash ${line.hash}`} className="no-underline">{line.hash.slice(0, 12)}</abbr>
          </p>
        </li>
      ))}
    </ol>
  )
}

/** Whether the events of this page fit the chain. */
export function ChainNotice({ shown, broken }: { shown: number; broken: number }) {
  if (broken > 0) {
    return (
      <p role="alert" className="mb-3 rounded-md border border-bad bg-bad-wash p-3 text-bad">
        <strong>{broken === 1 ? 'One event on this page does' : `${broken} events on this page do`} not fit the chain:</strong> somebody changed the record past this site. Tell whoever runs it to run{' '}
        <code>npm run audit:verify</code>.
      </p>
    )
  }
  return (
    <p role="status" className="mb-3 text-sm text-soft">
      {shown === 1 ? 'The one event' : `All ${shown} events`} of this page {shown === 1 ? 'is' : 'are'} as written, each behind the one before it. <code>npm run audit:verify</code> proves it of the whole log.
    </p>
  )
}
