import { AuditFilters } from '#components/newsroom/audit/audit-filters.tsx'
import { AuditLines, ChainNotice } from '#components/newsroom/audit/audit-lines.tsx'
import { TermRecord } from '#components/newsroom/audit/term-record.tsx'
import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { auditFilterSchema, filterQuery, isNarrowed } from '#domain/audit/filter.ts'
import { decide } from '#domain/policy.ts'
import { schoolYear, schoolYearDays } from '#domain/school-year.ts'
import { storableDeep } from '#domain/storable.ts'
import { auditChoices, auditPage } from '#server/audit/log.ts'
import { requireActor } from '#server/auth/actor.ts'

export const metadata = { title: 'Audit log' }

export default async function AuditLogPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  const filter = auditFilterSchema.parse(storableDeep(await searchParams))
  const [page, choices] = await Promise.all([auditPage(actor, filter), auditChoices(actor, filter)])
  if (page === null) {
    const verdict = decide(actor.role, 'readAudit')
    return <Forbidden reason={verdict.allowed ? '' : verdict.reason} />
  }
  const { lines, next, broken, timeZone, today } = page
  const days = { from: filter.from ?? schoolYearDays(schoolYear(new Date(), timeZone)).from, to: filter.to ?? today }
  return (
    <>
      <PageHeader
        title="Audit log"
        lead="Who did what to which thing, and when. Nothing in it can be changed or taken out without a trace."
        action={
          <a href={`/api/audit/log${filterQuery({ ...filter, before: null })}`} className="button max-lg:min-h-11 print:hidden">
            Download CSV
          </a>
        }
      />
      <AuditFilters filter={filter} choices={choices} today={today} />
      {lines.length === 0 ? (
        <p className="py-8 text-soft">{isNarrowed(filter) || filter.before !== null ? 'Nothing in the log fits.' : 'Nothing has happened yet.'}</p>
      ) : (
        <>
          <ChainNotice shown={lines.length} broken={broken} />
          <AuditLines lines={lines} timeZone={timeZone} />
        </>
      )}
      {next !== null && (
        <p className="mt-4 print:hidden">
          <a href={`/newsroom/audit${filterQuery({ ...filter, before: next })}`} className="button max-lg:min-h-11">
            Older events
          </a>
        </p>
      )}
      <TermRecord from={days.from} to={days.to} />
    </>
  )
}
