import 'server-only'
import type { LibraryDetail } from '#domain/media-library.ts'
import { isRights, RIGHTS_NAMES } from '#domain/media.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { db } from '../../db.ts'

const MOST = 30

const FIELD_NAMES: Record<string, string> = {
  caption: 'caption', alt: 'alt text', credit: 'credit', copyright: 'copyright', takenAt: 'date', place: 'place', people: 'people', focalX: 'focal point', focalY: 'focal point',
}

/** Who did what to this picture, newest first. */
export async function historyOf(assetId: string): Promise<LibraryDetail['history']> {
  const events = await db().auditEvent.findMany({
    where: { subjectId: assetId, kind: { startsWith: 'media.' } },
    orderBy: { id: 'desc' },
    take: MOST,
    select: { at: true, actorId: true, kind: true, data: true },
  })
  const ids = [...new Set(events.flatMap(({ actorId }) => actorId ?? []))]
  const users = await db().user.findMany({ where: { id: { in: ids } }, select: { id: true, staff: { select: { name: true } } } })
  const names = new Map(users.map(({ id, staff }) => [id, staff.name]))
  return events.map(({ at, actorId, kind, data }) => ({ at: at.toISOString(), by: names.get(actorId ?? '') ?? 'Somebody', what: whatHappened(kind, data) }))
}

function whatHappened(kind: string, data: Prisma.JsonValue): string {
  switch (kind) {
    case 'media.uploaded':
      return 'uploaded it'
    case 'media.wordsChanged':
      return `changed ${changedFields(data)}`
    case 'media.rightsChanged':
      return `changed its rights${rightNamed(data)}`
    case 'media.fairUseApproved':
      return 'agreed that it is fair use'
    case 'media.proofAdded':
      return 'added a file as proof'
    case 'media.proofRemoved':
      return 'removed the file kept as proof'
    case 'media.replaced':
      return 'replaced it'
    default:
      return 'changed it'
  }
}

function valueOf(data: Prisma.JsonValue, name: string): unknown {
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? data[name] : undefined
}

function changedFields(data: Prisma.JsonValue): string {
  const changed = valueOf(data, 'changed')
  const names = Array.isArray(changed) ? changed.flatMap((field) => (typeof field === 'string' ? (FIELD_NAMES[field] ?? []) : [])) : []
  return names.length === 0 ? 'its words' : `its ${[...new Set(names)].join(', ')}`
}

function rightNamed(data: Prisma.JsonValue): string {
  const to = valueOf(data, 'to')
  return typeof to === 'string' && isRights(to) ? ` to “${RIGHTS_NAMES[to]}”` : ''
}
