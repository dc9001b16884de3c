import 'server-only'
import type { Actor } from '#domain/people.ts'
import type { PaperSettingsInput } from '#domain/settings.ts'
import { isFreeSectionSlug, slugify } from '#domain/slug.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction } from '../db.ts'
import { tags } from '../stories/cache.ts'
import { isPageAddress, lockRootAddresses } from '../stories/page-address.ts'
import { lockPaperFor } from './lock.ts'

/** Changes the paper's name, motto and time zone. The audit event names the fields that changed. */
export function changeSettings(actor: Actor, input: PaperSettingsInput): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await lockPaperFor(tx, actor)
      const before = await tx.paper.findUnique({ where: { id: 1 }, select: { name: true, motto: true, timeZone: true } })
      if (before === null) throw new Refusal('The paper is not set up yet.')
      const changed = (['name', 'motto', 'timeZone'] as const).filter((field) => before[field] !== input[field])
      if (changed.length === 0) return { ok: true, tags: [] }
      const { name, motto, timeZone } = input
      await tx.paper.update({ where: { id: 1 }, data: { name, motto, timeZone }, select: { id: true } })
      await recordEvent(tx, { actor: acting, kind: 'paper.settingsChanged', data: { changed } })
      return { ok: true, tags: [tags.paper()] }
    }),
  )
}

/** Adds a section behind the others; its address is made from its name and stays when the name changes. */
export function addSection(actor: Actor, { name }: { name: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await lockPaperFor(tx, actor)
      const slug = slugify(name)
      if (!isFreeSectionSlug(slug)) throw new Refusal('This name cannot be used as a web address. Choose another one.', 'name')
      await lockRootAddresses(tx)
      if (await isPageAddress(tx, slug)) throw new Refusal(`A page of the paper has or had the address /${slug}. Choose another name.`, 'name')
      if ((await tx.section.count({ where: { slug } })) > 0) throw new Refusal('There is a section with this name already.', 'name')
      const last = await tx.section.aggregate({ _max: { position: true } })
      const { id } = await tx.section.create({ data: { slug, name, position: (last._max.position ?? 0) + 1 }, select: { id: true } })
      await recordEvent(tx, { actor: acting, kind: 'section.created', subjectId: id })
      return { ok: true, tags: [tags.paper(), tags.section(slug)] }
    }),
  )
}

type SectionChange = { sectionId: string; name: string; move: 'up' | 'down' | 'stay'; needsRiskChecklist: boolean }

/** Renames a section, says whether its stories need a risk checklist, and moves it one place up or down if asked. */
export function changeSection(actor: Actor, { sectionId, name, move, needsRiskChecklist }: SectionChange): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await lockPaperFor(tx, actor)
      const sections = await tx.section.findMany({ orderBy: { position: 'asc' }, select: { id: true, slug: true, position: true } })
      const index = sections.findIndex(({ id }) => id === sectionId)
      const section = sections[index]
      if (section === undefined) throw new Refusal('There is no such section.')
      await tx.section.update({ where: { id: sectionId }, data: { name, needsRiskChecklist }, select: { id: true } })
      const other = sections[move === 'up' ? index - 1 : move === 'down' ? index + 1 : -1]
      if (other !== undefined) {
        await tx.section.update({ where: { id: other.id }, data: { position: section.position }, select: { id: true } })
        await tx.section.update({ where: { id: section.id }, data: { position: other.position }, select: { id: true } })
      }
      await recordEvent(tx, { actor: acting, kind: 'section.changed', subjectId: sectionId })
      return { ok: true, tags: [tags.paper(), tags.section(section.slug)] }
    }),
  )
}
