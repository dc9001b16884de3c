import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ROLES, type Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { db } from '../db.ts'
import { addOptOut, removeOptOut } from '../opt-out/commands.ts'
import { runQueue } from '../jobs/schedule.ts'
import { publishRevision, withdrawStory } from '../stories/moves.ts'
import { aSection, aStory, anActor, done, type TestStory } from '../testing/builders.ts'
import { asOwner } from '../testing/database.ts'
import { doStep, place, sealNow, seenFront, setBanner, versionNow } from '../testing/desk.ts'
import { changeDraft, draftBanner, redoStep, removeBanner, undoStep } from './draft.ts'
import { publishFront, putBack } from './publish.ts'
import { failedFronts, frontDesk, frontPreview } from './queries.ts'
import { scheduleFront, unscheduleFront } from './schedule.ts'

const owner = (sql: string) => asOwner(process.env.FP_TEST_OWNER_URL ?? '', (client) => client.query(sql))
const problem = (result: { ok: boolean; problems?: { message: string }[] }) => (result.ok ? 'it worked' : (result.problems ?? []).map(({ message }) => message).join(' '))
const policy = (name: 'ADVISER_APPROVES' | 'ADVISER_CONSULTS' | 'OPEN_FORUM') => db().paper.update({ where: { id: 1 }, data: { reviewPolicy: name } })
const publish = async (actor: Actor) => publishFront(actor, { version: await versionNow() })
const events = async () => (await db().auditEvent.findMany({ where: { kind: { startsWith: 'front.' } }, orderBy: { id: 'asc' }, select: { kind: true } })).map(({ kind }) => kind)
/** An arrangement starts from nothing: the history stays, as it must. */
const fresh = () => owner(`DELETE FROM pgboss.job; DELETE FROM "FrontStep"; UPDATE "FrontPage" SET "step" = 0, "liveId" = NULL, "bannerEndedAt" = NULL, "changedById" = NULL; UPDATE "Paper" SET "reviewPolicy" = 'ADVISER_APPROVES'`)

let editor: Actor
let adviser: Actor
let news: { id: string; slug: string }
let arts: { id: string; slug: string }
let live: TestStory[]
const idOf = (number: number) => live[number - 1]?.storyId ?? ''

beforeAll(async () => {
  editor = await anActor('EDITOR', 'Eddie Tor')
  adviser = await anActor('ADVISER', 'Addie Viser')
  news = await aSection('News')
  arts = await aSection('Arts')
  live = []
  // Story 1 is the newest; the last two are of the arts.
  for (let number = 8; number >= 1; number -= 1) live.unshift(await aStory('LIVE', { headline: `Story ${number}`, slug: `story-${number}`, sectionId: number > 6 ? arts.id : news.id }))
})
beforeEach(fresh)
afterEach(() => void (process.env.FP_TEST_CLOCK = '0'))

test('when nobody arranges, the newest stand on top and the rest by section', async () => {
  expect(await seenFront()).toEqual({ lead: 'Story 1', seconds: ['Story 2', 'Story 3', 'Story 4', 'Story 5'], blocks: { [news.slug]: ['Story 6'], [arts.slug]: ['Story 7', 'Story 8'] }, banner: null })
})

describe('arranging', () => {
  test('changes a draft that readers do not see until it is published', async () => {
    const before = await events()
    expect(await place(editor, idOf(8), { in: 'lead' })).toBe('Made “Story 8” the lead.')
    await place(editor, idOf(6), { in: 'seconds', at: 1 })
    await doStep(adviser, { do: 'move', sectionId: news.id, at: 1 })
    await doStep(adviser, { do: 'count', sectionId: news.id, count: 1 })
    expect((await seenFront()).lead).toBe('Story 1')
    expect(done(await publish(editor)).tags).toEqual(['front'])
    const seen = await seenFront()
    expect(seen).toEqual({ lead: 'Story 8', seconds: ['Story 1', 'Story 6', 'Story 2', 'Story 3'], blocks: { [arts.slug]: ['Story 7'], [news.slug]: ['Story 4'] }, banner: null })
    expect(Object.keys(seen.blocks)).toEqual([arts.slug, news.slug])
    expect((await events()).slice(before.length)).toEqual([...Array.from({ length: 4 }, () => 'front.arranged'), 'front.published'])
    expect(problem(await publish(adviser))).toBe('Readers see this front page already.')
  })

  test('a placed story that is withdrawn falls out at once and its place is filled; a new one flows into the places left open', async () => {
    const [first, second] = [await aStory('LIVE', { headline: 'To be withdrawn', sectionId: news.id }), await aStory('APPROVED', { headline: 'Just in', sectionId: news.id })]
    await place(editor, first.storyId, { in: 'lead' })
    await place(editor, idOf(8), { in: 'seconds', at: 0 })
    done(await publish(editor))
    expect(await seenFront()).toMatchObject({ lead: 'To be withdrawn', seconds: ['Story 8', 'Story 1', 'Story 2', 'Story 3'] })
    expect(done(await withdrawStory(first.adviser, { ...first, reason: 'Wrong.' })).tags).toContain('front')
    expect(await seenFront()).toMatchObject({ lead: 'Story 1', seconds: ['Story 8', 'Story 2', 'Story 3', 'Story 4'] })
    expect(JSON.stringify([await seenFront(), await frontPreview(editor, null), await frontDesk(editor, 'withdrawn')])).not.toContain('To be withdrawn"')
    done(await publishRevision(second.editor, second))
    expect(await seenFront()).toMatchObject({ lead: 'Just in', seconds: ['Story 8', 'Story 1', 'Story 2', 'Story 3'] })
    done(await withdrawStory(second.adviser, { ...second, reason: 'The test is over.' }))
  })

  test('only live stories can be placed, in their own section', async () => {
    for (const state of ['DRAFT', 'APPROVED', 'WITHDRAWN'] as const) {
      const { storyId } = await aStory(state)
      expect(problem(await changeDraft(editor, { version: await versionNow(), step: { do: 'place', storyId, to: { in: 'lead' } } }))).toMatch(/^Readers do not see this story/)
      expect(problem(await draftBanner(editor, { seen: await sealNow(), says: 'headline', storyId, words: '', date: null, time: null, which: undefined }))).toMatch(/^Readers do not see this story/)
    }
    expect(problem(await changeDraft(editor, { version: await versionNow(), step: { do: 'place', storyId: idOf(8), to: { in: 'block', sectionId: news.id, at: 0 } } }))).toMatch(/^This story is not in News/)
  })

  test('an old story stands where it is put, however many are newer', async () => {
    await owner(`UPDATE "Story" SET "firstPublishedAt" = '2001-01-01' WHERE "id" = '${idOf(8)}'`)
    await place(editor, idOf(8), { in: 'lead' })
    done(await publish(editor))
    expect((await seenFront()).lead).toBe('Story 8')
  })

  test('is undone and done again, by anybody who arranges, also after a reload; another step ends what was undone', async () => {
    await place(editor, idOf(3), { in: 'lead' })
    await doStep(editor, { do: 'hide', sectionId: arts.id })
    const version = await versionNow()
    expect(done(await undoStep(adviser, { version })).message).toBe('Undid: hid Arts.')
    expect(problem(await undoStep(editor, { version }))).toBe('Addie Viser changed the draft (“Undid: hid Arts”) while you had it open, so nothing was done. Load the page again to see the newest draft, then do it again.')
    expect(await frontDesk(editor, '')).toMatchObject({ undo: 'Made “Story 3” the lead', redo: 'Hid Arts', differs: true })
    done(await undoStep(editor, { version: await versionNow() }))
    expect(await frontDesk(editor, '')).toMatchObject({ undo: null, redo: 'Made “Story 3” the lead', differs: false, lead: { story: { headline: 'Story 1' }, pinned: false } })
    expect(problem(await undoStep(editor, { version: await versionNow() }))).toBe('There is nothing to undo.')
    expect(done(await redoStep(editor, { version: await versionNow() })).message).toBe('Did again: made “Story 3” the lead.')
    await place(editor, idOf(4), { in: 'lead' })
    expect(problem(await redoStep(editor, { version: await versionNow() }))).toBe('There is nothing to do again.')
    expect(await frontDesk(editor, '')).toMatchObject({ undo: 'Made “Story 4” the lead', redo: null })
  })

  test('goes back a hundred steps and no further', async () => {
    const layout = JSON.stringify({ lead: null, seconds: [], blocks: [], banner: null })
    await owner(`INSERT INTO "FrontStep" ("number", "layout", "words", "byId", "at") SELECT n, '${layout}', 'Step ' || n, '${editor.userId}', now() FROM generate_series(1, 120) n; UPDATE "FrontPage" SET "step" = 120`)
    await place(editor, idOf(2), { in: 'lead' })
    expect(await db().frontStep.findMany({ orderBy: { number: 'asc' }, take: 1, select: { number: true } })).toEqual([{ number: 21 }])
    await owner('UPDATE "FrontPage" SET "step" = 22')
    expect(done(await undoStep(editor, { version: await versionNow() })).message).toBe('Undid: step 22.')
    expect((await frontDesk(editor, ''))?.undo).toBeNull()
    expect(problem(await undoStep(editor, { version: await versionNow() }))).toBe('There is nothing to undo.')
  })

  test('two who change one draft: the second is told who was first and what they did, and nothing is overwritten', async () => {
    const version = await versionNow()
    const both = await Promise.all([
      changeDraft(editor, { version, step: { do: 'place', storyId: idOf(2), to: { in: 'lead' } } }),
      changeDraft(adviser, { version, step: { do: 'place', storyId: idOf(3), to: { in: 'lead' } } }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.map(problem).join(' ')).toMatch(/(Eddie Tor|Addie Viser) changed the draft \(“Made “Story [23]” the lead”\) while you had it open/)
    expect(await db().frontStep.count()).toBe(1)
    // Publishing, too, is for the draft that was seen.
    expect(problem(await publishFront(editor, { version }))).toMatch(/changed the draft/)
    expect((await seenFront()).lead).toBe('Story 1')
  })

  test('doing what is so already is no step', async () => {
    await place(editor, idOf(2), { in: 'lead' })
    expect(await place(adviser, idOf(2), { in: 'lead' })).toBe('Nothing changed: it is like that already.')
    expect(await db().frontStep.count()).toBe(1)
  })
})

test('whoever the policy lets arranges, and nobody else sees the desk or its preview', async () => {
  const scheduled = { date: '2037-01-12', time: '15:00' }
  await place(editor, idOf(2), { in: 'lead' })
  done(await publish(editor))
  const { id } = await db().frontArrangement.findFirstOrThrow({ orderBy: { id: 'desc' }, select: { id: true } })
  for (const role of ROLES) {
    await fresh()
    const actor = await anActor(role)
    process.env.FP_TEST_CLOCK = String(new Date('2037-01-12T18:00:00Z').getTime() - Date.now())
    const allowed = decide(role, 'arrangeFront').allowed
    const version = await versionNow()
    const tried = [
      await changeDraft(actor, { version, step: { do: 'place', storyId: idOf(3), to: { in: 'lead' } } }),
      await scheduleFront(actor, { version: version + 1, ...scheduled }),
      await publishFront(actor, { version: version + 1 }),
      await putBack(actor, { arrangementId: id }),
      await undoStep(actor, { version: version + 2 }),
      await redoStep(actor, { version: version + 3 }),
      await draftBanner(actor, { seen: await sealNow(), says: 'headline', storyId: idOf(3), words: '', date: null, time: null, which: undefined }),
      await removeBanner(actor, { seen: await sealNow() }),
    ]
    expect(tried.map(({ ok }) => ok), `${role}: ${tried.map(problem).join(' | ')}`).toEqual(tried.map(() => allowed))
    const plan = await db().frontSchedule.findFirst({ where: { cancelledAt: null, doneAt: null }, select: { id: true } })
    const standing = plan ?? (await db().frontSchedule.create({ data: { layout: { lead: null, seconds: [], blocks: [], banner: null }, at: new Date('2037-02-12'), plannedAt: '2037-02-12T00:00', timeZone: 'UTC', createdById: editor.userId }, select: { id: true } }))
    expect((await unscheduleFront(actor, { scheduleId: standing.id })).ok).toBe(allowed)
    await owner(`UPDATE "FrontSchedule" SET "cancelledAt" = now() WHERE "cancelledAt" IS NULL AND "doneAt" IS NULL`)
    expect([(await frontDesk(actor, '')) !== null, (await frontPreview(actor, null)) !== null, (await frontPreview(actor, id)) !== null]).toEqual([allowed, allowed, allowed])
    expect(await failedFronts(actor)).toBe(0)
  }
})

describe('the banner', () => {
  test('says the headline of a live story, and goes with it', async () => {
    const story = await aStory('LIVE', { headline: 'School closes at noon', sectionId: news.id })
    await setBanner(editor, { storyId: story.storyId })
    done(await publish(editor))
    expect((await seenFront()).banner).toBe('School closes at noon')
    done(await withdrawStory(story.adviser, { ...story, reason: 'It does not.' }))
    expect((await seenFront()).banner).toBeNull()
    await doStep(editor, { do: 'count', sectionId: news.id, count: 3 })
    expect(problem(await publish(editor))).toMatch(/^The story of the banner is no longer in the paper/)
    done(await removeBanner(editor, { seen: await sealNow() }))
    done(await publish(editor))
  })

  test('says own words only if somebody with the last word publishes them; then editors may keep them and arrange the rest', async () => {
    await setBanner(editor, { words: 'No school today' })
    expect(problem(await publish(editor))).toMatch(/^The banner says words of its own, and at this paper an adviser publishes those/)
    expect((await seenFront()).banner).toBeNull()
    done(await publish(adviser))
    expect((await seenFront()).banner).toBe('No school today')
    await place(editor, idOf(2), { in: 'lead' })
    done(await publish(editor))
    expect(await seenFront()).toMatchObject({ lead: 'Story 2', banner: 'No school today' })
    await setBanner(editor, { words: 'No school tomorrow' })
    expect((await publish(editor)).ok).toBe(false)
    for (const name of ['ADVISER_CONSULTS', 'OPEN_FORUM'] as const) {
      await policy(name)
      await setBanner(editor, { words: `In an editor-led paper: ${name}` })
      done(await publish(editor))
    }
    expect((await seenFront()).banner).toBe('In an editor-led paper: OPEN_FORUM')
  })

  test('two who write one: the second is told, and other changes of the draft do not matter', async () => {
    const words = { says: 'words' as const, storyId: null, date: null, time: null, which: undefined }
    await place(adviser, idOf(2), { in: 'lead' })
    done(await draftBanner(editor, { ...words, seen: '', words: 'First' }))
    expect(problem(await draftBanner(adviser, { ...words, seen: '', words: 'Second' }))).toMatch(/^Eddie Tor changed the draft while you were writing.* Your words are still here/)
    expect((await frontDesk(editor, ''))?.banner?.words).toBe('First')
  })

  test('names nobody of the opt-out list', async () => {
    done(await addOptOut(adviser, { name: 'Ana Ruiz', otherNames: [], reason: '' }))
    await setBanner(adviser, { words: 'Ana Ruiz wins the state title' })
    expect(problem(await publish(adviser))).toBe('A name on the opt-out list is in the banner (“Ana Ruiz”): ask your adviser.')
    const { id } = await db().optOut.findFirstOrThrow({ where: { name: 'Ana Ruiz' }, select: { id: true } })
    done(await removeOptOut(adviser, { optOutId: id }))
  })

  test('ends at its time by itself, once, and a later front knows nothing of it', async () => {
    const itIs = (at: string) => void (process.env.FP_TEST_CLOCK = String(new Date(at).getTime() - Date.now()))
    itIs('2037-01-12T18:00:00Z')
    await setBanner(editor, { storyId: idOf(3), ends: { date: '2037-01-12', time: '15:00' } })
    done(await publish(editor))
    itIs('2037-01-12T22:59:58Z')
    expect(await runQueue()).toEqual({ processed: 0, tags: [] })
    expect((await seenFront()).banner).toBe('Story 3')
    itIs('2037-01-12T23:00:00Z')
    expect((await Promise.all([runQueue(), runQueue()])).flatMap(({ tags }) => tags)).toEqual(['front'])
    expect((await seenFront()).banner).toBeNull()
    expect((await events()).filter((kind) => kind === 'front.bannerEnded')).toHaveLength(1)
    expect(problem(await publish(editor))).toMatch(/^The banner would be over by then/)
    // One that is replaced before its end leaves no job behind.
    await setBanner(editor, { storyId: idOf(3), ends: { date: '2037-01-13', time: '15:00' } })
    done(await publish(editor))
    done(await removeBanner(editor, { seen: await sealNow() }))
    done(await publish(editor))
    itIs('2037-01-14T23:00:00Z')
    expect(await runQueue()).toEqual({ processed: 0, tags: [] })
  })
})

describe('putting back', () => {
  test('publishes a former front again, with the draft, and can be undone there', async () => {
    await place(editor, idOf(2), { in: 'lead' })
    done(await publish(editor))
    await place(editor, idOf(3), { in: 'lead' })
    done(await publish(editor))
    const [now, former] = (await frontDesk(editor, ''))?.before ?? []
    expect([now?.isLive, former?.isLive, former?.lines[0]]).toEqual([true, false, 'Lead: Story 2'])
    expect(problem(await putBack(editor, { arrangementId: now?.id ?? '' }))).toBe('Readers see this front page already.')
    expect(problem(await putBack(editor, { arrangementId: crypto.randomUUID() }))).toBe('There is no such arrangement.')
    const back = done(await putBack(editor, { arrangementId: former?.id ?? '' }))
    expect(back.message).toMatch(/^Put back the front of .*\. Readers see it now\.$/)
    expect(back.tags).toEqual(['front'])
    expect((await seenFront()).lead).toBe('Story 2')
    const desk = await frontDesk(editor, '')
    expect(desk).toMatchObject({ differs: false, lead: { story: { headline: 'Story 2' } } })
    expect(desk?.before[0]).toMatchObject({ putBack: true, isLive: true })
    done(await undoStep(editor, { version: await versionNow() }))
    expect(await frontDesk(editor, '')).toMatchObject({ differs: true, lead: { story: { headline: 'Story 3' } } })
  })

  test('brings a banner’s own words back only for whoever may word one', async () => {
    await setBanner(adviser, { words: 'No school today' })
    done(await publish(adviser))
    const id = (await frontDesk(editor, ''))?.before[0]?.id ?? ''
    done(await removeBanner(editor, { seen: await sealNow() }))
    done(await publish(editor))
    expect(done(await putBack(editor, { arrangementId: id })).message).toMatch(/without its banner\.$/)
    expect((await seenFront()).banner).toBeNull()
    expect(done(await putBack(adviser, { arrangementId: id })).message).toMatch(/Readers see it now\.$/)
    expect((await seenFront()).banner).toBe('No school today')
  })

  test('what was published is kept as it was', async () => {
    await place(editor, idOf(2), { in: 'lead' })
    done(await publish(editor))
    for (const sql of [`UPDATE "FrontArrangement" SET "publishedAt" = now()`, 'DELETE FROM "FrontArrangement"', 'TRUNCATE "FrontArrangement" CASCADE']) await expect(owner(sql)).rejects.toThrow(/is refused|refused/)
  })
})
