import { beforeAll, describe, expect, test } from 'vitest'
import { daysAfter } from '#domain/day.ts'
import { db } from '../db.ts'
import { changeDraft } from '../front-page/draft.ts'
import { scheduleFront } from '../front-page/schedule.ts'
import { planStory, moveEntry } from '../planning/days.ts'
import { askForPhoto } from '../planning/photo-requests.ts'
import { storyPlan } from '../planning/queries.ts'
import { paperDay } from '../settings/paper-day.ts'
import { deactivate, reactivate } from '../staff/commands.ts'
import { scheduleStory, scheduleUnpublish, unscheduleStory } from '../stories/timing/schedule.ts'
import { aStory, anActor, done } from '../testing/builders.ts'
import { GET } from '../../app/api/calendar/[token]/route.ts'
import { calendarAddressSince, endCalendarAddress, makeCalendarAddress } from './feed-address.ts'
import { calendarEntries } from './queries.ts'

const problems = (result: { ok: boolean; problems?: { message: string }[] }) => (result.ok ? 'it worked' : (result.problems ?? []).map(({ message }) => message).join(' '))
const ask = (url: string, client = '192.0.2.7') => GET(new Request(url, { headers: { 'x-real-ip': client } }), { params: Promise.resolve({ token: url.split('/').at(-1) ?? '' }) })
let today = ''
const day = (count: number) => daysAfter(today, count)
beforeAll(async () => {
  await anActor('WRITER')
  today = (await paperDay(new Date())).today
})
const keysOn = async (actor: Awaited<ReturnType<typeof anActor>>, sectionId: string | null, from = day(-30), to = day(30)) =>
  (await calendarEntries(actor, { from, to, sectionId })).entries.map((entry) => `${entry.kind} ${entry.day} ${entry.status}${entry.movable ? ' movable' : ''}`)

test('planned, due and published stand on their days at school, by section, and only in the newsroom', async () => {
  const [draft, live] = [await aStory('DRAFT'), await aStory('LIVE')]
  done(await planStory(draft.editor, { storyId: draft.storyId, draftDue: day(-1), editDue: day(2), plannedFor: day(5) }))
  done(await askForPhoto(draft.editor, { storyId: draft.storyId, wanted: 'The floor', photographerId: null, due: day(1) }))
  // 11 p.m. at school is the next day in UTC.
  await db().$executeRaw`UPDATE "Story" SET "firstPublishedAt" = (${day(-3)} || ' 23:00')::timestamp AT TIME ZONE 'America/Los_Angeles' WHERE "id" = ${live.storyId}::uuid`
  expect(await keysOn(draft.editor, draft.content.sectionId)).toEqual([`draft ${day(-1)} late movable`, `photo ${day(1)} open movable`, `edit ${day(2)} open movable`, `planned ${day(5)} open movable`])
  expect(await keysOn(draft.writer, draft.content.sectionId)).toEqual([`draft ${day(-1)} late`, `photo ${day(1)} open`, `edit ${day(2)} open`, `planned ${day(5)} open`])
  expect(await keysOn(live.editor, live.content.sectionId)).toEqual([`published ${day(-3)} done`])
  expect(await keysOn(live.editor, live.content.sectionId, day(-2), day(0))).toEqual([])
  expect((await keysOn(draft.editor, null)).length).toBeGreaterThanOrEqual(5)
})

test('what is scheduled for a minute stands on its day at school: stories for everybody, the front page for those who arrange it', async () => {
  const [story, live] = [await aStory('APPROVED'), await aStory('LIVE')]
  const when = { date: day(3), time: '23:30' }
  done(await scheduleStory(story.editor, { ...story, ...when }))
  done(await scheduleUnpublish(live.adviser, { ...live, ...when, reason: 'A notice that ends.' }))
  done(await changeDraft(story.editor, { version: 1, step: { do: 'place', storyId: live.storyId, to: { in: 'lead' } } }))
  done(await scheduleFront(story.editor, { version: 2, ...when }))
  expect(await keysOn(story.writer, story.content.sectionId)).toEqual([`scheduled ${day(3)} open`])
  expect(await keysOn(live.editor, live.content.sectionId, day(1), day(9))).toEqual([`unpublish ${day(3)} open`])
  expect(await keysOn(story.editor, null, day(3), day(3))).toEqual([`front ${day(3)} open`, `scheduled ${day(3)} open`, `unpublish ${day(3)} open`])
  expect(await keysOn(story.writer, null, day(3), day(3))).toEqual([`scheduled ${day(3)} open`, `unpublish ${day(3)} open`])
  const { url } = done(await makeCalendarAddress(story.editor))
  const feed = (await (await ask(url, '192.0.2.8')).text()).replaceAll('\r\n ', '')
  expect(feed).toContain('SUMMARY:Front page: The next front page comes out\r\n')
  expect(feed).toContain(`SUMMARY:Scheduled: ${story.content.headline} · Approved\r\n`)
  const mine = done(await makeCalendarAddress(story.writer)).url
  expect(await (await ask(mine, '192.0.2.9')).text()).not.toContain('front page')
  done(await unscheduleStory(story.editor, story))
  await db().frontSchedule.updateMany({ where: { doneAt: null }, data: { failedAt: new Date(), failure: 'x' } })
  expect(await keysOn(story.editor, null, day(3), day(3))).toEqual([`front ${day(3)} late`, `unpublish ${day(3)} open`])
  await db().frontSchedule.updateMany({ where: { cancelledAt: null }, data: { cancelledAt: new Date() } })
})

describe('moving', () => {
  test('is for those who plan, goes by the day that was seen, and leaves its event', async () => {
    const story = await aStory()
    const { storyId } = story
    done(await planStory(story.editor, { storyId, draftDue: day(1), editDue: null, plannedFor: day(5) }))
    const move = { kind: 'draft' as const, storyId, requestId: null, from: day(1), day: day(3) }
    expect(problems(await moveEntry(story.writer, move))).toBe('Your role does not include this.')
    const both = await Promise.all([moveEntry(story.editor, move), moveEntry(story.adviser, { ...move, day: day(4) })])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.map(problems).join(' ')).toMatch(/Somebody moved this meanwhile/)
    const stands = (await storyPlan(story.editor, storyId))?.draftDue ?? ''
    expect(problems(await moveEntry(story.editor, { ...move, from: stands, day: day(9) }))).toMatch(/cannot be planned for a day before/)
    expect(await db().auditEvent.count({ where: { storyId, kind: 'plan.changed' } })).toBe(2)
  })

  test('takes a photo request of this story along, and none of another', async () => {
    const [story, other] = [await aStory(), await aStory()]
    done(await askForPhoto(story.editor, { storyId: story.storyId, wanted: 'The floor', photographerId: null, due: day(1) }))
    const requestId = (await storyPlan(story.editor, story.storyId))?.photos[0]?.id ?? ''
    const move = { kind: 'photo' as const, storyId: story.storyId, requestId, from: day(1), day: day(2) }
    expect(problems(await moveEntry(story.editor, { ...move, storyId: other.storyId }))).toBe('There is no such photo request.')
    done(await moveEntry(story.editor, move))
    expect((await storyPlan(story.editor, story.storyId))?.photos[0]?.due).toBe(day(2))
  })

  test('ends with the publication', async () => {
    const live = await aStory('LIVE')
    expect(problems(await moveEntry(live.editor, { kind: 'planned', storyId: live.storyId, requestId: null, from: day(1), day: day(2) }))).toMatch(/on their way to their first publication/)
  })
})

describe('the feed at a private address', () => {
  test('says headlines and states in iCalendar, and nothing of the text', async () => {
    const story = await aStory('EDITING', { headline: 'Commas, semicolons; and a very long headline that has to be folded — über alles, twice over', body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'zanzibarquokka' }] }] } })
    done(await planStory(story.editor, { storyId: story.storyId, draftDue: null, editDue: null, plannedFor: day(4) }))
    const { url } = done(await makeCalendarAddress(story.writer))
    const response = await ask(url)
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([200, 'text/calendar; charset=utf-8', 'private, no-store'])
    const text = await response.text()
    expect(text).not.toMatch(/zanzibarquokka|What it is about/)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const lines = text.split('\r\n')
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', ''])
    const unfolded = text.replaceAll('\r\n ', '').split('\r\n')
    expect(unfolded).toContain(`UID:planned-${story.storyId}@fourth-period`)
    expect(unfolded).toContain(`DTSTART;VALUE=DATE:${day(4).replaceAll('-', '')}`)
    expect(unfolded).toContain(`DTEND;VALUE=DATE:${day(5).replaceAll('-', '')}`)
    expect(unfolded).toContain('SUMMARY:Planned: Commas\\, semicolons\\; and a very long headline that has to be folded — über alles\\, twice over · Editing')
    expect(unfolded.some((line) => line.startsWith('BEGIN:VTIMEZONE'))).toBe(false)
  })

  test('ends with a new address, by hand, and with the account, and a wrong one is no address', async () => {
    const [writer, admin] = [await anActor('WRITER'), await anActor('ADMIN')]
    const first = done(await makeCalendarAddress(writer)).url
    expect(await calendarAddressSince(writer)).not.toBeNull()
    const second = done(await makeCalendarAddress(writer)).url
    expect([(await ask(first)).status, (await ask(second)).status]).toEqual([404, 200])
    expect((await db().calendarFeed.findUniqueOrThrow({ where: { userId: writer.userId } })).tokenHash).not.toContain(second.split('/').at(-1) ?? '?')
    done(await endCalendarAddress(writer))
    expect([(await ask(second)).status, await calendarAddressSince(writer)]).toEqual([404, null])
    const third = done(await makeCalendarAddress(writer)).url
    done(await deactivate(admin, { userId: writer.userId }))
    expect((await ask(third)).status).toBe(404)
    done(await reactivate(admin, { userId: writer.userId }))
    expect((await ask(third)).status).toBe(404)
    for (const wrong of ['x', 'A'.repeat(43), `${'A'.repeat(43)}=`, '../../x']) expect((await ask(`http://paper.test/api/calendar/${wrong}`)).status).toBe(404)
  })

  test('is asked for only so often', async () => {
    const { url } = done(await makeCalendarAddress(await anActor('WRITER')))
    const statuses = new Set<number>()
    for (let count = 0; count < 62; count += 1) statuses.add((await ask(url, '192.0.2.99')).status)
    expect([...statuses]).toEqual([200, 429])
  })
})
