import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { issueChecks } from '#domain/print/checks.ts'
import { issueSlug, type IssueDetails } from '#domain/print/issue.ts'
import { MAX_PAGE_TEXT } from '#domain/print/limits.ts'
import { recordEvent } from '../audit/record.ts'
import { timeNow } from '../clock.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { cancelJobs } from '../jobs/queue.ts'
import { optOutEntries } from '../opt-out/checks.ts'
import { indexIssue } from '../search/write-sheets.ts'
import { tags } from '../stories/cache.ts'
import { removeIssueFiles } from './files.ts'
import { lockIssueFor, OUT, refuseStaleIssue, type LockedIssue } from './lock.ts'

const raised = { version: { increment: 1 } } as const
const dayOf = (date: Date) => date.toISOString().slice(0, 10)

async function lockDraft(tx: Tx, actor: Actor, issueId: string): Promise<{ acting: Actor; issue: LockedIssue }> {
  const locked = await lockIssueFor(tx, actor, 'prepareIssue', issueId)
  if (locked.issue.publishedAt !== null) throw new Refusal(OUT)
  return locked
}

/** Says what an issue is called, and of which day it is. Before it is published. */
export function changeIssue(actor: Actor, { issueId, ...details }: IssueDetails & { issueId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { acting } = await lockDraft(tx, actor, issueId)
      await tx.printIssue.update({ where: { id: issueId }, data: { ...details, date: new Date(`${details.date}T00:00:00Z`), ...raised }, select: { id: true } })
      await recordEvent(tx, { actor: acting, kind: 'issue.changed', subjectId: issueId })
      return { ok: true, tags: [] }
    }),
  )
}

/** Types the text of a page that has none, or one that came out wrong; '' goes back to the text of the file. Before it is published. */
export function typePageText(actor: Actor, { issueId, page, text }: { issueId: string; page: number; text: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { acting } = await lockDraft(tx, actor, issueId)
      if (text.length > MAX_PAGE_TEXT) throw new Refusal('This is more text than a page holds.', 'text')
      const { count } = await tx.printPage.updateMany({ where: { issueId, number: page }, data: { typedText: text.trim() } })
      if (count === 0) throw new Refusal('There is no such page.')
      await tx.printIssue.update({ where: { id: issueId }, data: raised, select: { id: true } })
      await recordEvent(tx, { actor: acting, kind: 'issue.textTyped', subjectId: issueId, data: { page } })
      return { ok: true, tags: [] }
    }),
  )
}

/** The address of an issue: the wanted one, or with -2, -3 … where another issue has or had it. */
async function claimSlug(tx: Tx, issue: LockedIssue): Promise<string> {
  const wanted = issueSlug({ ...issue, date: dayOf(issue.date) })
  await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('print-issue-slug', 6))) AS locked`
  const taken = new Set((await tx.printIssue.findMany({ where: { slug: { startsWith: wanted } }, select: { slug: true } })).map(({ slug }) => slug))
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`
    if (!taken.has(slug)) return slug
  }
}

/** The names in an issue that the opt-out list holds are let through by an adviser who gives a reason; all else must be met. */
async function refuseUnmet(tx: Tx, acting: Actor, issue: LockedIssue, allowReason: string): Promise<number> {
  if (issue.preparedAt === null) throw new Refusal('The pages of this issue are not read yet.')
  const pages = await tx.printPage.findMany({ where: { issueId: issue.id }, orderBy: { number: 'asc' }, select: { number: true, text: true, typedText: true } })
  const list = await optOutEntries(tx)
  const mute = issueChecks(pages, issue.title, [])
  const named = issueChecks(pages, issue.title, list).slice(mute.length)
  const allowed = named.length > 0 && allowReason !== '' && decide(acting.role, 'allowNamedInIssue').allowed
  const unmet = [...mute, ...(allowed ? [] : named)]
  if (unmet.length > 0) throw new Refusal(unmet.map(({ message }) => ({ message })))
  return allowed ? named.length : 0
}

/** Puts an issue before readers, as it was seen in `version`. Only whoever has the last word on a story, and never who uploaded it. */
export function publishIssue(actor: Actor, { issueId, version, allowReason }: { issueId: string; version: number; allowReason: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { acting, issue } = await lockIssueFor(tx, actor, 'publishIssue', issueId)
      if (issue.publishedAt !== null) throw new Refusal('This issue was published already.')
      refuseStaleIssue(issue, version)
      const namesAllowed = await refuseUnmet(tx, acting, issue, allowReason.trim())
      const slug = await claimSlug(tx, issue)
      await tx.printIssue.update({ where: { id: issueId }, data: { slug, publishedAt: timeNow(), publishedById: acting.userId, ...raised }, select: { id: true } })
      await indexIssue(tx, issueId)
      await recordEvent(tx, { actor: acting, kind: 'issue.published', subjectId: issueId, data: { version, ...(namesAllowed > 0 ? { namesAllowed, reason: allowReason.trim() } : {}) } })
      return { ok: true, tags: [tags.issues(), tags.paper()] }
    }),
  )
}

/** Takes an issue from readers, for good: its pages, pictures, text and PDF at once. */
export function withdrawIssue(actor: Actor, { issueId, reason }: { issueId: string; reason: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { acting, issue } = await lockIssueFor(tx, actor, 'withdrawIssue', issueId)
      if (issue.publishedAt === null || issue.withdrawnAt !== null) throw new Refusal('Readers do not see this issue.')
      await tx.printIssue.update({ where: { id: issueId }, data: { withdrawnAt: timeNow(), withdrawnReason: reason, ...raised }, select: { id: true } })
      await recordEvent(tx, { actor: acting, kind: 'issue.withdrawn', subjectId: issueId, data: { reason } })
      return { ok: true, tags: [tags.issues(), tags.paper()] }
    }),
  )
}

/** Throws an issue away that no reader ever saw, with its files. */
export function deleteIssue(actor: Actor, { issueId }: { issueId: string }): Promise<CommandResult> {
  return outcome(async () => {
    const files = await inTransaction(async (tx) => {
      const { acting, issue } = await lockDraft(tx, actor, issueId)
      const pictures = await tx.printPicture.findMany({ where: { page: { is: { issueId } } }, select: { key: true } })
      await cancelJobs(tx, 'issue.read', issueId)
      await tx.printIssue.delete({ where: { id: issueId }, select: { id: true } })
      await recordEvent(tx, { actor: acting, kind: 'issue.deleted', subjectId: issueId })
      return { pdfs: [issue.uploadKey, issue.pdfKey], pictures: pictures.map(({ key }) => key) }
    })
    await removeIssueFiles(files)
    return { ok: true, tags: [] }
  })
}
