import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { pageText } from '#domain/print/checks.ts'
import { downloadName } from '#domain/print/issue.ts'
import { paragraphsOf } from '#domain/print/paragraphs.ts'
import type { InPrintView, IssueAnswer, IssueCardView, IssuePageView } from '#domain/print/views.ts'
import { isSlug } from '#domain/slug.ts'
import { isBuilding } from '../settings/published.ts'
import { tags } from '../stories/cache.ts'
import { tagShown } from '../stories/tag-shown.ts'
import { fileIfLive, readInPrint, readIssue, readIssues, readPage } from './reader-views.ts'

/** The only way from a published issue to a reader. One tag holds all of them: an issue comes out once a month. */

/** The issues that are live, newest first. */
export async function publishedIssues(): Promise<IssueCardView[]> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.paper(), tags.issues())
  return isBuilding() ? [] : readIssues()
}

/** An issue with its pages, that it was withdrawn (ISO time), or nothing. */
export async function publishedIssue(slug: string): Promise<IssueAnswer<object>> {
  return isSlug(slug) ? cachedIssue(slug) : { kind: 'none' }
}

async function cachedIssue(slug: string): Promise<IssueAnswer<object>> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.paper(), tags.issues())
  if (isBuilding()) return { kind: 'none' }
  const { answer, shown } = await readIssue(slug)
  tagShown(shown)
  return answer
}

/** One page of an issue; `page` as it stands in the address. */
export async function publishedIssuePage(slug: string, page: string): Promise<IssueAnswer<{ page: IssuePageView }>> {
  return isSlug(slug) && /^[1-9]\d?$/.test(page) ? cachedPage(slug, Number(page)) : { kind: 'none' }
}

async function cachedPage(slug: string, number: number): Promise<IssueAnswer<{ page: IssuePageView }>> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.paper(), tags.issues())
  if (isBuilding()) return { kind: 'none' }
  const { answer, shown } = await readIssue(slug)
  tagShown(shown)
  if (answer.kind !== 'issue') return answer
  const card = answer.issue.pages.find((one) => one.number === number)
  const page = card === undefined ? null : await readPage(slug, number)
  if (card === undefined || page === null) return { kind: 'none' }
  return { ...answer, page: { ...card, lines: page.lines, paragraphs: paragraphsOf(pageText(page)) } }
}

/** Where the story at this address stood in print, newest first. */
export async function publishedInPrint(section: string, slug: string): Promise<InPrintView[]> {
  return isSlug(section) && isSlug(slug) ? cachedInPrint(section, slug) : []
}

async function cachedInPrint(section: string, slug: string): Promise<InPrintView[]> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.paper(), tags.issues(), tags.address(section, slug))
  return isBuilding() ? [] : readInPrint(section, slug)
}

/** A file of a live issue by the key in its address: a picture of a page, or the PDF with the name that a reader keeps it under; null: nothing for readers. Asked anew each time. */
export async function liveIssueFile(key: string): Promise<{ kind: 'picture' } | { kind: 'pdf'; name: string } | null> {
  const found = /^[0-9a-f]{64}\.(webp|pdf)$/.test(key) ? await fileIfLive(key) : null
  if (found === null || found.kind === 'picture') return found
  return { kind: 'pdf', name: downloadName(found.paper, found.slug) }
}
