import { describe, expect, test } from 'vitest'
import { wallTimeOf } from '#domain/school-time.ts'
import { db } from '../db.ts'
import { aStory, anActor, done, newestRevision, wholeContent } from '../testing/builders.ts'
import { createStory } from './commands.ts'
import { approveRevision, askWithdrawal, publishRevision, sendBack, sendOn, submitStory, withdrawStory } from './moves.ts'
import { resolveNote } from './notes.ts'
import { saveDraft } from './save.ts'
import { carryOut } from './timing/carry-out.ts'
import { liftEmbargo, scheduleStory, setEmbargo } from './timing/schedule.ts'

const standing = (storyId: string) => db().story.findUniqueOrThrow({ where: { id: storyId }, select: { state: true, version: true, liveRevisionId: true, workingRevisionId: true } })
const problems = (result: { ok: boolean; problems?: { message: string }[] }) => (result.ok ? 'it worked' : (result.problems ?? []).map(({ message }) => message).join(' '))
const kinds = async (storyId: string) => (await db().auditEvent.findMany({ where: { storyId }, orderBy: { id: 'asc' }, select: { kind: true } })).map(({ kind }) => kind)

describe('1. readers see exactly one approved revision', () => {
  test('an edit after the approval, even of a caption or a credit line, must be approved again', async () => {
    const story = await aStory('APPROVED')
    const edited = { ...story.content, bylines: story.content.bylines.map((byline) => ({ ...byline, credit: 'Sports Editor' })) }
    done(await saveDraft(story.editor, { storyId: story.storyId, version: 1, content: edited }))
    const after = await standing(story.storyId)
    expect(after.state).toBe('REVIEW')
    expect(after.workingRevisionId).not.toBe(story.revisionId)
    expect(problems(await publishRevision(story.editor, story))).toMatch(/cannot be done while the story is in review/)
  })

  test('saving the same words again does not undo an approval', async () => {
    const story = await aStory('APPROVED')
    const saved = done(await saveDraft(story.editor, { storyId: story.storyId, version: 1, content: story.content }))
    expect(saved.version).toBe(1)
    expect((await standing(story.storyId)).state).toBe('APPROVED')
  })

  test('a decision on an old revision is refused with what changed since', async () => {
    const story = await aStory('REVIEW')
    done(await saveDraft(story.editor, { storyId: story.storyId, version: 1, content: { ...story.content, deck: 'What it was about.' } }))
    const result = await approveRevision(story.adviser, story)
    expect(problems(result)).toMatch(/changed the story while you were reading, so nothing was decided/)
    expect(result.ok ? [] : result.changes?.map(({ label }) => label)).toEqual(['Deck'])
    expect((await standing(story.storyId)).state).toBe('REVIEW')
    expect(problems(await approveRevision(story.adviser, { storyId: story.storyId, revisionId: crypto.randomUUID() }))).toMatch(/no such revision/)
  })

  test('a live story that is edited stays live as it was until the new revision is published', async () => {
    const story = await aStory('LIVE')
    done(await saveDraft(story.writer, { storyId: story.storyId, version: 1, content: { ...story.content, headline: 'A new headline' } }))
    expect(await standing(story.storyId)).toMatchObject({ state: 'DRAFT', liveRevisionId: story.revisionId })
  })

  test('a plan publishes what was approved or nothing: an edit, however late, takes the plan away', async () => {
    const story = await aStory('APPROVED')
    const at = new Date(Date.now() + 120_000)
    done(await scheduleStory(story.editor, { ...story, ...wallTimeOf(at, 'America/Los_Angeles'), which: 'second' }))
    const { id } = await db().schedule.findFirstOrThrow({ where: { storyId: story.storyId }, select: { id: true } })
    done(await saveDraft(story.editor, { storyId: story.storyId, version: 1, content: { ...story.content, headline: 'Not what was approved' } }))
    await carryOut(id, new Date(at.getTime() + 60_000))
    expect(await standing(story.storyId)).toMatchObject({ state: 'REVIEW', liveRevisionId: null })
  })

  test('the database itself refuses an unapproved or foreign revision as live', async () => {
    const [story, other] = [await aStory('REVIEW'), await aStory('LIVE')]
    const point = (id: string) => db().story.update({ where: { id: story.storyId }, data: { liveRevisionId: id }, select: { id: true } })
    await expect(point(story.revisionId)).rejects.toThrow()
    await expect(point(other.revisionId)).rejects.toThrow()
  })

  test('approve and edit at once: what is published is what was approved', async () => {
    for (let round = 0; round < 25; round += 1) {
      const story = await aStory('REVIEW')
      const [approved, saved] = await Promise.all([
        approveRevision(story.adviser, story),
        saveDraft(story.editor, { storyId: story.storyId, version: 1, content: { ...story.content, headline: `Changed ${round}` } }),
      ])
      const revisionId = await newestRevision(story.storyId)
      const published = await publishRevision(story.editor, { storyId: story.storyId, revisionId })
      const after = await standing(story.storyId)
      expect(saved.ok).toBe(true)
      expect(published.ok).toBe(false)
      expect(after.liveRevisionId).toBeNull()
      expect(typeof approved.ok).toBe('boolean')
    }
  })
})

test('2. nobody approves a story that bears their own byline, nor one that they started', async () => {
  const adviser = await anActor('ADVISER')
  const signed = await aStory('REVIEW', { bylines: [{ staffId: adviser.staffId, name: null, credit: '' }] })
  expect(problems(await approveRevision(adviser, signed))).toBe('Nobody approves a story that they wrote or signed.')
  const { storyId, revisionId } = done(await createStory(adviser, { content: await wholeContent(signed.writer) }))
  done(await submitStory(adviser, { storyId, revisionId }))
  done(await sendOn(adviser, { storyId, revisionId }))
  expect(problems(await approveRevision(adviser, { storyId, revisionId }))).toBe('Nobody approves a story that they wrote or signed.')
  done(await approveRevision(signed.adviser, { storyId, revisionId }))
})

describe('3. unmet publish checks', () => {
  test('neither approve nor publish, and name each field', async () => {
    const story = await aStory('REVIEW')
    const content = { ...story.content, headline: '', sectionId: null, bylines: [] }
    done(await saveDraft(story.editor, { storyId: story.storyId, version: 1, content }))
    const result = await approveRevision(story.adviser, { storyId: story.storyId, revisionId: await newestRevision(story.storyId) })
    expect(result.ok ? [] : result.problems.map(({ field }) => field)).toEqual(['headline', 'section', 'bylines'])
  })

  test('an open blocking note holds up the approval until it is settled', async () => {
    const story = await aStory('REVIEW')
    done(await sendBack(story.adviser, { ...story, notes: 'Name the principal.', request: 'REQUIRED', reason: 'Readers must know who speaks.' }))
    expect(problems(await submitStory(story.writer, story))).toBe('One note must be settled first.')
    const { id } = await db().note.findFirstOrThrow({ where: { storyId: story.storyId }, select: { id: true } })
    done(await resolveNote(story.writer, { noteId: id }))
    done(await resolveNote(story.writer, { noteId: id }))
    done(await submitStory(story.writer, story))
    expect((await kinds(story.storyId)).filter((kind) => kind === 'note.resolved')).toHaveLength(1)
  })
})

test('4. an embargo holds for everybody, at every door, until it is over or an adviser lifts it', async () => {
  const story = await aStory('APPROVED')
  const admin = await anActor('ADMIN')
  const until = wallTimeOf(new Date(Date.now() + 3_600_000), 'America/Los_Angeles')
  done(await setEmbargo(story.editor, { storyId: story.storyId, ...until, which: 'second' }))
  for (const actor of [story.editor, story.adviser, admin]) expect(problems(await publishRevision(actor, story))).toMatch(/under embargo until/)
  expect(problems(await scheduleStory(admin, { ...story, ...wallTimeOf(new Date(Date.now() + 600_000), 'America/Los_Angeles'), which: 'second' }))).toMatch(/under embargo until/)
  for (const actor of [story.writer, story.editor]) expect((await liftEmbargo(actor, { storyId: story.storyId, reason: 'Because.' })).ok).toBe(false)
  expect((await standing(story.storyId)).liveRevisionId).toBeNull()
})

describe('5. no keystroke is lost', () => {
  test('a save on a stale version changes nothing and says who saved meanwhile', async () => {
    const story = await aStory('EDITING')
    done(await saveDraft(story.editor, { storyId: story.storyId, version: 1, content: { ...story.content, deck: 'First.' } }))
    const late = await saveDraft(story.adviser, { storyId: story.storyId, version: 1, content: { ...story.content, deck: 'Second.' } })
    expect(late).toMatchObject({ ok: false, stale: { savedBy: story.editor.name, version: 2 } })
    const newest = await db().revision.findUniqueOrThrow({ where: { id: await newestRevision(story.storyId) }, select: { deck: true } })
    expect(newest.deck).toBe('First.')
  })

  test('of many saves at once from one version exactly one is stored', async () => {
    const story = await aStory('EDITING')
    const saves = await Promise.all(
      Array.from({ length: 12 }, (_, index) => saveDraft(story.editor, { storyId: story.storyId, version: 1, content: { ...story.content, deck: `Save ${index}` } })),
    )
    expect(saves.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await standing(story.storyId)).version).toBe(2)
  })

  test('whoever writes within ten minutes extends the working revision and is named; a decision cuts a new one', async () => {
    const { storyId, writer, editor, content } = await aStory('DRAFT')
    const save = async (actor: typeof writer, version: number, deck: string) => done(await saveDraft(actor, { storyId, version, content: { ...content, deck } }))
    await save(writer, 1, 'one')
    await save(writer, 2, 'two')
    await save(editor, 3, 'three')
    expect(await db().revision.count({ where: { storyId } })).toBe(1)
    const revision = { revisionId: await newestRevision(storyId) }
    expect(await db().revisionContributor.findMany({ where: revision })).toEqual([{ ...revision, userId: editor.userId }])
    done(await submitStory(writer, { storyId, ...revision }))
    await save(editor, 4, 'four')
    expect(await db().revision.count({ where: { storyId } })).toBe(2)
  })
})

describe('7. every change of state has its audit event', () => {
  test('the whole way leaves one event a step, in order', async () => {
    const story = await aStory('WITHDRAWN')
    expect(await kinds(story.storyId)).toEqual(['story.created', 'story.submit', 'story.sendOn', 'story.approve', 'story.publish', 'story.withdraw'])
  })

  test('a refused command leaves neither a change nor an event', async () => {
    const story = await aStory('EDITING')
    const before = [await standing(story.storyId), await kinds(story.storyId)]
    for (const refused of [
      await submitStory(story.writer, story),
      await sendOn(story.writer, story),
      await approveRevision(story.adviser, story),
      await publishRevision(story.editor, story),
      await sendBack(story.editor, { ...story, notes: ' ', request: 'REQUIRED', reason: 'x' }),
      await withdrawStory(story.adviser, { ...story, reason: 'Not live.' }),
      await askWithdrawal(story.editor, { ...story, reason: 'Not live.' }),
    ]) expect(refused.ok).toBe(false)
    expect([await standing(story.storyId), await kinds(story.storyId)]).toEqual(before)
  })

  test('two who approve at once: one decision, one event', async () => {
    const story = await aStory('REVIEW')
    const other = await anActor('ADVISER')
    const results = await Promise.all([approveRevision(story.adviser, story), approveRevision(other, story)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await kinds(story.storyId)).filter((kind) => kind === 'story.approve')).toHaveLength(1)
  })

  test('audit events cannot be changed or deleted by SQL from the app’s own role', async () => {
    const story = await aStory('DRAFT')
    await expect(db().$executeRaw`UPDATE "AuditEvent" SET "kind" = 'x' WHERE "storyId" = ${story.storyId}::uuid`).rejects.toThrow()
    await expect(db().$executeRaw`DELETE FROM "AuditEvent" WHERE "storyId" = ${story.storyId}::uuid`).rejects.toThrow()
    await expect(db().$executeRaw`TRUNCATE "AuditEvent"`).rejects.toThrow()
    await expect(db().$executeRaw`ALTER TABLE "AuditEvent" DISABLE TRIGGER ALL`).rejects.toThrow()
    expect(await kinds(story.storyId)).toEqual(['story.created'])
  })
})

test('history is never rewritten: a revision that a decision names is refused every change', async () => {
  const { storyId, revisionId } = await aStory('EDITING')
  await expect(db().revision.update({ where: { id: revisionId }, data: { headline: 'Other' }, select: { id: true } })).rejects.toThrow()
  await expect(db().revision.update({ where: { id: revisionId }, data: { frozenAt: null }, select: { id: true } })).rejects.toThrow()
  await expect(db().byline.deleteMany({ where: { revisionId } })).rejects.toThrow()
  await expect(db().revisionTag.deleteMany({ where: { revisionId } })).rejects.toThrow()
  await expect(db().byline.create({ data: { revisionId, position: 5, name: 'Somebody' }, select: { id: true } })).rejects.toThrow()
  await expect(db().review.deleteMany({ where: { storyId } })).resolves.toEqual({ count: 0 })
})

describe('addresses', () => {
  test('two stories of one headline get two addresses; a moved story keeps its old one', async () => {
    const first = await aStory('APPROVED', { headline: 'Same words here' })
    const one = done(await publishRevision(first.editor, first))
    const second = await aStory('APPROVED', { headline: 'Same words here', sectionId: first.content.sectionId })
    const two = done(await publishRevision(second.editor, second))
    expect(two.path).toBe(`${one.path}-2`)
    done(await saveDraft(first.editor, { storyId: first.storyId, version: 1, content: { ...first.content, slug: 'other-words' } }))
    const decision = { storyId: first.storyId, revisionId: await newestRevision(first.storyId) }
    const change = { kind: 'TYPO', note: '' } as const
    done(await submitStory(first.editor, { ...decision, change }))
    done(await sendOn(first.editor, decision))
    done(await approveRevision(first.adviser, decision))
    const moved = done(await publishRevision(first.editor, { ...decision, change }))
    expect(moved.path).toMatch(/\/other-words$/)
    expect(moved.tags).toEqual(expect.arrayContaining([`address:${one.path.slice(1)}`, `address:${moved.path.slice(1)}`]))
    const kept = await db().address.findMany({ where: { storyId: first.storyId }, orderBy: { createdAt: 'asc' }, select: { slug: true, current: true } })
    expect(kept).toEqual([{ slug: 'same-words-here', current: false }, { slug: 'other-words', current: true }])
  })

  test('publications that want one address at once each get their own', async () => {
    const first = await aStory('APPROVED', { headline: 'Everybody at once' })
    const rest = await Promise.all(Array.from({ length: 5 }, () => aStory('APPROVED', { headline: 'Everybody at once', sectionId: first.content.sectionId })))
    const paths = await Promise.all([first, ...rest].map(async (story) => done(await publishRevision(story.editor, story)).path))
    expect(new Set(paths).size).toBe(6)
  })
})

describe('what an approval names cannot be changed under the approver’s hand', () => {
  test('in review every save cuts a new revision, so that a decision on the one before is refused with the difference', async () => {
    const story = await aStory('REVIEW')
    const save = async (version: number, deck: string) => done(await saveDraft(story.editor, { storyId: story.storyId, version, content: { ...story.content, deck } }))
    await save(1, 'What the adviser reads.')
    const read = await newestRevision(story.storyId)
    await save(2, 'What nobody read.')
    const result = await approveRevision(story.adviser, { storyId: story.storyId, revisionId: read })
    expect(result.ok).toBe(false)
    expect(result.ok ? [] : result.changes?.map(({ label }) => label)).toEqual(['Deck'])
  })

  test('a withdrawal names the live revision that the person saw', async () => {
    const story = await aStory('LIVE')
    const other = { ...story, revisionId: crypto.randomUUID(), reason: 'About something else.' }
    expect(problems(await withdrawStory(story.adviser, other))).toMatch(/newer version was published/)
    expect(problems(await askWithdrawal(story.editor, other))).toMatch(/newer version was published/)
    expect((await standing(story.storyId)).liveRevisionId).toBe(story.revisionId)
  })

  test('neither a name typed by hand nor a byline taken off lets anybody approve their own words', async () => {
    const adviser = await anActor('ADVISER', 'Ana Ruiz-Testcase')
    const typed = await aStory('REVIEW', { bylines: [{ staffId: null, name: ' ana ruiz-testcase ', credit: '' }] })
    expect(problems(await approveRevision(adviser, typed))).toBe('Nobody approves a story that they wrote or signed.')
    const signed = await aStory('REVIEW', { bylines: [{ staffId: adviser.staffId, name: null, credit: '' }] })
    done(await saveDraft(adviser, { storyId: signed.storyId, version: 1, content: { ...signed.content, bylines: [{ staffId: signed.writer.staffId, name: null, credit: '' }] } }))
    const revisionId = await newestRevision(signed.storyId)
    expect(problems(await approveRevision(adviser, { storyId: signed.storyId, revisionId }))).toBe('Nobody approves a story that they wrote or signed.')
    done(await approveRevision(signed.adviser, { storyId: signed.storyId, revisionId }))
    const bylines = [{ staffId: typed.writer.staffId, name: null, credit: '' }]
    done(await saveDraft(adviser, { storyId: typed.storyId, version: 1, content: { ...typed.content, bylines } }))
    const takenOff = { storyId: typed.storyId, revisionId: await newestRevision(typed.storyId) }
    expect(problems(await approveRevision(adviser, takenOff))).toBe('Nobody approves a story that they wrote or signed.')
    done(await approveRevision(typed.adviser, takenOff))
  })

  test('somebody deactivated or demoted meanwhile can do nothing more with a request begun before', async () => {
    const story = await aStory('REVIEW')
    await db().user.update({ where: { id: story.adviser.userId }, data: { role: 'WRITER' }, select: { id: true } })
    expect(problems(await approveRevision(story.adviser, story))).toBe('Your role does not include this.')
    await db().user.update({ where: { id: story.editor.userId }, data: { deactivatedAt: new Date() }, select: { id: true } })
    expect(problems(await saveDraft(story.editor, { storyId: story.storyId, version: 1, content: { ...story.content, deck: 'Late.' } }))).toMatch(/signed out/)
    expect(problems(await createStory(story.editor))).toMatch(/signed out/)
  })

  test('a temporary table cannot stand in for the real one to get past the triggers', async () => {
    const story = await aStory('EDITING')
    const cheat = db().$transaction(async (tx) => {
      await tx.$executeRawUnsafe('CREATE TEMP TABLE "Revision" ("id" uuid, "storyId" uuid, "frozenAt" timestamptz) ON COMMIT DROP')
      await tx.$executeRaw`DELETE FROM public."Byline" WHERE "revisionId" = ${story.revisionId}::uuid`
    })
    await expect(cheat).rejects.toThrow(/frozen/)
  })
})

test('an approval and an address stay with their story when a numbered address is wanted by two at once', async () => {
  const first = await aStory('APPROVED', { headline: 'Game' })
  done(await publishRevision(first.editor, first))
  const sectionId = first.content.sectionId
  const [x, y] = [await aStory('APPROVED', { headline: 'Game', sectionId }), await aStory('APPROVED', { headline: 'Other', slug: 'game-2', sectionId })]
  const paths = await Promise.all([x, y].map(async (story) => done(await publishRevision(story.editor, story)).path))
  expect(new Set(paths).size).toBe(2)
  for (const story of [x, y]) expect(await db().address.count({ where: { storyId: story.storyId, current: true } })).toBe(1)
})
