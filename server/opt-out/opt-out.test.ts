import { beforeEach, describe, expect, it } from 'vitest'
import { ROLES } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { db } from '../db.ts'
import { addCorrection, proposeCorrection, publishCorrection } from '../corrections/commands.ts'
import { approveRevision, publishRevision, sendOn, submitStory, withdrawStory } from '../stories/moves.ts'
import { newsroomStory } from '../stories/queries.ts'
import { carryOut } from '../stories/timing/carry-out.ts'
import { scheduleStory } from '../stories/timing/schedule.ts'
import { withdrawIssue } from '../print/commands.ts'
import { changeProfile } from '../staff/profile.ts'
import { approvedAgain, aStory, anActor, done, newestRevision } from '../testing/builders.ts'
import { anAsset } from '../testing/pictures.ts'
import { aLiveIssue, anIssue } from '../testing/print.ts'
import { addOptOut, allowNamed, changeOptOut, endAllowance, removeOptOut } from './commands.ts'
import { namedInThePaper } from './in-the-paper.ts'
import { optOutList, optOutsInStory } from './queries.ts'

const ANA = { name: 'Ana Ruiz', otherNames: ['Annie'], reason: 'Her family asked.' }
const words = (result: object) => JSON.stringify(result)
const idOf = async (name: string) => (await db().optOut.findFirstOrThrow({ where: { name }, select: { id: true } })).id

beforeEach(async () => {
  await db().optOut.deleteMany()
})

describe('the opt-out list', () => {
  it('is seen and kept by those whom the policy lets, and by nobody else', async () => {
    done(await addOptOut(await anActor('ADVISER'), ANA))
    const optOutId = await idOf('Ana Ruiz')
    const story = await aStory('DRAFT', { deck: 'With Ana Ruiz.' })
    for (const role of ROLES) {
      const actor = await anActor(role)
      const allowed = decide(role, 'keepOptOutList').allowed
      expect((await optOutList(actor)) !== null, role).toBe(allowed)
      expect((await optOutsInStory(actor, { id: story.storyId, revisionId: story.revisionId })).length > 0).toBe(allowed)
      expect((await addOptOut(actor, { ...ANA, name: `Somebody ${role}` })).ok).toBe(allowed)
      expect((await changeOptOut(actor, { ...ANA, optOutId, reason: role })).ok).toBe(allowed)
      if (!allowed) expect((await removeOptOut(actor, { optOutId })).ok).toBe(false)
    }
    const adviser = await anActor('ADVISER')
    expect(words(await addOptOut(adviser, { ...ANA, name: 'ana ruiz' }))).toContain('on the list already')
    done(await removeOptOut(adviser, { optOutId }))
    expect((await removeOptOut(adviser, { optOutId })).ok).toBe(false)
    const events = await db().auditEvent.findMany({ where: { kind: { startsWith: 'optOut.' } }, select: { data: true, subjectId: true } })
    expect(words(events)).not.toMatch(/Ana|Annie|family/i)
  })

  it('holds a story that names somebody until an adviser who did not write it allows it', async () => {
    const { writer, editor, adviser, storyId, revisionId } = await aStory('DRAFT', { headline: 'ANNIE’S goal' })
    done(await addOptOut(adviser, ANA))
    const decision = { storyId, revisionId }
    const seen = (await newsroomStory(writer, storyId))?.checks ?? []
    expect(seen).toEqual([{ field: 'headline', message: 'A name on the opt-out list is in the headline (“ANNIE’S”): ask your adviser.', waitsFor: 'adviser' }])
    expect(words(seen)).not.toContain('Ruiz')
    // The writer can hand it in: only an adviser can do something about it.
    done(await submitStory(writer, decision))
    done(await sendOn(editor, decision))
    expect(words(await approveRevision(adviser, decision))).toContain('opt-out list')
    const optOutId = await idOf('Ana Ruiz')
    for (const actor of [writer, editor, await anActor('EDITOR')]) expect((await allowNamed(actor, { storyId, optOutId, reason: 'Why not.' })).ok).toBe(false)
    done(await allowNamed(adviser, { storyId, optOutId, reason: 'She agreed to this one.' }))
    expect((await allowNamed(adviser, { storyId, optOutId, reason: 'Again.' })).ok).toBe(false)
    done(await approveRevision(adviser, decision))
    for (const actor of [writer, editor]) expect((await endAllowance(actor, { storyId, optOutId })).ok).toBe(false)
    done(await endAllowance(adviser, { storyId, optOutId }))
    expect(words(await endAllowance(adviser, { storyId, optOutId }))).toContain('taken back already')
    expect(words(await publishRevision(editor, decision))).toContain('opt-out list')
    done(await allowNamed(adviser, { storyId, optOutId, reason: 'She agreed to this one.' }))
    done(await publishRevision(editor, decision))
    expect(await optOutsInStory(adviser, { id: storyId, revisionId })).toMatchObject([{ name: 'Ana Ruiz', passages: [{ where: 'the headline', passage: 'ANNIE’S' }], allowed: { reason: 'She agreed to this one.' } }])
    expect(await db().auditEvent.findFirst({ where: { storyId, kind: 'optOut.allowed' }, select: { actorId: true } })).toEqual({ actorId: adviser.userId })
  })

  it('stops a story that was approved before its name came onto the list', async () => {
    const { adviser, editor, storyId, revisionId } = await aStory('APPROVED', { deck: 'By Lee Park’s side.' })
    done(await addOptOut(adviser, { ...ANA, name: 'Lee Park', otherNames: [] }))
    expect(words(await publishRevision(editor, { storyId, revisionId }))).toContain('opt-out list')
    const other = await aStory('REVIEW', { deck: 'Lee Park again.' })
    done(await allowNamed(adviser, { storyId, optOutId: await idOf('Lee Park'), reason: 'One story only.' }))
    expect((await publishRevision(editor, { storyId, revisionId })).ok).toBe(true)
    expect(words(await approveRevision(other.adviser, { storyId: other.storyId, revisionId: await newestRevision(other.storyId) }))).toContain('opt-out list')
  })

  it('knows a byline as readers see it, and not an author’s own yes', async () => {
    const story = await aStory('REVIEW')
    done(await addOptOut(await anActor('ADVISER'), { name: story.writer.name, otherNames: [], reason: '' }))
    // "Test Person 7": its digits are no letters, so the words are what counts.
    expect((await newsroomStory(story.editor, story.storyId))?.checks).toMatchObject([{ field: 'bylines' }])
    await db().staffMember.update({ where: { id: story.writer.staffId }, data: { bylineForm: 'HIDDEN' } })
    expect((await newsroomStory(story.editor, story.storyId))?.checks).toEqual([])
    const own = await anActor('ADVISER', 'Una Signer')
    const signed = await aStory('DRAFT', { deck: 'Ana Ruiz', bylines: [{ staffId: own.staffId, name: null, credit: '' }] })
    done(await addOptOut(own, ANA))
    expect(words(await allowNamed(own, { storyId: signed.storyId, optOutId: await idOf('Ana Ruiz'), reason: 'My own.' }))).toContain('wrote or signed')
  })

  it('finds what was published before the name came onto the list, in every text and file name, for those who may see the list', async () => {
    const caption = await aStory('LIVE', { body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Then Zora Qu' }, { type: 'text', text: 'ill', marks: [{ type: 'bold' }] }, { type: 'text', text: ' sang.' }] }] } })
    const address = await aStory('LIVE', { slug: 'zora-quill-sings' })
    const [other, draft] = [await aStory('LIVE'), await aStory('REVIEW', { headline: 'Zora Quill sings' })]
    done(await addOptOut(other.adviser, { name: 'Zora Quill', otherNames: [], reason: '' }))
    const optOutId = await idOf('Zora Quill')
    const found = await namedInThePaper(other.adviser, optOutId)
    expect(found?.stories.map(({ storyId }) => storyId).toSorted()).toEqual([caption.storyId, address.storyId].toSorted())
    expect(found?.stories.find(({ storyId }) => storyId === caption.storyId)).toMatchObject({ passages: [{ where: 'the text', passage: 'Zora Quill' }], allowed: false })
    expect(found?.searched).toBeGreaterThanOrEqual(3)
    expect(words(found ?? {})).not.toContain(draft.storyId)
    done(await allowNamed(other.adviser, { storyId: caption.storyId, optOutId, reason: 'She sang in public.' }))
    expect((await namedInThePaper(other.adviser, optOutId))?.stories.find(({ storyId }) => storyId === caption.storyId)?.allowed).toBe(true)
    for (const role of ROLES) expect((await namedInThePaper(await anActor(role), optOutId)) !== null, role).toBe(decide(role, 'keepOptOutList').allowed)
    expect(await namedInThePaper(other.adviser, other.storyId)).toBeNull()
  })

  it('finds a name in the profiles that people wrote before it was on the list, for the same people alone', async () => {
    const [adviser, writer, editor] = [await anActor('ADVISER'), await anActor('WRITER'), await anActor('EDITOR')]
    await db().staffMember.update({ where: { id: writer.staffId }, data: { bio: 'I write with Zora Quill, my best friend.', portraitAlt: 'Me and Quill, Zora' }, select: { id: true } })
    await db().staffMember.update({ where: { id: editor.staffId }, data: { bio: 'I edit.' }, select: { id: true } })
    done(await addOptOut(adviser, { name: 'Zora Quill', otherNames: [], reason: '' }))
    const optOutId = await idOf('Zora Quill')
    expect((await namedInThePaper(adviser, optOutId))?.profiles).toEqual([
      { staffId: writer.staffId, name: writer.name, passages: [{ where: 'the words for readers', passage: 'Zora Quill' }, { where: 'the alt text', passage: 'Quill, Zora' }] },
    ])
    expect(await namedInThePaper(editor, optOutId)).toBeNull()
    done(await changeProfile(writer, { staffId: writer.staffId, bio: 'I write.', portraitId: null, portraitAlt: '' }))
    expect((await namedInThePaper(adviser, optOutId))?.profiles).toEqual([])
  })

  it('finds a name on the pages of printed issues that readers see, until one is withdrawn', async () => {
    const [adviser, editor] = [await anActor('ADVISER'), await anActor('EDITOR')]
    const issueId = await aLiveIssue(editor, adviser, ['The choir of the school sang for two hours on Friday night, and nobody went home.', 'Then Zora Quill sang alone, and everybody in the hall listened until the end.'])
    await anIssue(editor, ['Zora Quill sings again, in an issue that nobody sees.'])
    done(await addOptOut(adviser, { name: 'Zora Quill', otherNames: [], reason: '' }))
    const optOutId = await idOf('Zora Quill')
    expect((await namedInThePaper(adviser, optOutId))?.issues).toEqual([{ issueId, title: 'October issue', passages: [{ where: 'page 2', passage: 'Zora Quill' }] }])
    done(await withdrawIssue(adviser, { issueId, reason: 'A name that should not stand there.' }))
    expect((await namedInThePaper(adviser, optOutId))?.issues).toEqual([])
  })

  it('finds a name in a file name of any form, in a cell of a table, and in a note for readers', async () => {
    const photographer = await anActor('WRITER')
    const assetId = await anAsset(photographer)
    await db().mediaAsset.update({ where: { id: assetId }, data: { fileName: '20%2F23%20Quill%20Zora.jpg', rights: 'STAFF' }, select: { id: true } })
    const file = await aStory('LIVE', { lead: { assetId, caption: 'The choir.', alt: 'Somebody sings.', credit: 'A. Parent' } })
    const line = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })
    const cell = await aStory('LIVE', { body: { type: 'doc', content: [{ type: 'table', attrs: { caption: '' }, content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [line('Zora'), line('Quill')] }] }] }] } })
    const noted = await aStory('LIVE')
    done(await addCorrection(noted.adviser, { storyId: noted.storyId, revisionId: noted.revisionId, kind: 'UPDATE', text: 'Zora Quill sang, too.', replacesId: null }))
    done(await addOptOut(noted.adviser, { name: 'Zora Quill', otherNames: [], reason: '' }))
    const stories = (await namedInThePaper(noted.adviser, await idOf('Zora Quill')))?.stories ?? []
    expect(Object.fromEntries(stories.map(({ storyId, passages }) => [storyId, passages.map(({ where }) => where)]))).toMatchObject({
      [file.storyId]: ['the file name of the lead picture'],
      [cell.storyId]: ['the text'],
      [noted.storyId]: ['a note for readers'],
    })
  })

  it('keeps a note for readers back that names somebody, however it would go live, until an adviser allows the name', async () => {
    const TEXT = 'Zora Quill sang, and nobody else.'
    const [story, planned] = [await aStory('LIVE'), await approvedAgain()]
    const note = { storyId: story.storyId, revisionId: story.revisionId, kind: 'CORRECTION' as const, text: TEXT, replacesId: null }
    done(await proposeCorrection(story.editor, note))
    const { id: correctionId } = await db().correction.findFirstOrThrow({ where: { storyId: story.storyId }, select: { id: true } })
    const change = { kind: 'CORRECTION' as const, note: TEXT }
    const when = { date: '2037-01-12', time: '15:00' }
    process.env.FP_TEST_CLOCK = String(new Date('2037-01-12T18:00:00Z').getTime() - Date.now())
    done(await scheduleStory(planned.adviser, { ...planned.next, ...when, change }))
    done(await addOptOut(story.adviser, { name: 'Zora Quill', otherNames: [], reason: '' }))
    const refusals = [
      await addCorrection(story.adviser, note), await publishCorrection(story.adviser, { correctionId }),
      await publishRevision(planned.adviser, { ...planned.next, change }), await scheduleStory(planned.adviser, { ...planned.next, ...when, change }),
    ]
    for (const refusal of refusals) expect(words(refusal)).toContain('A name on the opt-out list is in the note for readers (“Zora Quill”)')
    const { id: planId } = await db().schedule.findFirstOrThrow({ where: { storyId: planned.storyId, cancelledAt: null }, select: { id: true } })
    await carryOut(planId, new Date('2037-01-12T23:00:00Z'))
    process.env.FP_TEST_CLOCK = '0'
    expect((await db().schedule.findUniqueOrThrow({ where: { id: planId }, select: { failure: true } })).failure).toContain('opt-out list')
    expect(await db().correction.count({ where: { publishedAt: { not: null }, storyId: { in: [story.storyId, planned.storyId] } } })).toBe(0)
    done(await allowNamed(story.adviser, { storyId: story.storyId, optOutId: await idOf('Zora Quill'), reason: 'She asked for this note.' }))
    done(await publishCorrection(story.adviser, { correctionId }))
  })

  it('keeps a name out of what readers are told in place of a story', async () => {
    const { adviser, storyId, revisionId } = await aStory('LIVE')
    done(await addOptOut(adviser, { name: 'Rufus Bell', otherNames: [], reason: '' }))
    const withdraw = (statement: string) => withdrawStory(adviser, { storyId, revisionId, reason: 'His family asked.', statement })
    expect(await withdraw('We named Rufus Bell.')).toMatchObject({ ok: false, problems: [{ field: 'statement', message: 'A name on the opt-out list is in the statement (“Rufus Bell”): ask your adviser.' }] })
    done(await withdraw('We named somebody whom we should not have named.'))
  })
})
