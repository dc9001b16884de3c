import { describe, expect, test } from 'vitest'
import { copyTextOf } from '#domain/copydesk/copy-text.ts'
import { passageKey } from '#domain/copydesk/passage.ts'
import { copydeskFindings } from '#domain/copydesk/rules.ts'
import type { StoryContent } from '#domain/story.ts'
import { db } from '../db.ts'
import { approveRevision, publishRevision, sendOn, submitStory } from '../stories/moves.ts'
import { newsroomStory } from '../stories/queries.ts'
import { aStory, anActor, done, type TestStory } from '../testing/builders.ts'
import { addPaperWord, dismissFinding, removePaperWord, setRuleLevels, undoDismissal } from './commands.ts'
import { copydeskOf, copydeskSettings } from './queries.ts'
import { copydeskReview, copydeskSummaries } from './summaries.ts'

const RULE = 'repeated-words'
const body = (...paragraphs: string[]): StoryContent['body'] => ({ type: 'doc', content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) })
const FAULTY = body('The bell rang at the the usual time.')
const words = (result: { ok: boolean; problems?: { message: string }[] }) => (result.ok ? 'it worked' : (result.problems ?? []).map(({ message }) => message).join(' '))
const eventsOf = async (where: object) => (await db().auditEvent.findMany({ where, orderBy: { id: 'asc' }, select: { kind: true } })).map(({ kind }) => kind)
const setIn = async (story: TestStory, level: 'OFF' | 'ADVISORY' | 'BLOCKING' | null, ruleId = RULE) =>
  done(await setRuleLevels(story.adviser, { ruleId, paper: null, sections: { [story.content.sectionId ?? '']: level } }))
const none = { section: null, staff: [], paperWords: [], assets: {} }

function keyIn(content: StoryContent): string {
  const text = copyTextOf(content, none)
  const finding = copydeskFindings(text, { paper: {}, sections: {} }).find(({ ruleId }) => ruleId === RULE)
  if (finding === undefined) throw new Error('nothing found')
  return passageKey(finding, text)
}
const letStand = (story: TestStory, actor: TestStory['writer'], reason = 'It is a song title.') => dismissFinding(actor, { storyId: story.storyId, ruleId: RULE, passage: keyIn(story.content), reason })

describe('a rule that blocks in a section', () => {
  test('holds up handing in, approving and publishing, there and nowhere else', async () => {
    const [story, elsewhere, approved] = [await aStory('DRAFT', { body: FAULTY }), await aStory('DRAFT', { body: FAULTY }), await aStory('APPROVED', { body: FAULTY })]
    const review = await aStory('REVIEW', { body: FAULTY })
    for (const one of [story, approved, review]) await setIn(one, 'BLOCKING')
    expect(words(await submitStory(story.writer, story))).toMatch(/^Copy desk, Repeated words: /)
    expect(words(await submitStory(elsewhere.writer, elsewhere))).toBe('it worked')
    expect(words(await publishRevision(approved.editor, approved))).toMatch(/^Copy desk, Repeated words: /)
    expect(words(await approveRevision(review.adviser, review))).toMatch(/^Copy desk, Repeated words: /)
  })

  test('says nothing when the section takes its word back, or the rule is off there', async () => {
    const story = await aStory('DRAFT', { body: FAULTY })
    await setIn(story, 'BLOCKING')
    await setIn(story, null)
    expect((await newsroomStory(story.writer, story.storyId))?.checks).toEqual([])
    done(await setRuleLevels(story.adviser, { ruleId: RULE, paper: 'BLOCKING', sections: { [story.content.sectionId ?? '']: 'OFF' } }))
    expect((await newsroomStory(story.writer, story.storyId))?.checks).toEqual([])
    done(await setRuleLevels(story.adviser, { ruleId: RULE, paper: null, sections: {} }))
  })
})

describe('letting a passage stand', () => {
  test('the author’s reason lets a story be handed in, but not approved: somebody else must agree', async () => {
    const story = await aStory('DRAFT', { body: FAULTY })
    await setIn(story, 'BLOCKING')
    expect(done(await letStand(story, story.writer)).dismissal).toMatchObject({ by: story.writer.name, lifts: false })
    done(await submitStory(story.writer, story))
    done(await sendOn(story.editor, story))
    expect(words(await approveRevision(story.adviser, story))).toMatch(/waits for an editor/)
    expect(done(await letStand(story, story.editor, 'Agreed, it is a title.')).dismissal).toMatchObject({ by: story.editor.name, lifts: true })
    done(await approveRevision(story.adviser, story))
    expect(await eventsOf({ storyId: story.storyId, kind: { startsWith: 'copydesk' } })).toEqual(['copydesk.dismissed', 'copydesk.dismissed'])
  })

  test('an editor does not lift a block from a story that they signed, and loses it with the role', async () => {
    const editor = await anActor('EDITOR')
    const signed = await aStory('DRAFT', { body: FAULTY, bylines: [{ staffId: editor.staffId, name: null, credit: '' }] })
    expect(done(await letStand(signed, editor)).dismissal.lifts).toBe(false)
    const story = await aStory('REVIEW', { body: FAULTY })
    await setIn(story, 'BLOCKING')
    done(await letStand(story, story.editor))
    expect((await newsroomStory(story.adviser, story.storyId))?.checks).toEqual([])
    await db().user.update({ where: { id: story.editor.userId }, data: { role: 'WRITER' }, select: { id: true } })
    expect(words(await approveRevision(story.adviser, story))).toMatch(/Copy desk/)
  })

  test('a writer neither replaces nor takes back the word of an editor, who may take back theirs', async () => {
    const story = await aStory('DRAFT', { body: FAULTY })
    const kept = done(await letStand(story, story.editor)).dismissal
    expect(words(await letStand(story, story.writer))).toBe(`${story.editor.name} has let this stand already.`)
    expect(words(await undoDismissal(story.writer, { dismissalId: kept.id }))).toMatch(/^Only whoever let it stand/)
    done(await undoDismissal(story.adviser, { dismissalId: kept.id }))
    done(await undoDismissal(story.adviser, { dismissalId: kept.id }))
    const own = done(await letStand(story, story.writer)).dismissal
    done(await undoDismissal(story.writer, { dismissalId: own.id }))
    expect((await copydeskOf(story.writer, story.storyId))?.dismissals).toEqual([])
  })

  test('stays with the passage when the text moves, and ends when its words change', async () => {
    const moved = { ...(await aStory('DRAFT', { body: body('Something new comes first.', 'The bell rang at the the usual time.') })) }
    done(await dismissFinding(moved.editor, { storyId: moved.storyId, ruleId: RULE, passage: keyIn({ ...moved.content, body: FAULTY }), reason: 'It is a title.' }))
    done(await submitStory(moved.writer, moved))
    expect((await copydeskReview(moved.editor, moved.storyId))?.findings.find(({ finding }) => finding.ruleId === RULE)?.settled).toBe(true)
    const changed = await aStory('DRAFT', { body: body('The bell rang at the the other time.') })
    done(await dismissFinding(changed.editor, { storyId: changed.storyId, ruleId: RULE, passage: keyIn({ ...changed.content, body: FAULTY }), reason: 'It is a title.' }))
    expect((await copydeskReview(changed.editor, changed.storyId))?.findings.find(({ finding }) => finding.ruleId === RULE)?.settled).toBe(false)
  })

  test('is for the authors, editors and advisers, and for rules that exist', async () => {
    const story = await aStory('DRAFT', { body: FAULTY })
    expect(words(await letStand(story, await anActor('WRITER')))).toMatch(/^Only its authors/)
    expect(words(await dismissFinding(story.writer, { storyId: story.storyId, ruleId: 'no-such-rule', passage: 'x', reason: 'Because.' }))).toBe('There is no such rule.')
    expect(words(await dismissFinding(story.writer, { storyId: story.storyId, ruleId: 'spelling', passage: 'body: at [the] bell', reason: 'Because.' }))).toBe('it worked')
  })
})

describe('the summary', () => {
  test('is for whoever decides about stories of others, and counts what is open, blocking and let stand', async () => {
    const story = await aStory('EDITING', { body: body('The bell rang at the the usual time.', 'It rang and and rang.') })
    await setIn(story, 'BLOCKING')
    done(await letStand({ ...story, content: { ...story.content, body: FAULTY } }, story.editor))
    const summaries = await copydeskSummaries(story.adviser, [story.storyId])
    expect(summaries[story.storyId]).toMatchObject({ blocking: 1, letStand: 1 })
    expect(await copydeskSummaries(story.writer, [story.storyId])).toEqual({})
    expect(await copydeskReview(story.writer, story.storyId)).toBeNull()
    expect(await copydeskSummaries(story.adviser, [(await aStory('DRAFT', { body: FAULTY })).storyId])).toEqual({})
  })

  test('shows spelling that was let stand only while the word is still there', async () => {
    const story = await aStory('EDITING', { body: body('The glorpf rang.') })
    done(await dismissFinding(story.writer, { storyId: story.storyId, ruleId: 'spelling', passage: 'body: The [glorpf] rang.', reason: 'The mascot.' }))
    done(await dismissFinding(story.writer, { storyId: story.storyId, ruleId: 'spelling', passage: 'body: The [snarkle] rang.', reason: 'Once.' }))
    expect((await copydeskReview(story.editor, story.storyId))?.spelling.map(({ reason }) => reason)).toEqual(['The mascot.'])
  })
})

describe('settings and dictionary', () => {
  test('advisers set rules, editors extend the dictionary, writers do neither', async () => {
    const [writer, editor, adviser] = [await anActor('WRITER'), await anActor('EDITOR'), await anActor('ADVISER')]
    const set = { ruleId: 'percent', paper: 'OFF' as const, sections: {} }
    expect(words(await setRuleLevels(editor, set))).toBe('Your role does not include this.')
    expect(words(await setRuleLevels(writer, set))).toBe('Your role does not include this.')
    done(await setRuleLevels(adviser, set))
    expect((await copydeskSettings(editor))?.levels['percent']).toEqual({ paper: 'OFF', sections: {} })
    done(await setRuleLevels(adviser, { ...set, paper: null }))
    expect(await copydeskSettings(writer)).toBeNull()
    expect(words(await addPaperWord(writer, { word: 'Okonjo' }))).toBe('Your role does not include this.')
    done(await addPaperWord(editor, { word: 'Okonjo' }))
    done(await addPaperWord(adviser, { word: 'Okonjo' }))
    const added = (await copydeskSettings(editor))?.words.find(({ word }) => word === 'Okonjo')
    expect(added?.by).toBe(editor.name)
    expect(words(await removePaperWord(writer, { wordId: added?.id ?? '' }))).toBe('Your role does not include this.')
    done(await removePaperWord(editor, { wordId: added?.id ?? '' }))
    done(await removePaperWord(editor, { wordId: added?.id ?? '' }))
    expect(await eventsOf({ actorId: editor.userId })).toEqual(['copydesk.wordAdded', 'copydesk.wordRemoved'])
    expect(await eventsOf({ actorId: adviser.userId })).toEqual(['copydesk.ruleChanged', 'copydesk.ruleChanged'])
  })

  test('an unknown rule or section changes nothing', async () => {
    const adviser = await anActor('ADVISER')
    expect(words(await setRuleLevels(adviser, { ruleId: 'no-such-rule', paper: 'OFF', sections: {} }))).toBe('There is no such rule.')
    expect(words(await setRuleLevels(adviser, { ruleId: 'months', paper: 'OFF', sections: { [crypto.randomUUID()]: 'OFF' } }))).toMatch(/^One of the sections is gone/)
    expect(await db().copydeskSetting.count({ where: { ruleId: 'months' } })).toBe(0)
  })

  test('two saves of one rule at once leave one row each', async () => {
    const adviser = await anActor('ADVISER')
    const levels = ['OFF', 'ADVISORY', 'BLOCKING'] as const
    await Promise.all(Array.from({ length: 9 }, (_, index) => setRuleLevels(adviser, { ruleId: 'said', paper: levels[index % 3] ?? null, sections: {} })))
    expect(await db().copydeskSetting.count({ where: { ruleId: 'said' } })).toBe(1)
    done(await setRuleLevels(adviser, { ruleId: 'said', paper: null, sections: {} }))
  })
})
