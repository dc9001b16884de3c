import { z } from 'zod'
import { dayIn, daysAfter, instantOf } from '../day.ts'
import { AUDIT_GROUPS, AUDIT_KINDS, isAuditKind } from './kinds.ts'

/** What the audit log can be narrowed to, as it stands in an address. */

/** In the place of a person: what nobody did, but the paper by itself. */
export const THE_PAPER = 'paper'
const KINDS: readonly string[] = [...Object.keys(AUDIT_GROUPS), ...Object.keys(AUDIT_KINDS)]
const MAX_HEADLINE = 200

/** A day, "2026-11-24". */
export const daySchema = z.iso.date().refine((day) => day >= '1970-01-01')
const day = daySchema.nullable().catch(null)

/** What does not fit is left out instead of refused. */
export const auditFilterSchema = z.object({
  /** The account of a person, or THE_PAPER. */
  who: z.union([z.uuid(), z.literal(THE_PAPER)]).nullable().catch(null),
  story: z.uuid().nullable().catch(null),
  /** Words of a story's headline as it is now. */
  headline: z.string().catch('').transform((text) => [...text.trim()].slice(0, MAX_HEADLINE).join('')),
  /** A kind, or a group of them. */
  kind: z.string().refine((kind) => KINDS.includes(kind)).nullable().catch(null),
  /** The first and the last day, in the paper's time zone. */
  from: day,
  to: day,
  /** Only what stands before this place of the chain: where the page before ended. */
  before: z.string().regex(/^[1-9]\d{0,17}$/).nullable().catch(null),
})
export type AuditFilter = z.infer<typeof auditFilterSchema>

/** Everything, from the newest on. */
export const WHOLE_LOG: AuditFilter = auditFilterSchema.parse({})

const NARROWING = ['who', 'story', 'headline', 'kind', 'from', 'to'] as const

/** Whether the filter leaves anything out. */
export function isNarrowed(filter: AuditFilter): boolean {
  return NARROWING.some((name) => filter[name] !== null && filter[name] !== '')
}

/** What the filter narrows to, by name; what is not set is left out. */
export function narrowing(filter: AuditFilter): Record<string, string> {
  return Object.fromEntries(NARROWING.flatMap((name) => (filter[name] === null || filter[name] === '' ? [] : [[name, filter[name]]])))
}

/** The query of an address that shows this, "?kind=story"; empty for everything. */
export function filterQuery(filter: AuditFilter): string {
  const query = new URLSearchParams({ ...narrowing(filter), ...(filter.before === null ? {} : { before: filter.before }) }).toString()
  return query === '' ? '' : `?${query}`
}

/** The kinds that are asked for: one by its name, or all that begin so; null: all. */
export function kindsAsked({ kind }: Pick<AuditFilter, 'kind'>): { name: string } | { beginning: string } | null {
  if (kind === null) return null
  return isAuditKind(kind) ? { name: kind } : { beginning: `${kind}.` }
}

const HOUR = 3_600_000

/** The first instant of a day. Where the clocks skip midnight itself, as in Chile, that is one o'clock. */
function startOf(day: string, timeZone: string): Date | null {
  const at = instantOf(`${day}T00:00:00`, timeZone)
  return at === null || dayIn(at, timeZone) >= day ? at : new Date(at.getTime() + HOUR)
}

/** The instants that days of a time zone stand for: from the beginning of the one up to before the end of the other; null: no limit. */
export function spanOf({ from, to }: Pick<AuditFilter, 'from' | 'to'>, timeZone: string): { from: Date | null; before: Date | null } {
  return { from: from === null ? null : startOf(from, timeZone), before: to === null ? null : startOf(daysAfter(to, 1), timeZone) }
}
