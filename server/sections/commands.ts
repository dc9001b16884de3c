import 'server-only'
import type { Actor } from '#domain/people.ts'
import { sectionsInOrder, type SectionChange } from '#domain/sections.ts'
import { isFreeSectionSlug, slugify } from '#domain/slug.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { lockPaperFor } from '../settings/lock.ts'
import { tags } from '../stories/cache.ts'
import { isPageAddress, lockRootAddresses } from '../stories/page-address.ts'
import { moveAddresses } from './move-addresses.ts'

// Sections stand on every page of the paper, in addresses and on the front page.
const everything = (...slugs: string[]) => [tags.paper(), tags.front(), ...slugs.map((slug) => tags.section(slug))]

const ROW = { id: true, slug: true, name: true, color: true, position: true, parentId: true, closedAt: true, mergedIntoId: true, needsRiskChecklist: true } as const

async function sectionOf(tx: Tx, id: string) {
  const section = await tx.section.findUnique({ where: { id }, select: ROW })
  if (section === null) throw new Refusal('There is no such section.')
  if (section.mergedIntoId !== null) throw new Refusal('Another section has taken this one over.')
  return section
}

/** Refuses a parent that is no section of its own, or would make three levels. */
async function checkParent(tx: Tx, parentId: string | null, sectionId: string | null): Promise<void> {
  if (parentId === null) return
  const parent = await tx.section.findUnique({ where: { id: parentId }, select: ROW })
  if (parent === null || parent.closedAt !== null) throw new Refusal('Choose a section that is open.', 'parentId')
  if (parent.id === sectionId || parent.parentId !== null) throw new Refusal('Sections have parts, but those have none: choose another section.', 'parentId')
  if (sectionId !== null && (await tx.section.count({ where: { parentId: sectionId } })) > 0) throw new Refusal('This section has parts of its own. Give those another place first.', 'parentId')
}

/** Refuses an address that another section, or a page of the paper, has or had. */
async function checkSlug(tx: Tx, slug: string, sectionId: string | null, field: string): Promise<void> {
  const [now, former] = [await tx.section.findUnique({ where: { slug }, select: { id: true } }), await tx.sectionSlug.findUnique({ where: { slug }, select: { sectionId: true } })]
  if (now !== null && now.id !== sectionId) throw new Refusal('There is a section with this address already.', field)
  if (former !== null && former.sectionId !== sectionId) throw new Refusal('This address leads to another section, which had it before. Choose another one.', field)
  await lockRootAddresses(tx)
  if (await isPageAddress(tx, slug)) throw new Refusal(`A page of the paper has or had the address /${slug}. Choose another one.`, field)
}

/** Adds a section behind the others, or as a part of one; its address is made from its name. */
export function addSection(actor: Actor, { name, parentId = null }: { name: string; parentId?: string | null }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await lockPaperFor(tx, actor)
      const slug = slugify(name)
      if (!isFreeSectionSlug(slug)) throw new Refusal('This name cannot be used as a web address. Choose another one.', 'name')
      await checkSlug(tx, slug, null, 'name')
      await checkParent(tx, parentId, null)
      const last = await tx.section.aggregate({ _max: { position: true } })
      const { id } = await tx.section.create({ data: { slug, name, parentId, position: (last._max.position ?? 0) + 1 }, select: { id: true } })
      await recordEvent(tx, { actor: acting, kind: 'section.created', subjectId: id })
      return { ok: true, tags: everything(slug) }
    }),
  )
}

/** Changes what a section is called, where it is, which one it is part of, its colour, and whether its stories need a risk checklist. */
export function changeSection(actor: Actor, { sectionId, ...to }: SectionChange): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await lockPaperFor(tx, actor)
      const section = await sectionOf(tx, sectionId)
      const changed = (['name', 'slug', 'color', 'parentId', 'needsRiskChecklist'] as const).filter((field) => section[field] !== to[field])
      if (changed.length === 0) return { ok: true, tags: [] }
      await checkParent(tx, to.parentId, sectionId)
      await checkSlug(tx, to.slug, sectionId, 'slug')
      const moves = section.slug !== to.slug
      if (moves) {
        // Back to an address that it had: then that one is no former one any more.
        await tx.sectionSlug.deleteMany({ where: { slug: to.slug } })
        await tx.sectionSlug.create({ data: { slug: section.slug, sectionId }, select: { slug: true } })
      }
      await tx.section.update({ where: { id: sectionId }, data: to, select: { id: true } })
      const stories = moves ? await moveAddresses(tx, section.slug, to.slug) : 0
      await recordEvent(tx, { actor: acting, kind: 'section.changed', subjectId: sectionId, data: { changed, ...(moves ? { from: section.slug, to: to.slug, stories } : {}) } })
      return { ok: true, tags: everything(section.slug, to.slug) }
    }),
  )
}

/** Moves a section one place up or down among those beside it. */
export function moveSection(actor: Actor, { sectionId, move }: { sectionId: string; move: 'up' | 'down' }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await lockPaperFor(tx, actor)
      const section = await sectionOf(tx, sectionId)
      const beside = sectionsInOrder(await tx.section.findMany({ where: { mergedIntoId: null, parentId: section.parentId }, select: ROW }))
      const from = beside.findIndex(({ id }) => id === sectionId)
      const other = beside[move === 'up' ? from - 1 : from + 1]
      if (other === undefined) throw new Refusal(move === 'up' ? 'It is the first already.' : 'It is the last already.')
      const order = beside.with(from, other).with(beside.indexOf(other), section)
      // Numbers that were given twice, as by an import, are put right on the way.
      for (const [index, { id }] of order.entries()) await tx.section.update({ where: { id }, data: { position: index + 1 }, select: { id: true } })
      await recordEvent(tx, { actor: acting, kind: 'section.changed', subjectId: sectionId, data: { changed: ['position'] } })
      return { ok: true, tags: everything() }
    }),
  )
}

/** Closes a section: nothing new is begun for it and it leaves the masthead; its stories and their addresses stay. Or opens it again. */
export function setSectionClosed(actor: Actor, { sectionId, closed }: { sectionId: string; closed: boolean }, now: Date): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await lockPaperFor(tx, actor)
      const section = await sectionOf(tx, sectionId)
      if ((section.closedAt !== null) === closed) return { ok: true, tags: [] }
      if (closed && (await tx.section.count({ where: { parentId: sectionId, closedAt: null } })) > 0) throw new Refusal('It has parts that are open. Close those first, or give them another place.')
      if (closed && (await tx.section.count({ where: { closedAt: null } })) === 1) throw new Refusal('A paper keeps at least one section open.')
      if (!closed) await checkParent(tx, section.parentId, sectionId)
      await tx.section.update({ where: { id: sectionId }, data: { closedAt: closed ? now : null }, select: { id: true } })
      await recordEvent(tx, { actor: acting, kind: closed ? 'section.closed' : 'section.opened', subjectId: sectionId })
      return { ok: true, tags: everything(section.slug) }
    }),
  )
}

/** Gives all stories of a section to another one, for good: readers find them there, and every address of before leads there. */
export function mergeSection(actor: Actor, { sectionId, intoId }: { sectionId: string; intoId: string }, now: Date): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await lockPaperFor(tx, actor)
      const [section, into] = [await sectionOf(tx, sectionId), await tx.section.findUnique({ where: { id: intoId }, select: ROW })]
      if (into === null || into.closedAt !== null || into.id === sectionId) throw new Refusal('Choose another section, one that is open.', 'intoId')
      if ((await tx.section.count({ where: { parentId: sectionId } })) > 0) throw new Refusal('It has parts. Give those another place first.', 'intoId')
      await tx.section.updateMany({ where: { OR: [{ id: sectionId }, { mergedIntoId: sectionId }] }, data: { mergedIntoId: intoId, closedAt: now, parentId: null } })
      const stories = await moveAddresses(tx, section.slug, into.slug)
      await recordEvent(tx, { actor: acting, kind: 'section.merged', subjectId: sectionId, data: { into: intoId, stories } })
      return { ok: true, tags: everything(section.slug, into.slug) }
    }),
  )
}
