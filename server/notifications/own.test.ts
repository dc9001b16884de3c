import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { NotificationKind } from '#domain/notifications/kinds.ts'
import { fieldsOf, notificationSettingsSchema } from '#domain/notifications/settings.ts'
import type { Actor } from '#domain/people.ts'
import { db, inTransaction } from '../db.ts'
import { unseal } from '../mail/seal.ts'
import { changeRole } from '../staff/commands.ts'
import { addNote } from '../stories/notes.ts'
import { approveRevision, sendBack } from '../stories/moves.ts'
import { aStory, anActor, done } from '../testing/builders.ts'
import { asOwner } from '../testing/database.ts'
import { changeOwnSettings, openNotification, ownSettings, readAll } from './commands.ts'
import { notify } from './notify.ts'
import { notificationPage, unreadCount } from './queries.ts'

const ALL = { unread: false, before: null } as const
const MINUTE = 60_000
const after = (ms: number) => void (process.env.FP_TEST_CLOCK = String(ms))
const tell = (notice: Parameters<typeof notify>[1]) => inTransaction((tx) => notify(tx, notice))
const rowsOf = (actor: Actor) => db().notification.findMany({ where: { userId: actor.userId }, orderBy: { at: 'asc' }, select: { id: true, kind: true, count: true, readAt: true, inApp: true, toDigest: true, mailId: true, storyId: true, subjectId: true } })
const mailsTo = async (actor: Actor) => (await db().outgoingMail.findMany({ where: { userId: actor.userId }, orderBy: { createdAt: 'asc' }, select: { id: true, sealed: true } })).map(({ id, sealed }) => unseal(id, sealed))

/** What one chooses of a kind, through the form. */
async function choose(actor: Actor, kind: NotificationKind, { app, mail }: { app: boolean; mail: string }, digest = 'DAILY'): Promise<void> {
  const { app: ticked, mail: chosen } = fieldsOf(kind)
  done(await changeOwnSettings(actor, notificationSettingsSchema.parse({ ...(app ? { [ticked]: 'on' } : {}), [chosen]: mail, digest, digestHour: '7' })))
}

beforeAll(() => {
  process.env.FP_MAIL_CATCH_ALL = '1'
})
beforeEach(() => after(0))
afterEach(() => after(0))

describe('one’s own list', () => {
  test('is nobody else’s: not to see, not to open, not to mark', async () => {
    const story = await aStory('REVIEW')
    done(await sendBack(story.adviser, { ...story, notes: 'Round it.', request: 'SUGGESTION', reason: '' }))
    const [row] = (await rowsOf(story.writer)).filter(({ kind }) => kind === 'story.sentBack')
    const id = row?.id ?? ''
    for (const role of ['WRITER', 'EDITOR', 'ADVISER', 'ADMIN'] as const) {
      const stranger = await anActor(role)
      expect(await openNotification(stranger, id)).toBeNull()
      expect((await notificationPage(stranger, { unread: false, before: id })).lines.map((line) => line.id)).not.toContain(id)
      done(await readAll(stranger, { until: new Date(Date.now() + MINUTE) }))
    }
    expect(await unreadCount(story.writer)).toBe(1)
    expect(await openNotification(story.writer, id)).toBe(`/newsroom/stories/${story.storyId}/review`)
    expect(await openNotification(story.writer, id)).toBe(`/newsroom/stories/${story.storyId}/review`)
    expect(await unreadCount(story.writer)).toBe(0)
    expect(await openNotification(story.writer, '00000000-0000-4000-8000-000000000000')).toBeNull()
  })

  test('tells the headline as it is now, and nothing to somebody whose business it is no more', async () => {
    const [story, editor, admin] = [await aStory('DRAFT'), await anActor('EDITOR'), await anActor('ADMIN')]
    await tell({ kind: 'request.received', to: [editor.userId], byId: null, storyId: story.storyId })
    const sentence = async (actor: Actor) => (await notificationPage(actor, ALL)).lines[0]?.sentence
    expect(await sentence(editor)).toMatchObject({ about: story.content.headline, titled: true })
    done(await changeRole(admin, { userId: editor.userId, role: 'WRITER' }))
    expect(await sentence({ ...editor, role: 'WRITER' })).toEqual({ before: 'A reader asks for a change in ', about: 'something that you can no longer see', titled: false, after: '' })
  })

  test('is read page by page, and what came after the page was made stays unread', async () => {
    const writer = await anActor('WRITER')
    for (let day = 0; day < 120; day += 1) {
      after(day * MINUTE)
      await tell({ kind: 'story.approved', to: [writer.userId], byId: null })
    }
    const seen: string[] = []
    let before: string | null = null
    do {
      const page: Awaited<ReturnType<typeof notificationPage>> = await notificationPage(writer, { unread: false, before })
      seen.push(...page.lines.map(({ id }) => id))
      before = page.next
    } while (before !== null)
    expect([seen.length, new Set(seen).size]).toEqual([120, 120])
    expect(await unreadCount(writer)).toBe(100)
    const { asOf } = await notificationPage(writer, ALL)
    after(121 * MINUTE)
    await tell({ kind: 'story.approved', to: [writer.userId], byId: null })
    done(await readAll(writer, { until: new Date(asOf) }))
    expect(await unreadCount(writer)).toBe(1)
    expect((await notificationPage(writer, { unread: true, before: null })).lines).toHaveLength(1)
  })

  test('“Mark all as read” leaves what is not in the list: it goes into the digest or the mail that was chosen for it', async () => {
    const writer = await anActor('WRITER')
    await choose(writer, 'story.approved', { app: false, mail: 'DIGEST' })
    await tell({ kind: 'story.approved', to: [writer.userId], byId: null })
    await tell({ kind: 'story.published', to: [writer.userId], byId: null })
    done(await readAll(writer, { until: new Date(Date.now() + MINUTE) }))
    expect((await rowsOf(writer)).map(({ kind, readAt }) => [kind, readAt !== null]).toSorted()).toEqual([['story.approved', false], ['story.published', true]])
  })

  test('what is chosen holds from the next thing on, though one of its kind was just told another way', async () => {
    const story = await aStory('DRAFT')
    const note = () => tell({ kind: 'note.added', to: [story.writer.userId], byId: null, storyId: story.storyId })
    await choose(story.writer, 'note.added', { app: false, mail: 'DIGEST' })
    await note()
    await choose(story.writer, 'note.added', { app: true, mail: 'NONE' })
    await note()
    expect(await unreadCount(story.writer)).toBe(1)
    await choose(story.writer, 'note.added', { app: true, mail: 'DIGEST' })
    await note()
    expect((await rowsOf(story.writer)).map(({ inApp, toDigest, count }) => [inApp, toDigest, count])).toEqual([[false, true, 1], [true, false, 1], [true, true, 1]])
  })

  test('whoever has no account any more is told nothing, nor whoever did it', async () => {
    const [gone, doer] = [await anActor('WRITER'), await anActor('EDITOR')]
    await db().user.update({ where: { id: gone.userId }, data: { deactivatedAt: new Date() } })
    await tell({ kind: 'story.approved', to: [gone.userId, doer.userId], byId: doer.userId })
    expect([await rowsOf(gone), await rowsOf(doer)]).toEqual([[], []])
    expect(await mailsTo(gone)).toEqual([])
  })

  test('with very many rows is still found at once', async () => {
    const writer = await anActor('WRITER')
    await asOwner(process.env.FP_TEST_OWNER_URL ?? '', (client) => client.query(`
      INSERT INTO "Notification" ("id", "userId", "kind", "at", "readAt")
      SELECT gen_random_uuid(), CASE WHEN n % 10 = 0 THEN '${writer.userId}'::uuid ELSE gen_random_uuid() END, 'story.approved', now() - n * interval '1 minute', CASE WHEN n % 20 = 0 THEN now() END
        FROM generate_series(1, 100000) n; ANALYZE "Notification"`))
    await notificationPage(writer, ALL)
    const began = performance.now()
    const [page, count] = [await notificationPage(writer, ALL), await unreadCount(writer)]
    const took = performance.now() - began
    expect([page.lines.length, count]).toEqual([50, 100])
    // No test is timed; this one only tells an index from none.
    expect(took).toBeLessThan(1_000)
    await db().notification.deleteMany({ where: { kind: 'story.approved' } })
  })
})

describe('what comes in numbers', () => {
  const notes = async (story: Awaited<ReturnType<typeof aStory>>, count: number) => {
    for (let note = 0; note < count; note += 1) done(await addNote(story.editor, { storyId: story.storyId, revisionId: story.revisionId, body: `Note ${note} zanzibarquokka`, blocking: false, anchor: null, mentions: [] }))
  }

  test('is one line and one mail, as long as that waits', async () => {
    const story = await aStory('DRAFT')
    await choose(story.writer, 'note.added', { app: true, mail: 'AT_ONCE' })
    await notes(story, 10)
    expect(await rowsOf(story.writer)).toMatchObject([{ kind: 'note.added', count: 10 }])
    const [mail, ...more] = await mailsTo(story.writer)
    expect(more).toEqual([])
    expect(mail?.subject).toBe(`10 new notes on “${story.content.headline}” · Test Paper`)
    expect(mail?.text).not.toContain('zanzibarquokka')
    await db().outgoingMail.updateMany({ where: { userId: story.writer.userId }, data: { state: 'SENT', sealed: null } })
    await notes(story, 2)
    expect((await rowsOf(story.writer)).map(({ count }) => count)).toEqual([10, 2])
    expect(await mailsTo(story.writer)).toHaveLength(2)
  })

  test('is another line once it was read, or is long over, or is of another story', async () => {
    const [story, other] = [await aStory('DRAFT'), await aStory('DRAFT')]
    await notes(story, 2)
    done(await readAll(story.writer, { until: new Date(Date.now() + MINUTE) }))
    await notes(story, 1)
    after(31 * MINUTE)
    await notes(story, 1)
    expect((await rowsOf(story.writer)).map(({ count }) => count)).toEqual([2, 1, 1])
    await tell({ kind: 'note.added', to: [story.writer.userId], byId: null, storyId: other.storyId })
    expect(await rowsOf(story.writer)).toHaveLength(4)
  })

  test('of several stories leads to none of them', async () => {
    const [one, two, editor] = [await aStory('DRAFT'), await aStory('DRAFT'), await anActor('EDITOR')]
    for (const { storyId } of [one, two]) await tell({ kind: 'story.handedOver', to: [editor.userId], byId: null, storyId })
    const [row] = await rowsOf(editor)
    expect(row).toMatchObject({ count: 2, storyId: null })
    expect(await openNotification(editor, row?.id ?? '')).toBe('/newsroom')
    expect((await mailsTo(editor)).map((mail) => mail?.subject)).toEqual(['2 stories were handed over to you · Test Paper'])
  })
})

describe('one’s own settings', () => {
  test('decide what is told where, for each person alone', async () => {
    const [quiet, usual, digested] = [await anActor('WRITER'), await anActor('WRITER'), await anActor('WRITER')]
    await choose(quiet, 'story.withdrawn', { app: false, mail: 'NONE' })
    await choose(digested, 'story.withdrawn', { app: false, mail: 'DIGEST' })
    await tell({ kind: 'story.withdrawn', to: [quiet.userId, usual.userId, digested.userId], byId: null })
    expect(await rowsOf(quiet)).toEqual([])
    expect(await rowsOf(usual)).toMatchObject([{ inApp: true, toDigest: false, mailId: expect.any(String) }])
    expect(await rowsOf(digested)).toMatchObject([{ inApp: false, toDigest: true, mailId: null }])
    expect([await unreadCount(digested), (await notificationPage(digested, ALL)).lines]).toEqual([0, []])
    expect([(await mailsTo(quiet)).length, (await mailsTo(usual)).length, (await mailsTo(digested)).length]).toEqual([0, 1, 0])
  })

  test('cannot switch off what somebody waits for, and no digest means none', async () => {
    const writer = await anActor('WRITER')
    await choose(writer, 'story.changeRequired', { app: false, mail: 'NONE' }, 'NEVER')
    await tell({ kind: 'story.changeRequired', to: [writer.userId], byId: null })
    await tell({ kind: 'story.approved', to: [writer.userId], byId: null })
    expect(await rowsOf(writer)).toMatchObject([{ inApp: true, mailId: null }, { inApp: true, toDigest: false }])
    expect((await ownSettings(writer)).channels['story.changeRequired']).toEqual({ app: true, mail: 'NONE' })
  })

  test('keep what the form did not hold, and are refused to whoever has left', async () => {
    const writer = await anActor('WRITER')
    await choose(writer, 'story.approved', { app: true, mail: 'NONE' })
    await choose(writer, 'story.published', { app: true, mail: 'AT_ONCE' })
    const { channels } = await ownSettings(writer)
    expect([channels['story.approved'].mail, channels['story.published'].mail]).toEqual(['NONE', 'AT_ONCE'])
    await db().user.update({ where: { id: writer.userId }, data: { deactivatedAt: new Date() } })
    expect((await changeOwnSettings(writer, { choices: {}, digest: 'NEVER', digestHour: 0 })).ok).toBe(false)
    expect((await readAll(writer, { until: new Date() })).ok).toBe(false)
  })
})

test('where the paper sends no mail, all is told in the app', async () => {
  delete process.env.FP_MAIL_CATCH_ALL
  const story = await aStory('REVIEW')
  done(await approveRevision(story.adviser, story))
  process.env.FP_MAIL_CATCH_ALL = '1'
  expect((await rowsOf(story.writer)).map(({ kind, toDigest, mailId }) => [kind, toDigest, mailId])).toEqual([['story.approved', false, null]])
  expect(await mailsTo(story.adviser)).toEqual([])
})
