import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { db } from '../db.ts'
import { LINE, toldOf, toLine, type StoryLine } from './lists.ts'

/** A paper has a dozen pages, not hundreds. */
const MOST = 100

/** The pages as the newsroom lists them: every one, those that changed last first. */
export async function pageLines(actor: Actor): Promise<StoryLine[]> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return []
  const rows = await db().story.findMany({ where: { kind: 'PAGE' }, orderBy: [{ stateSince: 'desc' }, { id: 'desc' }], take: MOST, select: LINE })
  const told = await toldOf(actor, rows)
  return rows.map((row) => toLine(actor, row, told))
}
