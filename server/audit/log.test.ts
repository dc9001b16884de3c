import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { auditFilterSchema, WHOLE_LOG, type AuditFilter } from '#domain/audit/filter.ts'
import type { Actor } from '#domain/people.ts'
import { db, inTransaction } from '../db.ts'
import { addNote } from '../stories/notes.ts'
import { changeRole } from '../staff/commands.ts'
import { anActor, aStory, done } from '../testing/builders.ts'
import { asOwner } from '../testing/database.ts'
import { auditChoices, auditLines, auditPage, type AuditLine } from './log.ts'
import { recordEvent } from './record.ts'

const narrowed = (filter: Record<string, string>): AuditFilter => auditFilterSchema.parse(filter)
const said = ({ who, before, about, after, details }: AuditLine) => `${who} ${before}${about ?? ''}${after}${details === null ? '' : ` (${details})`}`
const shown = async (actor: Actor, filter: Record<string, string>) => (await auditPage(actor, narrowed(filter)))?.lines.map(said) ?? []

describe('the audit log', async () => {
  const adviser = await anActor('ADVISER', 'Dana Cole')
  const { storyId, writer, editor, content } = await aStory('LIVE')

  it('is for advisers and admins alone, in every question about it', async () => {
    const nobody: Actor[] = [await anActor('WRITER'), await anActor('EDITOR'), JSON.parse(JSON.stringify({ ...adviser, role: 'READER' }))]
    for (const actor of nobody) {
      expect(await auditPage(actor, WHOLE_LOG)).toBeNull()
      expect(await auditLines(actor, WHOLE_LOG, 'UTC', 50)).toEqual([])
      expect(await auditChoices(actor, narrowed({ story: storyId }))).toEqual({ people: [], story: null })
    }
    expect((await auditPage(await anActor('ADMIN'), WHOLE_LOG))?.lines.length).toBeGreaterThan(0)
  })

  it('says in words what happened to a story, newest first, each in its place', async () => {
    const page = await auditPage(adviser, narrowed({ story: storyId }))
    expect(page?.lines.map(({ before, about, after }) => `${before}${about}${after}`)).toEqual([
      `published “${content.headline}”`, `approved “${content.headline}”`, `sent “${content.headline}” on for review`, `handed “${content.headline}” in`, `started “${content.headline}”`,
    ])
    expect(page?.lines[0]).toMatchObject({ who: editor.name, href: `/newsroom/stories/${storyId}/history`, intact: true, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect([page?.broken, page?.next]).toEqual([0, null])
  })

  it('narrows by person, kind, group and headline', async () => {
    expect(await shown(adviser, { who: writer.userId })).toEqual([`${writer.name} handed “${content.headline}” in`, `${writer.name} started “${content.headline}”`])
    expect(await shown(adviser, { who: writer.userId, kind: 'story.submit' })).toHaveLength(1)
    expect(await shown(adviser, { headline: content.headline.toUpperCase().slice(2, 20) })).toHaveLength(5)
    expect(await shown(adviser, { headline: '100%_' })).toEqual([])
    done(await changeRole(await anActor('ADMIN', 'Ada Min'), { userId: writer.userId, role: 'EDITOR' }))
    expect(await shown(adviser, { kind: 'staff' })).toEqual([`Ada Min changed the role of ${writer.name} (from writer to editor)`])
    expect(await shown(adviser, { who: 'paper' })).toEqual([])
    expect(await shown(adviser, { story: randomUUID() })).toEqual([])
  })

  it('counts a day as the clocks of the school do, also where they change', async () => {
    await db().paper.update({ where: { id: 1 }, data: { timeZone: 'America/Los_Angeles' }, select: { id: true } })
    const at = ['2026-03-08T07:59:59.999Z', '2026-03-08T08:00:00.000Z', '2026-03-09T06:59:59.999Z', '2026-03-09T07:00:00.000Z', '2026-11-01T06:59:59.999Z', '2026-11-01T07:00:00.000Z', '2026-11-02T07:59:59.999Z', '2026-11-02T08:00:00.000Z']
    for (const moment of at) await db().auditEvent.create({ data: { kind: 'paper.setUp', at: new Date(moment) }, select: { id: true } })
    const on = async (day: string) => (await auditPage(adviser, narrowed({ kind: 'paper.setUp', from: day, to: day })))?.lines.map((line) => line.at)
    expect(await on('2026-03-08')).toEqual([at[2], at[1]])
    expect(await on('2026-11-01')).toEqual([at[6], at[5]])
    expect((await auditPage(adviser, narrowed({ from: '2026-11-02', to: '2026-11-01' })))?.lines).toEqual([])
  })

  it('goes on behind the last event of a page, and misses none', async () => {
    const somebody = await anActor('EDITOR')
    for (let n = 0; n < 120; n += 1) await inTransaction((tx) => recordEvent(tx, { actor: somebody, kind: 'copydesk.wordAdded', data: { word: `word ${n}` } }))
    const words: string[] = []
    for (let before: string | null = null, pages = 0; pages < 3; pages += 1) {
      const page = await auditPage(adviser, narrowed({ who: somebody.userId, ...(before === null ? {} : { before }) }))
      words.push(...(page?.lines.map(({ details }) => details ?? '') ?? []))
      before = page?.next ?? null
      // Whatever happens meanwhile comes before, not in between.
      await inTransaction((tx) => recordEvent(tx, { actor: adviser, kind: 'account.signedOutEverywhere' }))
    }
    expect(words).toEqual(Array.from({ length: 120 }, (_, n) => `“word ${119 - n}”`))
  })

  it('still tells what is no longer there, and what it has no words for', async () => {
    const someone = await anActor('WRITER')
    await inTransaction((tx) => recordEvent(tx, { actor: someone, kind: 'media.deleted', subjectId: randomUUID() }))
    await db().auditEvent.create({ data: { actorId: randomUUID(), kind: 'story.teleported', storyId: randomUUID(), subjectId: 'no id', data: [1] }, select: { id: true } })
    expect((await shown(adviser, {})).slice(0, 2)).toEqual(['Somebody did something that this version has no words for (story.teleported)', `${someone.name} threw a picture away`])
  })

  it('marks the events that somebody changed past it, and what follows on a missing one', async () => {
    done(await addNote(adviser, { storyId, revisionId: (await db().story.findUniqueOrThrow({ where: { id: storyId }, select: { workingRevisionId: true } })).workingRevisionId ?? '', body: 'A note.', blocking: false, anchor: null, mentions: [] }))
    await asOwner(process.env.FP_TEST_OWNER_URL ?? '', (client) =>
      client.query(`ALTER TABLE "AuditEvent" DISABLE TRIGGER ALL; UPDATE "AuditEvent" SET "actorId" = NULL WHERE "storyId" = '${storyId}' AND "kind" = 'story.approve'; ALTER TABLE "AuditEvent" ENABLE TRIGGER ALL`),
    )
    const page = await auditPage(adviser, narrowed({ story: storyId }))
    expect([page?.broken, page?.lines.filter(({ intact }) => !intact).map(said)]).toEqual([1, [`The paper approved “${content.headline}”`]])
    await asOwner(process.env.FP_TEST_OWNER_URL ?? '', (client) =>
      client.query(`ALTER TABLE "AuditLink" DISABLE TRIGGER ALL; DELETE FROM "AuditLink" WHERE "eventId" = (SELECT "id" FROM "AuditEvent" WHERE "storyId" = '${storyId}' AND "kind" = 'story.submit'); ALTER TABLE "AuditLink" ENABLE TRIGGER ALL`),
    )
    expect((await auditPage(adviser, narrowed({ story: storyId })))?.lines.filter(({ intact }) => !intact).map(({ kind }) => kind)).toEqual(['story.approve', 'story.sendOn'])
  })
})
