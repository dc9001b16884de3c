import { writeFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { db } from '../db.ts'
import { storage } from '../storage.ts'
import { aStory, anActor, done } from '../testing/builders.ts'
import { aPdf } from '#e2e/fixtures/a-pdf.ts'
import { anIssue } from '../testing/print.ts'
import { withdrawStory } from '../stories/moves.ts'
import { changeIssue, deleteIssue, publishIssue, typePageText, withdrawIssue } from './commands.ts'
import { linkStory, unlinkStory } from './links.ts'
import { readIssue as prepare } from './prepare.ts'
import { deskFile, issueDesk, issueList } from './queries.ts'
import { fileIfLive, readInPrint, readIssue, readIssues, readPage } from './reader-views.ts'
import { readPdf, UnreadablePdf } from './reading/read-pdf.ts'
import { uploadIssue } from './upload.ts'

const versionOf = async (id: string) => (await db().printIssue.findUniqueOrThrow({ where: { id }, select: { version: true } })).version
const slugOf = async (id: string) => (await db().printIssue.findUniqueOrThrow({ where: { id }, select: { slug: true } })).slug ?? ''
const publish = async (by: Awaited<ReturnType<typeof anActor>>, issueId: string, allowReason = '') => publishIssue(by, { issueId, version: await versionOf(issueId), allowReason })
const keysOf = async (id: string) => {
  const issue = await db().printIssue.findUniqueOrThrow({ where: { id }, select: { pdfKey: true, pages: { select: { pictures: { select: { key: true } } } } } })
  return { pdf: (issue.pdfKey ?? '').slice('issue/'.length), pictures: issue.pages.flatMap(({ pictures }) => pictures.map(({ key }) => key)) }
}

describe('reading a PDF', () => {
  it('gives pages as pixels with their text in place, and a file without what the first one said of its maker', async () => {
    const pages: { number: number; text: string; lines: number; size: [number, number] }[] = []
    const pdf = await readPdf(aPdf(['The bell rang at noon.', '']), async ({ number, text, lines, width, height }) => void pages.push({ number, text, lines: lines.length, size: [width, height] }))
    expect(pages).toEqual([{ number: 1, text: 'The bell rang at noon.', lines: 1, size: [1600, 2071] }, { number: 2, text: '', lines: 0, size: [1600, 2071] }])
    expect(pdf.toString('latin1')).not.toMatch(/Canary/)
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  })
  it('says so where a file is none, is locked, or has too many pages', async () => {
    await expect(readPdf(Buffer.from('%PDF-1.4 nothing'), async () => undefined)).rejects.toThrow(UnreadablePdf)
    await expect(readPdf(aPdf(Array.from({ length: 65 }, () => 'x')), async () => undefined)).rejects.toThrow(/more than 64 pages/)
  })
  it('believes nothing that a reader says, and lets none touch files or know secrets', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'reader-'))
    const program = path.join(process.cwd(), 'server/print/reading', `try-${process.pid}.mjs`)
    try {
      await writeFile(program, `process.stdin.resume(); process.stdout.write(Buffer.from([255,255,255,255,0,0,0,0]))`)
      await expect(readPdf(Buffer.from('x'), async () => undefined, program)).rejects.toThrow(/too large/)
      await writeFile(program, `import { writeFileSync } from 'node:fs'; let r = ''; try { writeFileSync(${JSON.stringify(path.join(folder, 'x'))}, 'x') } catch (e) { r = e.code } const h = Buffer.from(JSON.stringify({ kind: 'page', number: 1, width: 1, height: 1, text: r + String(process.env.DATABASE_URL), lines: [] })); const l = Buffer.alloc(8); l.writeUInt32BE(h.length); l.writeUInt32BE(3, 4); process.stdout.write(Buffer.concat([l, h, Buffer.alloc(3)]))`)
      const said: string[] = []
      await expect(readPdf(Buffer.from('x'), async ({ text }) => void said.push(text), program)).rejects.toThrow(UnreadablePdf)
      expect(said).toEqual(['ERR_ACCESS_DENIEDundefined'])
    } finally {
      await rm(program, { force: true })
      await rm(folder, { recursive: true })
    }
  })
})

describe('a printed issue', () => {
  it('is for nobody but its desk until whoever decides publishes it, and gone at once when it is withdrawn', async () => {
    const [writer, editor, adviser] = [await anActor('WRITER'), await anActor('EDITOR'), await anActor('ADVISER')]
    expect(await uploadIssue(writer, { fileName: 'a.pdf', bytes: aPdf() })).toMatchObject({ ok: false })
    expect(await uploadIssue(editor, { fileName: 'a.pdf', bytes: Buffer.from('GIF89a') })).toMatchObject({ ok: false, problems: [{ field: 'file' }] })
    const issueId = await anIssue(editor)
    const keys = await keysOf(issueId)
    expect(keys.pictures).toHaveLength(3)
    for (const key of [keys.pdf, ...keys.pictures]) {
      expect(await fileIfLive(key)).toBeNull()
      expect(await deskFile(editor, key)).not.toBeNull()
      expect(await deskFile(writer, key)).toBeNull()
    }
    expect(await issueList(writer)).toBeNull()
    expect(await issueDesk(writer, issueId)).toBeNull()
    done(await changeIssue(editor, { issueId, title: 'October issue', volume: 3, number: 2, date: '2026-10-30' }))
    expect(await publish(editor, issueId)).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining('uploaded') }] })
    expect(await publish(await anActor('EDITOR'), issueId)).toMatchObject({ ok: false, problems: [{ message: 'At this paper an adviser decides this.' }] })
    const seen = await versionOf(issueId)
    done(await typePageText(editor, { issueId, page: 1, text: 'Typed anew.' }))
    expect(await publishIssue(adviser, { issueId, version: seen, allowReason: '' })).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining('Somebody changed this issue') }] })
    expect(done(await publish(adviser, issueId)).tags).toContain('issues')
    const slug = await slugOf(issueId)
    expect(slug).toBe('vol-3-issue-2')
    expect(await readIssues()).toMatchObject([{ slug, title: 'October issue', pages: 1 }])
    expect(await readPage(slug, 1)).toMatchObject({ typedText: 'Typed anew.' })
    for (const key of [keys.pdf, ...keys.pictures]) expect(await fileIfLive(key)).not.toBeNull()
    expect(await typePageText(editor, { issueId, page: 1, text: 'Other.' })).toMatchObject({ ok: false })
    await expect(db().printPage.updateMany({ where: { issueId }, data: { typedText: 'Other.' } })).rejects.toThrow(/were published/)
    await expect(db().printIssue.update({ where: { id: issueId }, data: { title: 'Other' } })).rejects.toThrow(/does not change/)
    expect(await withdrawIssue(editor, { issueId, reason: 'x' })).toMatchObject({ ok: false })
    done(await withdrawIssue(adviser, { issueId, reason: 'A page was wrong.' }))
    for (const key of [keys.pdf, ...keys.pictures]) expect(await fileIfLive(key)).toBeNull()
    expect((await readIssue(slug)).answer.kind).toBe('withdrawn')
    expect(await readPage(slug, 1)).toBeNull()
    expect(await readIssues()).toEqual([])
    const kinds = (await db().auditEvent.findMany({ where: { subjectId: issueId }, orderBy: { id: 'asc' }, select: { kind: true } })).map(({ kind }) => kind)
    expect(kinds).toEqual(['issue.uploaded', 'issue.read', 'issue.changed', 'issue.textTyped', 'issue.published', 'issue.withdrawn'])
  })

  it('waits for the text of its pictures, and for an adviser where it names somebody of the opt-out list', async () => {
    const [editor, adviser] = [await anActor('EDITOR'), await anActor('ADVISER')]
    await db().optOut.create({ data: { name: 'Quentin Zebra', addedById: adviser.userId }, select: { id: true } })
    const issueId = await anIssue(editor, ['Quentin Zebra won the chess tournament on Friday evening, to nobody’s surprise.', ''])
    expect(await publish(adviser, issueId)).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining('Page 2 has no text') }, { message: expect.stringContaining('“Quentin Zebra”') }] })
    done(await typePageText(editor, { issueId, page: 2, text: 'A photo of the winner.' }))
    expect(await publish(adviser, issueId)).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining('“Quentin Zebra”') }] })
    await db().paper.update({ where: { id: 1 }, data: { reviewPolicy: 'OPEN_FORUM' }, select: { id: true } })
    expect(await publish(await anActor('EDITOR'), issueId, 'They agreed.')).toMatchObject({ ok: false })
    done(await publish(adviser, issueId, 'They agreed.'))
  })

  it('is linked with live stories alone, both ways', async () => {
    const [editor, adviser] = [await anActor('EDITOR'), await anActor('ADVISER')]
    const [live, draft, issueId] = [await aStory('LIVE'), await aStory('DRAFT'), await anIssue(editor)]
    expect(await linkStory(editor, { issueId, page: 1, storyId: draft.storyId })).toMatchObject({ ok: false })
    expect(await linkStory(editor, { issueId, page: 2, storyId: live.storyId })).toMatchObject({ ok: false })
    done(await linkStory(editor, { issueId, page: 1, storyId: live.storyId }))
    const { sectionSlug, slug: storySlug } = await db().address.findFirstOrThrow({ where: { storyId: live.storyId }, select: { sectionSlug: true, slug: true } })
    expect(await readInPrint(sectionSlug, storySlug)).toEqual([])
    await db().paper.update({ where: { id: 1 }, data: { reviewPolicy: 'OPEN_FORUM' }, select: { id: true } })
    done(await publish(await anActor('EDITOR'), issueId))
    const slug = await slugOf(issueId)
    expect(await readInPrint(sectionSlug, storySlug)).toMatchObject([{ slug, page: 1 }])
    expect((await readIssue(slug)).answer).toMatchObject({ issue: { pages: [{ stories: [{ headline: live.content.headline }] }] } })
    done(await withdrawStory(live.adviser, { storyId: live.storyId, revisionId: live.revisionId, reason: 'A test.' }))
    expect((await readIssue(slug)).answer).toMatchObject({ issue: { pages: [{ stories: [] }] } })
    done(await unlinkStory(adviser, { issueId, page: 1, storyId: live.storyId }))
    expect(await db().printStory.count({ where: { issueId } })).toBe(0)
  })

  it('that cannot be read says why, is read once, and goes with its files when it is thrown away', async () => {
    const editor = await anActor('EDITOR')
    const { issueId: broken } = done(await uploadIssue(editor, { fileName: 'b.pdf', bytes: Buffer.from('%PDF-1.7 torn') }))
    await prepare(broken, new Date())
    expect(await issueDesk(editor, broken)).toMatchObject({ standing: 'unreadable', failure: expect.stringContaining('damaged') })
    const issueId = await anIssue(editor, ['The same page with the same words on it, in two issues at once.'])
    const other = await anIssue(editor, ['Another page.'])
    await prepare(issueId, new Date())
    expect(await db().printPage.count({ where: { issueId } })).toBe(1)
    const keys = await keysOf(issueId)
    done(await deleteIssue(editor, { issueId }))
    for (const key of [`issue/${keys.pdf}`, ...keys.pictures.map((one) => `page/${one}`)]) expect(await storage.read(key)).toBeNull()
    expect(await storage.read(`issue/${(await keysOf(other)).pdf}`)).not.toBeNull()
  })
})
