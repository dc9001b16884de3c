import 'server-only'
import type { Actor } from '#domain/people.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction } from '../db.ts'
import { tags } from '../stories/cache.ts'
import { lockIssueFor, type LockedIssue } from './lock.ts'

/** The most stories that stand on one page. */
const ON_A_PAGE = 20

const touched = (issue: LockedIssue) => (issue.publishedAt === null ? [] : [tags.issues()])

/** Says that a live story stands on a page. Also once the issue is out: every story in it had its approval, as on the front page. */
export function linkStory(actor: Actor, { issueId, page, storyId }: { issueId: string; page: number; storyId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { acting, issue } = await lockIssueFor(tx, actor, 'prepareIssue', issueId)
      if ((await tx.printPage.count({ where: { issueId, number: page } })) === 0) throw new Refusal('There is no such page.', 'page')
      if ((await tx.story.count({ where: { id: storyId, kind: 'STORY', liveRevisionId: { not: null } } })) === 0) throw new Refusal('Choose a story that readers see.', 'storyId')
      if ((await tx.printStory.count({ where: { issueId, page } })) >= ON_A_PAGE) throw new Refusal(`A page holds ${ON_A_PAGE} stories at most.`)
      await tx.printStory.upsert({ where: { issueId_storyId_page: { issueId, storyId, page } }, create: { issueId, storyId, page }, update: {}, select: { page: true } })
      await recordEvent(tx, { actor: acting, kind: 'issue.storiesLinked', storyId, subjectId: issueId, data: { page, linked: true } })
      return { ok: true, tags: touched(issue) }
    }),
  )
}

/** Takes a story off a page. */
export function unlinkStory(actor: Actor, { issueId, page, storyId }: { issueId: string; page: number; storyId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { acting, issue } = await lockIssueFor(tx, actor, 'prepareIssue', issueId)
      const { count } = await tx.printStory.deleteMany({ where: { issueId, storyId, page } })
      if (count === 0) return { ok: true, tags: [] }
      await recordEvent(tx, { actor: acting, kind: 'issue.storiesLinked', storyId, subjectId: issueId, data: { page, linked: false } })
      return { ok: true, tags: touched(issue) }
    }),
  )
}
