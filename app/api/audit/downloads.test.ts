import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Actor } from '#domain/people.ts'
import { db } from '#server/db.ts'
import { sendBack, submitStory, withdrawStory } from '#server/stories/moves.ts'
import { addNote, answerNote, resolveNote } from '#server/stories/notes.ts'
import { anActor, aStory, done } from '#server/testing/builders.ts'
import { recordLogDownload } from '#server/audit/downloads.ts'

const next = vi.hoisted((): { actor: Actor | null } => ({ actor: null }))
vi.mock('#server/auth/actor.ts', () => ({ currentActor: async () => next.actor }))

const log = await import('./log/route.ts')
const records = await import('./records/route.ts')
const record = await import('../stories/[id]/record/route.ts')
beforeEach(() => Object.assign(next, { actor: null }))

const SITE = 'http://localhost:3000'
const askLog = (query = '') => log.GET(new Request(`${SITE}/api/audit/log${query}`))
const askRecords = (query: string) => records.GET(new Request(`${SITE}/api/audit/records${query}`))
const askRecord = (id: string, format = 'csv') => record.GET(new Request(`${SITE}/api/stories/${id}/record?format=${format}`), { params: Promise.resolve({ id }) })

/** As RFC 4180 has it, for fields in quotation marks. */
function rowsOf(text: string): string[][] {
  return text.replace(/^\uFEFF/, '').split(/(?<=")\r\n/).filter((line) => line !== '').map((line) => [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, value = '']) => value.replaceAll('""', '"')))
}
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())
const lastEvent = () => db().auditEvent.findFirstOrThrow({ orderBy: { id: 'desc' }, select: { kind: true, actorId: true, storyId: true, data: true } })

const DRAFT = 'CANARY the words of a draft'
const adviser = await anActor('ADVISER', 'Dana Cole')
const story = await aStory('EDITING', {
  headline: '=HYPERLINK("http://evil.example","Bells")',
  deck: DRAFT,
  body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: DRAFT }] }] },
})
done(await sendBack(story.editor, { storyId: story.storyId, revisionId: story.revisionId, notes: 'Name them, “all” of them.\nAnd the date.', request: 'REQUIRED', reason: 'Readers must know.' }))
const { noteId } = done(await addNote(adviser, { storyId: story.storyId, revisionId: story.revisionId, body: '+1 for a picture', blocking: false, anchor: null, mentions: [] }))
done(await answerNote(story.writer, { noteId, body: 'Here it is.', mentions: [] }))
done(await resolveNote(adviser, { noteId }))
const sentBack = await db().note.findFirstOrThrow({ where: { storyId: story.storyId, blocking: true }, select: { id: true } })
done(await resolveNote(story.writer, { noteId: sentBack.id }))

describe('GET /api/audit/log', () => {
  it('says nothing to the signed-out and to students, and records no download', async () => {
    const before = await db().auditEvent.count()
    expect([(await askLog()).status, (await askRecords('?from=2026-01-01&to=2026-12-31&format=csv')).status]).toEqual([401, 401])
    for (const actor of [story.writer, story.editor, { ...adviser, role: 'READER' }]) {
      Object.assign(next, { actor: { ...actor, userId: actor === story.writer || actor === story.editor ? actor.userId : story.writer.userId } })
      for (const response of [await askLog(), await askRecords('?from=2026-01-01&to=2026-12-31&format=csv'), await askRecords('?from=2026-01-01&to=2026-12-31&format=pdf')]) {
        expect([response.status, response.headers.get('cache-control'), await response.text()]).toEqual([403, 'private, no-store', expect.not.stringContaining(story.storyId)])
      }
    }
    expect(await db().auditEvent.count()).toBe(before)
  })

  it('asks the role that somebody has now, not the one of the request', async () => {
    const demoted = await anActor('ADVISER')
    await db().user.update({ where: { id: demoted.userId }, data: { role: 'WRITER' }, select: { id: true } })
    next.actor = demoted
    expect((await askLog()).status).toBe(403)
    expect((await recordLogDownload(demoted, 'log', 'csv', { who: null, story: null, headline: '', kind: null, from: null, to: null, before: null })).ok).toBe(false)
  })

  it('is a table of what the filter shows, for a spreadsheet that runs none of it', async () => {
    next.actor = adviser
    const response = await askLog(`?story=${story.storyId}`)
    const headers = Object.fromEntries(response.headers)
    expect(headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff', 'content-disposition': expect.stringMatching(/^attachment; filename="audit-log-\d{4}-\d\d-\d\d\.csv"/) })
    const bytes = await bytesOf(response)
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [head = [], ...rows] = rowsOf(bytes.toString('utf8').replace(/^\uFEFF/, ''))
    expect(head.slice(0, 5)).toEqual(['Number', 'Time (America/Los_Angeles)', 'Time (UTC)', 'Who', 'What'])
    expect(rows.map((row) => row[6])).toEqual(['note.resolved', 'note.resolved', 'note.answered', 'note.added', 'story.sendBack', 'story.submit', 'story.created'])
    expect(rows[0]?.[7]).toBe(`'=HYPERLINK("http://evil.example","Bells")`)
    for (const row of rows) for (const value of row) expect(value).not.toMatch(/^\s*[=+\-@]/)
    for (const row of rows) expect(row.at(-1)).toBe('yes')
    expect(bytes.includes(DRAFT)).toBe(false)
  })

  it('is on record itself, with its filter, and is no part of what it gives', async () => {
    next.actor = adviser
    const rows = rowsOf(await (await askLog('?kind=audit&headline=&who=nobody')).text())
    const event = await lastEvent()
    expect(event).toEqual({ kind: 'audit.exported', actorId: adviser.userId, storyId: null, data: { what: 'log', format: 'csv', filter: { kind: 'audit' } } })
    expect(rows).toHaveLength(2)
    expect(rowsOf(await (await askLog('?kind=audit')).text())).toHaveLength(3)
  })

  it('reads more than one batch without missing or doubling a line', async () => {
    const many = await anActor('EDITOR')
    await db().auditEvent.createMany({ data: Array.from({ length: 1203 }, (_, n) => ({ kind: 'copydesk.wordAdded', actorId: many.userId, data: { word: String(n) } })) })
    next.actor = adviser
    const [, ...rows] = rowsOf(await (await askLog(`?who=${many.userId}`)).text())
    expect(rows.map((row) => row[5])).toEqual(Array.from({ length: 1203 }, (_, n) => `“${1202 - n}”`))
  })
})

describe('GET /api/stories/[id]/record', () => {
  it('says nothing to the signed-out, at what is no story, and in no other format', async () => {
    expect((await askRecord(story.storyId)).status).toBe(401)
    next.actor = story.writer
    for (const id of ['x', '', `${story.storyId}'`, randomUUID()]) expect((await askRecord(id)).status).toBe(404)
    expect((await askRecord(story.storyId, 'html')).status).toBe(404)
    Object.assign(next, { actor: { ...story.writer, role: 'READER' } })
    expect((await askRecord(story.storyId)).status).toBe(404)
  })

  it('tells decisions with their reasons and notes with who settled them, and not a word of the draft', async () => {
    next.actor = story.writer
    const text = await (await askRecord(story.storyId)).text()
    const [, ...rows] = rowsOf(text)
    const { writer, editor } = story
    expect(rows.map((row) => [row[5], row[6], row[8], row[9], row[10]])).toEqual([
      [writer.name, 'started the story', '', '', ''],
      [writer.name, 'handed it in', '', '', ''],
      [editor.name, 'sent it back', 'Name them, “all” of them.\nAnd the date.\nReason: Readers must know.', 'yes', writer.name],
      ['Dana Cole', 'wrote a note on the story', "'+1 for a picture", '', 'Dana Cole'],
      [writer.name, 'answered a note on the story', 'Here it is.', '', ''],
      ['Dana Cole', 'settled a note on the story', "'+1 for a picture", '', ''],
      [writer.name, 'settled a note on the story', 'Name them, “all” of them.\nAnd the date.', '', ''],
    ])
    expect(text).not.toContain(DRAFT)
    expect(await lastEvent()).toEqual({ kind: 'record.exported', actorId: writer.userId, storyId: story.storyId, data: { format: 'csv' } })
  })

  it('is a PDF, too', async () => {
    next.actor = story.writer
    const response = await askRecord(story.storyId, 'pdf')
    const bytes = await bytesOf(response)
    expect([response.status, response.headers.get('content-type'), bytes.subarray(0, 8).toString(), bytes.subarray(-6).toString()]).toEqual([200, 'application/pdf', '%PDF-1.7', '%%EOF\n'])
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="record-hyperlink[\w-]*\.pdf"/)
  })
})

describe('GET /api/audit/records', () => {
  const today = '2020-01-01'
  it.each(['', '?from=2026-01-01', '?from=2026-02-01&to=2026-01-01&format=csv', '?from=x&to=y&format=csv', '?from=2026-01-01&to=2026-12-31&format=exe'])('refuses %s in words', async (query) => {
    next.actor = adviser
    expect([(await askRecords(query)).status]).toEqual([422])
  })

  it('gives what happened to every story in these days, and nothing of other days', async () => {
    const live = await aStory('LIVE', { headline: 'Withdrawn again' })
    done(await withdrawStory(live.adviser, { storyId: live.storyId, revisionId: live.revisionId, reason: 'It named a child.' }))
    const old = await aStory('DRAFT', { headline: 'Of another year' })
    await db().auditEvent.create({ data: { kind: 'story.edited', storyId: old.storyId, actorId: old.writer.userId, at: new Date(`${today}T12:00:00Z`) }, select: { id: true } })
    next.actor = adviser
    const [, ...rows] = rowsOf(await (await askRecords('?from=2020-01-01&to=2020-01-01&format=csv')).text())
    expect(rows.map((row) => [row[0], row[6]])).toEqual([['Of another year', 'edited the story']])
    expect(await lastEvent()).toMatchObject({ kind: 'audit.exported', data: { what: 'records', format: 'csv', filter: { from: '2020-01-01', to: '2020-01-01' } } })
    const text = await (await askRecords('?from=2021-01-01&to=2100-01-01&format=csv')).text()
    const all = rowsOf(text).slice(1)
    expect(new Set(all.map((row) => row[1]))).toEqual(new Set([story.storyId, live.storyId, old.storyId]))
    expect(all.find((row) => row[6] === 'withdrew it')?.[8]).toBe('It named a child.')
    expect(all.some((row) => row[0] === 'Of another year' && row[6] === 'edited the story')).toBe(false)
    expect(text).not.toContain(DRAFT)
    const pdf = await askRecords('?from=2021-01-01&to=2100-01-01&format=pdf')
    expect([pdf.status, (await bytesOf(pdf)).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  })

  it('goes through more stories than are in memory at once', async () => {
    const other = await aStory('DRAFT')
    const stories = await Promise.all(Array.from({ length: 60 }, async () => db().story.create({ data: { createdById: other.writer.userId }, select: { id: true } })))
    for (const { id } of stories) await db().auditEvent.create({ data: { kind: 'story.created', storyId: id, at: new Date('2019-05-05T12:00:00Z') }, select: { id: true } })
    next.actor = adviser
    const [, ...rows] = rowsOf(await (await askRecords('?from=2019-05-05&to=2019-05-05&format=csv')).text())
    expect(rows.map((row) => row[1])).toEqual(stories.map(({ id }) => id).toSorted())
  })

  it('keeps a draft that is handed in again apart from the first time', async () => {
    const again = done(await submitStory(story.writer, { storyId: story.storyId, revisionId: story.revisionId }))
    expect(again.ok).toBe(true)
    done(await sendBack(story.editor, { storyId: story.storyId, revisionId: story.revisionId, notes: 'Once more.', request: 'SUGGESTION', reason: '' }))
    next.actor = story.editor
    const rows = rowsOf(await (await askRecord(story.storyId)).text())
    expect(rows.filter((row) => row[6] === 'sent it back').map((row) => row[8])).toEqual(['Name them, “all” of them.\nAnd the date.\nReason: Readers must know.', 'Once more.'])
  })
})
