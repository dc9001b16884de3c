import { beforeEach, describe, expect, test } from 'vitest'
import type { LiveChange } from '#domain/corrections.ts'
import type { ReviewPolicy } from '#domain/policy.ts'
import { db } from '../db.ts'
import { readAddress } from '../stories/reader-views.ts'
import { publishRevision, withdrawStory } from '../stories/moves.ts'
import { tags } from '../stories/cache.ts'
import { storyHistory } from '../stories/history.ts'
import { approvedAgain, aStory, anActor, done, type TestStory } from '../testing/builders.ts'
import { asOwner } from '../testing/database.ts'
import { addCorrection, declineCorrection, proposeCorrection, publishCorrection } from './commands.ts'
import { correctionsOf, waitingCorrections } from './queries.ts'
import { readCorrections } from './reader-list.ts'

const problem = (result: { ok: boolean; problems?: { field?: string; message: string }[] }) => (result.ok ? null : (result.problems?.[0] ?? null))
const TEXT = 'The first version misspelt the name of the principal. It is Ana Ruiz.'
const note = ({ storyId, revisionId }: TestStory, change: { text?: string; kind?: 'CORRECTION' | 'UPDATE'; replacesId?: string } = {}) => ({ storyId, revisionId, kind: 'CORRECTION' as const, text: TEXT, replacesId: null, ...change })
const eventsOf = async (storyId: string) => (await db().auditEvent.findMany({ where: { storyId }, orderBy: { id: 'asc' }, select: { kind: true } })).map(({ kind }) => kind)
const withPolicy = (reviewPolicy: ReviewPolicy) => db().paper.update({ where: { id: 1 }, data: { reviewPolicy }, select: { id: true } })

async function shownOn(storyId: string) {
  const { sectionSlug, slug } = await db().address.findFirstOrThrow({ where: { storyId, current: true } })
  const { answer } = await readAddress(sectionSlug, slug)
  return answer.kind === 'story' ? answer.story.corrections.map(({ kind, text }) => ({ kind, text })) : null
}

beforeEach(async () => {
  await anActor('WRITER')
  await withPolicy('ADVISER_APPROVES')
})

describe('publishing a new version of a live story', () => {
  const publish = (story: Awaited<ReturnType<typeof approvedAgain>>, who: 'editor' | 'adviser', change?: LiveChange) => publishRevision(story[who], { ...story.next, ...(change === undefined ? {} : { change }) })

  test('is refused until somebody says what it is, and a correction until it says what was wrong', async () => {
    const story = await approvedAgain()
    expect(problem(await publish(story, 'adviser'))).toMatchObject({ field: 'change' })
    expect(problem(await publish(story, 'adviser', { kind: 'CORRECTION', note: '' }))).toMatchObject({ field: 'note' })
    expect((await db().story.findUniqueOrThrow({ where: { id: story.storyId } })).liveRevisionId).toBe(story.revisionId)
    const result = done(await publish(story, 'adviser', { kind: 'CORRECTION', note: TEXT }))
    expect(result.tags).toContain(tags.corrections())
    expect(await shownOn(story.storyId)).toEqual([{ kind: 'CORRECTION', text: TEXT }])
    expect((await eventsOf(story.storyId)).slice(-3)).toEqual(['correction.published', 'story.corrected', 'story.publish'])
    const history = await storyHistory(story.editor, story.storyId)
    expect(history?.entries[0]?.decisions.find(({ kind }) => kind === 'story.corrected')).toMatchObject({ note: TEXT, revisionId: story.next.revisionId })
  })

  test('an editor publishes a typo or an update without note, but no text that nobody with the last word saw', async () => {
    const story = await approvedAgain()
    expect(problem(await publish(story, 'editor', { kind: 'CORRECTION', note: TEXT }))?.message).toBe('At this paper an adviser decides this.')
    expect(problem(await publish(story, 'editor', { kind: 'UPDATE', note: TEXT }))?.message).toBe('At this paper an adviser decides this.')
    expect(await db().correction.count({ where: { storyId: story.storyId } })).toBe(0)
    done(await publish(story, 'editor', { kind: 'TYPO', note: 'left out' }))
    expect(await shownOn(story.storyId)).toEqual([])
    expect(await eventsOf(story.storyId)).toContain('story.typoFixed')
  })

  test('in an editor-led paper an editor publishes the note too', async () => {
    const story = await approvedAgain()
    await withPolicy('OPEN_FORUM')
    done(await publish(story, 'editor', { kind: 'UPDATE', note: 'The game ended 3 to 1.' }))
    expect(await shownOn(story.storyId)).toEqual([{ kind: 'UPDATE', text: 'The game ended 3 to 1.' }])
  })

  test('a first publication asks nothing', async () => {
    const story = await aStory('APPROVED')
    done(await publishRevision(story.editor, { ...story, change: { kind: 'CORRECTION', note: '' } }))
    expect(await db().correction.count({ where: { storyId: story.storyId } })).toBe(0)
  })
})

describe('a note on a live story', () => {
  test('is proposed by an editor, published by an adviser, and seen by nobody in between', async () => {
    const story = await aStory('LIVE')
    const text = 'Canary of a note that nobody approved yet.'
    done(await proposeCorrection(story.editor, note(story, { text })))
    expect(await shownOn(story.storyId)).toEqual([])
    expect(JSON.stringify(await readCorrections(null))).not.toContain(text)
    const [line] = (await waitingCorrections(story.adviser)).filter(({ storyId }) => storyId === story.storyId)
    expect(problem(await publishCorrection(story.editor, { correctionId: line?.id ?? '' }))?.message).toBe('At this paper an adviser decides this.')
    const { tags: touched } = done(await publishCorrection(story.adviser, { correctionId: line?.id ?? '' }))
    expect(touched).toEqual(expect.arrayContaining([tags.corrections(), tags.story(story.storyId)]))
    expect(await shownOn(story.storyId)).toEqual([{ kind: 'CORRECTION', text }])
    expect(problem(await publishCorrection(story.adviser, { correctionId: line?.id ?? '' }))?.message).toBe('Somebody decided on this note already.')
    expect(problem(await declineCorrection(story.adviser, { correctionId: line?.id ?? '', reason: 'Late.' }))?.message).toBe('Somebody decided on this note already.')
  })

  test('a declined one stays on record, and is never seen', async () => {
    const story = await aStory('LIVE')
    done(await proposeCorrection(story.editor, note(story)))
    const [line] = await correctionsOf(story.editor, story.storyId)
    done(await declineCorrection(story.adviser, { correctionId: line?.id ?? '', reason: 'It was right.' }))
    expect(await shownOn(story.storyId)).toEqual([])
    expect((await correctionsOf(story.writer, story.storyId))[0]).toMatchObject({ shown: false, declined: { reason: 'It was right.' } })
    expect(await eventsOf(story.storyId)).toEqual(expect.arrayContaining(['correction.proposed', 'correction.declined']))
  })

  test('no writer proposes one, and nobody publishes one on their own story, whoever proposed it', async () => {
    const adviser = await anActor('ADVISER')
    const own = await aStory('LIVE', { bylines: [{ staffId: adviser.staffId, name: null, credit: '' }] })
    expect(problem(await proposeCorrection(own.writer, note(own)))?.message).toBe('Your role does not include this.')
    expect(problem(await addCorrection(adviser, note(own)))?.message).toMatch(/^Nobody decides on corrections of a story/)
    done(await proposeCorrection(own.editor, note(own)))
    const [line] = await correctionsOf(adviser, own.storyId)
    expect(problem(await publishCorrection(adviser, { correctionId: line?.id ?? '' }))?.message).toMatch(/^Nobody decides on corrections/)
    expect(await shownOn(own.storyId)).toEqual([])
  })

  test('a wrong one is replaced, once, and neither is ever erased', async () => {
    const story = await aStory('LIVE')
    done(await addCorrection(story.adviser, note(story, { text: 'The wrong correction of all.' })))
    const [wrong] = await correctionsOf(story.adviser, story.storyId)
    done(await addCorrection(story.adviser, note(story, { replacesId: wrong?.id ?? '' })))
    expect(await shownOn(story.storyId)).toEqual([{ kind: 'CORRECTION', text: TEXT }])
    expect(problem(await addCorrection(story.adviser, note(story, { replacesId: wrong?.id ?? '' })))?.field).toBe('replacesId')
    const other = await aStory('LIVE')
    expect(problem(await addCorrection(story.adviser, { ...note(other), replacesId: wrong?.id ?? '' }))?.message).toBe('There is no such note on this story.')
    expect(await correctionsOf(story.adviser, story.storyId)).toHaveLength(2)
    await expect(db().correction.update({ where: { id: wrong?.id ?? '' }, data: { text: 'Something else entirely.' } })).rejects.toThrow(/kept as it was written/)
    await expect(db().correction.delete({ where: { id: wrong?.id ?? '' } })).rejects.toThrow(/is kept/)
    await expect(asOwner(process.env.FP_TEST_OWNER_URL ?? '', (client) => client.query('TRUNCATE "Correction" CASCADE'))).rejects.toThrow(/TRUNCATE/)
  })

  test('names the version that the person saw, and needs readers', async () => {
    const story = await aStory('LIVE')
    expect(problem(await addCorrection(story.adviser, { ...note(story), revisionId: crypto.randomUUID() }))?.message).toMatch(/newer version/)
    const draft = await aStory('APPROVED')
    expect(problem(await proposeCorrection(draft.editor, note(draft)))?.message).toMatch(/^Readers do not see this story/)
  })

  test('goes out of the list with its story', async () => {
    const story = await aStory('LIVE')
    done(await addCorrection(story.adviser, note(story, { text: 'Canary of a story to be withdrawn.' })))
    const listed = async () => JSON.stringify(await readCorrections(null)).includes('Canary of a story')
    expect(await listed()).toBe(true)
    const { tags: touched } = done(await withdrawStory(story.adviser, { ...story, reason: 'A test.', statement: 'It was wrong.' }))
    expect(touched).toContain(tags.corrections())
    expect(await listed()).toBe(false)
  })

  test('two advisers who publish one at the same moment publish it once', async () => {
    const story = await aStory('LIVE')
    done(await proposeCorrection(story.editor, note(story)))
    const [line] = await correctionsOf(story.editor, story.storyId)
    const other = await anActor('ADVISER')
    const results = await Promise.all([story.adviser, other].map((who) => publishCorrection(who, { correctionId: line?.id ?? '' })))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await eventsOf(story.storyId)).filter((kind) => kind === 'correction.published')).toHaveLength(1)
  })
})

test('the list of notes goes page by page, newest first, and an unknown or unpublished note begins no page', async () => {
  const story = await aStory('LIVE')
  const base = { storyId: story.storyId, kind: 'UPDATE' as const, proposedById: story.editor.userId, publishedById: story.adviser.userId, revisionId: story.revisionId }
  const at = new Date(Date.now() + 60_000)
  await db().correction.createMany({ data: Array.from({ length: 65 }, (_, index) => ({ ...base, text: `Note number ${index}`, publishedAt: at })) })
  const seen: string[] = []
  let after: string | null = null
  for (let page = 0; page < 4; page += 1) {
    const found: Awaited<ReturnType<typeof readCorrections>> = await readCorrections(after)
    seen.push(...(found?.corrections.map(({ id }) => id) ?? []))
    after = found?.next ?? null
    if (after === null) break
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBeGreaterThanOrEqual(65)
  expect(await readCorrections(crypto.randomUUID())).toBeNull()
  done(await proposeCorrection(story.editor, note(story)))
  const open = await db().correction.findFirstOrThrow({ where: { storyId: story.storyId, publishedAt: null } })
  expect(await readCorrections(open.id)).toBeNull()
})
