import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, inject, test } from 'vitest'
import * as Y from 'yjs'
import { contentFrom, partsOfDraft, setText, writeContent } from '#domain/together/shared-draft.ts'
import { db } from '../db.ts'
import { approveRevision, publishRevision, sendOn, submitStory } from '../stories/moves.ts'
import { changeDraft, saveDraft } from '../stories/save.ts'
import { openSharedDraft } from '../stories/shared-draft.ts'
import { anActor, aStory, done, newestRevision } from '../testing/builders.ts'
import { asOwner } from '../testing/database.ts'
import { openSynced, serveTogether, until, type TestEditor } from '../testing/together.ts'

const server = await serveTogether()
const open: TestEditor[] = []
afterAll(async () => {
  for (const editor of open) editor.close()
  await server.close()
})

async function opened(of: Omit<Parameters<typeof openSynced>[0], 'port'>): Promise<TestEditor> {
  const editor = await openSynced({ port: server.port, ...of })
  open.push(editor)
  return editor
}

const standing = (storyId: string) =>
  db().story.findUniqueOrThrow({ where: { id: storyId }, select: { version: true, state: true, workingRevisionId: true, workingRevision: { select: { headline: true, createdById: true } } } })
const headline = (editor: TestEditor) => editor.doc.getText('headline').toString()
const paused = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('writing together', () => {
  test('two people write at once; both see both, and so does the database', async () => {
    const { storyId, writer, editor } = await aStory('DRAFT', { headline: 'Robotics team wins' })
    const [here, there] = [await opened({ actor: writer, storyId }), await opened({ actor: editor, storyId })]
    expect(headline(here)).toBe('Robotics team wins')
    here.doc.getText('headline').insert(0, 'Our ')
    there.doc.getText('headline').insert(18, ' again')
    const [first, second] = await Promise.all([here.stored(), there.stored()])
    expect([first.problems, second.problems]).toEqual([[], []])
    for (const page of [here, there]) await until(() => headline(page) === 'Our Robotics team wins again')
    expect((await standing(storyId)).workingRevision?.headline).toBe('Our Robotics team wins again')
    const revisionId = await newestRevision(storyId)
    expect(await db().revisionContributor.findMany({ where: { revisionId } })).toEqual([{ revisionId, userId: editor.userId }])
    expect(await db().revision.count({ where: { storyId } })).toBe(1)
  })

  test('what was typed without a connection merges on return', async () => {
    const { storyId, writer, editor } = await aStory('DRAFT', { headline: 'Robotics' })
    const here = await opened({ actor: writer, storyId })
    await here.stored()
    here.close()
    setText(here.doc.getText('headline'), 'Robotics, offline')
    const there = await opened({ actor: editor, storyId })
    setText(there.doc.getText('headline'), 'Our Robotics')
    await there.stored()
    const back = await opened({ actor: writer, storyId, doc: here.doc })
    await back.stored()
    await until(() => headline(there) === 'Our Robotics, offline')
    expect((await standing(storyId)).workingRevision?.headline).toBe('Our Robotics, offline')
  })

  test('an idle editor, and one who changes nothing in the end, never undoes an approval', async () => {
    const { storyId, editor, revisionId } = await aStory('APPROVED', { headline: 'Approved' })
    const before = await standing(storyId)
    const page = await opened({ actor: editor, storyId })
    await page.stored()
    partsOfDraft(page.doc).body.push([new Y.XmlElement('paragraph')])
    page.doc.getText('headline').insert(0, 'x')
    page.doc.getText('headline').delete(0, 1)
    const stored = await page.stored()
    expect(await standing(storyId)).toEqual(before)
    expect(stored).toMatchObject({ revisionId, state: 'APPROVED', version: before.version })
    page.doc.getText('headline').insert(0, 'Not ')
    expect(await page.stored()).toMatchObject({ state: 'REVIEW', version: before.version + 1 })
    expect(await newestRevision(storyId)).not.toBe(revisionId)
  })

  test('a tag that is written otherwise than it was first is no change', async () => {
    await aStory('DRAFT', { tags: ['School life'] })
    const { storyId, editor } = await aStory('APPROVED', { tags: ['school LIFE'] })
    const before = await standing(storyId)
    const page = await opened({ actor: editor, storyId })
    partsOfDraft(page.doc).fields.set('tags', ['school life'])
    await page.stored()
    expect(await standing(storyId)).toEqual(before)
  })

  test('bylines, tags and pictures change in a revision that is extended, and only there', async () => {
    const { storyId, writer, content } = await aStory('DRAFT', { tags: ['One'] })
    const save = async (change: Partial<typeof content>) => done(await changeDraft(writer, storyId, (now) => ({ ...now, ...change })))
    const asset = async () => (await db().mediaAsset.create({ data: { originalKey: randomUUID(), fileName: 'a.jpg', width: 1, height: 1, bytes: 1, uploadedById: writer.userId }, select: { id: true } })).id
    const [first, second] = [await asset(), await asset()]
    const image = (assetId: string, caption: string) => ({ type: 'image' as const, attrs: { assetId, caption, alt: 'A picture', credit: 'Staff' } })
    await save({ body: { type: 'doc', content: [image(first, 'one'), image(second, 'two')] }, lead: { assetId: second, caption: 'lead', alt: '', credit: '' } })
    await db().mediaAsset.update({ where: { id: second }, data: { focalX: 0.2 } })
    await save({ tags: ['Two', 'One'], bylines: [...content.bylines, { staffId: null, name: 'Guest', credit: '' }] })
    await save({ body: { type: 'doc', content: [image(second, 'two'), image(first, 'one')] } })
    const revisions = await db().revision.findMany({
      where: { storyId },
      select: { bylines: true, tags: { orderBy: { position: 'asc' }, select: { tag: { select: { name: true } } } }, placements: { orderBy: [{ role: 'asc' }, { position: 'asc' }], select: { caption: true, focalX: true } } },
    })
    expect(revisions).toHaveLength(1)
    expect(revisions[0]).toMatchObject({
      tags: [{ tag: { name: 'Two' } }, { tag: { name: 'One' } }],
      placements: [{ caption: 'lead', focalX: 0.2 }, { caption: 'two', focalX: 0.2 }, { caption: 'one', focalX: 0.5 }],
    })
    expect(revisions[0]?.bylines).toHaveLength(2)
  })

  test('in review every store cuts a revision, but not every keystroke does', async () => {
    const { storyId, editor } = await aStory('REVIEW')
    const page = await opened({ actor: editor, storyId })
    for (const letter of 'twenty letters of it') page.doc.getText('deck').insert(0, letter)
    await page.stored()
    expect(await db().revision.count({ where: { storyId } })).toBe(2)
    page.doc.getText('deck').insert(0, 'More. ')
    await page.stored()
    expect(await db().revision.count({ where: { storyId } })).toBe(3)
  })

  test('the first change after a move cuts a new revision in the name of whoever made it', async () => {
    const { storyId, writer, editor, revisionId } = await aStory('DRAFT')
    const page = await opened({ actor: editor, storyId })
    done(await submitStory(writer, { storyId, revisionId }))
    page.doc.getText('deck').insert(0, 'More. ')
    await page.stored()
    expect((await standing(storyId)).workingRevision?.createdById).toBe(editor.userId)
    const events = await db().auditEvent.findMany({ where: { storyId, kind: 'story.edited' }, select: { actorId: true } })
    expect(events).toEqual([{ actorId: editor.userId }])
  })

  test('everybody who has the story open learns how it stands, not only who typed', async () => {
    const { storyId, writer, editor } = await aStory('EDITING')
    const [reader, page] = [await opened({ actor: writer, storyId }), await opened({ actor: editor, storyId })]
    page.doc.getText('deck').insert(0, 'More. ')
    const { version, revisionId } = await page.stored()
    await until(() => reader.messages.some((message) => message.type === 'stored' && message.version === version && message.revisionId === revisionId))
  })
})

describe('nothing is called stored that is not', () => {
  test('a mark is answered after the commit, not before, and not when the store is killed', async () => {
    const { storyId, editor } = await aStory('EDITING', { headline: 'Before' })
    const page = await opened({ actor: editor, storyId })
    await page.stored()
    await asOwner(process.env.FP_TEST_OWNER_URL ?? '', async (owner) => {
      await owner.query('BEGIN')
      await owner.query('SELECT 1 FROM "Story" WHERE "id" = $1 FOR UPDATE', [storyId])
      setText(page.doc.getText('headline'), 'After')
      const n = page.mark()
      const answered = () => page.messages.some((message) => message.type === 'stored' && message.n >= n)
      const owners = process.env.FP_TEST_OWNER_URL ?? ''
      const waiting = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%"Story"%FOR UPDATE%'`
      const [store] = await until(async () => {
        // On a connection of its own: inside a transaction the view stands still.
        const { rows } = await asOwner(owners, (other) => other.query<{ pid: number }>(waiting))
        return rows.length > 0 && rows
      })
      await owner.query('SELECT pg_terminate_backend($1)', [store?.pid])
      await paused(300)
      expect(answered()).toBe(false)
      expect((await standing(storyId)).workingRevision?.headline).toBe('Before')
      await owner.query('COMMIT')
      await until(answered)
      expect((await standing(storyId)).workingRevision?.headline).toBe('After')
    })
  })

  test('while the database is away everything is kept in memory, and stored when it is back', async () => {
    const { storyId, editor } = await aStory('EDITING', { headline: 'Before' })
    const page = await opened({ actor: editor, storyId })
    await page.stored()
    const database = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1)
    await asOwner(inject('postgres').owner.replace('<database>', 'postgres'), async (owner) => {
      await owner.query(`ALTER DATABASE ${database} WITH ALLOW_CONNECTIONS false`)
      await owner.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [database])
      setText(page.doc.getText('headline'), 'Typed meanwhile')
      const n = page.mark()
      await paused(1_500)
      expect(page.messages.some((message) => message.type === 'stored' && message.n >= n)).toBe(false)
      expect(page.synced()).toBe(true)
      await owner.query(`ALTER DATABASE ${database} WITH ALLOW_CONNECTIONS true`)
      await until(() => page.messages.some((message) => message.type === 'stored' && message.n >= n), 10_000)
    })
    expect((await standing(storyId)).workingRevision?.headline).toBe('Typed meanwhile')
    // Hears the database again: another way of saving reaches the page.
    await until(async () => {
      done(await changeDraft(editor, storyId, (content) => ({ ...content, deck: `${content.deck}.` })))
      return page.doc.getText('deck').toString().endsWith('..')
    }, 10_000)
  })

  test('a mark waits for the first comparison of both sides', async () => {
    const { storyId, editor } = await aStory('EDITING', { headline: 'Before' })
    const first = await opened({ actor: editor, storyId })
    await first.stored()
    first.close()
    setText(first.doc.getText('headline'), 'Offline')
    const back = await opened({ actor: editor, storyId, doc: first.doc })
    const { version } = await back.stored()
    expect((await standing(storyId)).version).toBe(version)
    expect((await standing(storyId)).workingRevision?.headline).toBe('Offline')
  })

  test('closing the last page stores at once, without waiting', async () => {
    const { storyId, editor } = await aStory('EDITING', { headline: 'Before' })
    const page = await opened({ actor: editor, storyId })
    setText(page.doc.getText('headline'), 'Typed and gone')
    await paused(20)
    page.close()
    await until(async () => (await standing(storyId)).workingRevision?.headline === 'Typed and gone', 2_000)
  })

  test('a server that is told to stop stores everything first', async () => {
    const other = await serveTogether()
    const { storyId, editor } = await aStory('EDITING', { headline: 'Before' })
    const page = await openSynced({ port: other.port, actor: editor, storyId })
    setText(page.doc.getText('headline'), 'In the last moment')
    await paused(20)
    await other.close()
    expect((await standing(storyId)).workingRevision?.headline).toBe('In the last moment')
    page.close()
  })
})

describe('what cannot be a revision', () => {
  test('is kept, says why, and holds up every decision until it is put right', async () => {
    const { storyId, editor, writer, revisionId } = await aStory('DRAFT', { headline: 'Before' })
    const page = await opened({ actor: editor, storyId })
    setText(page.doc.getText('headline'), 'x'.repeat(201))
    const stored = await page.stored()
    expect(stored.problems).toEqual([{ field: 'headline', message: 'Keep the headline under 200 characters.' }])
    expect(stored.revisionId).toBe(revisionId)
    expect((await standing(storyId)).workingRevision?.headline).toBe('Before')
    const again = await opened({ actor: writer, storyId })
    expect(headline(again)).toBe('x'.repeat(201))
    const refused = await submitStory(writer, { storyId, revisionId })
    expect(refused).toMatchObject({ ok: false, problems: [{ message: 'Not all of the text is saved yet. Keep the headline under 200 characters.' }] })
    setText(page.doc.getText('headline'), 'Short')
    expect((await page.stored()).problems).toEqual([])
    done(await submitStory(writer, { storyId, revisionId }))
  })

  test('a picture or a section that is not there', async () => {
    const { storyId, editor } = await aStory('EDITING')
    const page = await opened({ actor: editor, storyId })
    page.doc.transact(() => {
      partsOfDraft(page.doc).fields.set('sectionId', randomUUID())
      const picture = new Y.XmlElement('image')
      picture.setAttribute('assetId', randomUUID())
      partsOfDraft(page.doc).body.push([picture])
    })
    expect((await page.stored()).problems.map(({ field }) => field)).toEqual(['section', 'body'])
  })
})

describe('other ways of saving', () => {
  test('reach open editors and keep what they type meanwhile', async () => {
    const { storyId, writer, editor } = await aStory('DRAFT', { headline: 'Robotics team wins' })
    const page = await opened({ actor: writer, storyId })
    page.doc.getText('headline').insert(18, ' again')
    done(await changeDraft(editor, storyId, (content) => ({ ...content, headline: `Our ${content.headline}`, tags: ['Sports'] })))
    await until(() => headline(page) === 'Our Robotics team wins again')
    await page.stored()
    expect(contentFrom(page.doc).content.tags).toEqual(['Sports'])
    expect((await standing(storyId)).workingRevision?.headline).toBe('Our Robotics team wins again')
  })

  test('saveDraft on a version writes into the shared document too', async () => {
    const { storyId, editor, content } = await aStory('EDITING', { headline: 'Before' })
    await openSharedDraft(storyId)
    done(await saveDraft(editor, { storyId, version: 1, content: { ...content, headline: 'After' } }))
    const page = await opened({ actor: editor, storyId })
    expect(headline(page)).toBe('After')
  })

  test('changing nothing stores nothing, and clears a problem by what is changed', async () => {
    const { storyId, editor } = await aStory('EDITING')
    const before = await standing(storyId)
    done(await changeDraft(editor, storyId, (content) => content))
    expect(await standing(storyId)).toEqual(before)
    const page = await opened({ actor: editor, storyId })
    setText(page.doc.getText('headline'), 'x'.repeat(300))
    await page.stored()
    expect(await changeDraft(editor, storyId, (content) => content)).toMatchObject({ ok: false, problems: [{ field: 'headline' }] })
    done(await changeDraft(editor, storyId, (content) => ({ ...content, headline: 'Short' })))
    await until(() => headline(page) === 'Short')
    expect((await page.stored()).problems).toEqual([])
  })

  test('are refused for whoever may not edit', async () => {
    const { storyId } = await aStory('DRAFT')
    expect(await changeDraft(await anActor('WRITER'), storyId, (content) => ({ ...content, headline: 'Mine' }))).toMatchObject({ ok: false })
  })

  test('two that open a story for the first time at once get one and the same document', async () => {
    const { storyId } = await aStory('DRAFT')
    const rows = await Promise.all(Array.from({ length: 8 }, () => openSharedDraft(storyId)))
    expect(new Set(rows.map((row) => row?.generation)).size).toBe(1)
    expect(new Set(rows.map((row) => Buffer.from(row?.state ?? []).toString('hex'))).size).toBe(1)
  })
})

test('readers go on seeing the approved revision while a live story is written in', async () => {
  const { storyId, editor, adviser, revisionId } = await aStory('LIVE', { headline: 'Live' })
  const page = await opened({ actor: editor, storyId })
  setText(page.doc.getText('headline'), 'Not yet live')
  expect((await page.stored()).state).toBe('DRAFT')
  expect((await db().story.findUniqueOrThrow({ where: { id: storyId } })).liveRevisionId).toBe(revisionId)
  const next = { storyId, revisionId: await newestRevision(storyId) }
  done(await submitStory(editor, { ...next, change: { kind: 'UPDATE', note: '' } }))
  done(await sendOn(editor, next))
  done(await approveRevision(adviser, next))
  done(await publishRevision(editor, { ...next, change: { kind: 'UPDATE', note: '' } }))
})

test('a stored document with another generation takes the open one out of use', async () => {
  const { storyId, editor, content } = await aStory('EDITING', { headline: 'Before' })
  const page = await opened({ actor: editor, storyId })
  await page.stored()
  await db().sharedDraft.update({ where: { storyId }, data: { generation: randomUUID(), version: { increment: 1 } } })
  await until(() => page.refusals.includes('generation'))
  writeContent(page.doc, { ...content, headline: 'Of another line' })
  await paused(800)
  expect((await standing(storyId)).workingRevision?.headline).toBe('Before')
})
