import 'server-only'
import { z } from 'zod'
import { readLook, type PaperLook } from '#domain/look/look.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import type { PaperView } from '#domain/story-view.ts'
import { db } from '../db.ts'
import { readPaper } from '../settings/read-paper.ts'
import { lookState } from './state.ts'

/** An address of the paper's own that a link can lead to. */
export type OwnAddress = { href: string; name: string }
/** What the screen shows: one's own draft where there is one, else what readers see. `version`: that it was begun on; `own`: the sections and pages of the paper. */
export type LookDesk = { paper: PaperLook; version: number; draft: { at: Date } | null; own: OwnAddress[] }

const storedDraft = z.object({ name: z.string(), motto: z.string(), language: z.enum(['en', 'es']), timeZone: z.string(), look: z.unknown().transform(readLook) })

async function draftOf(actor: Actor): Promise<{ base: number; at: Date; paper: PaperLook } | null> {
  const row = await db().lookDraft.findUnique({ where: { userId: actor.userId }, select: { base: true, look: true, changedAt: true } })
  const read = storedDraft.safeParse(row?.look)
  return row === null || !read.success ? null : { base: row.base, at: row.changedAt, paper: read.data }
}

/** How the paper looks, for whoever may change it; null for others, and where no paper is set up. */
export async function lookDesk(actor: Actor): Promise<LookDesk | null> {
  if (!decide(actor.role, 'changeSettings').allowed) return null
  const [state, draft, { sections, pages }] = await Promise.all([lookState(db()), draftOf(actor), readPaper()])
  if (state === null) return null
  const own = [...sections.map(({ slug, name }) => ({ href: `/${slug}`, name })), ...pages.map(({ path, title }) => ({ href: path, name: title }))]
  return draft === null ? { ...state, draft: null, own } : { paper: draft.paper, version: draft.base, draft: { at: draft.at }, own }
}

/** The paper as it would be with one's own draft; as it is where there is none; null for whoever may not change it. */
export async function lookPreview(actor: Actor): Promise<PaperView | null> {
  if (!decide(actor.role, 'changeSettings').allowed) return null
  const [paper, draft] = [await readPaper(), await draftOf(actor)]
  return draft === null ? paper : { ...paper, ...draft.paper }
}
