import 'server-only'
import { aPdf } from '#e2e/fixtures/a-pdf.ts'
import type { Actor } from '#domain/people.ts'
import { readIssue } from '../print/prepare.ts'
import { uploadIssue } from '../print/upload.ts'
import { done } from './builders.ts'

/** An issue that was uploaded and read; answers its id. */
export async function anIssue(by: Actor, texts?: readonly string[]): Promise<string> {
  const { issueId } = done(await uploadIssue(by, { fileName: 'october_issue.pdf', bytes: aPdf(texts) }))
  await readIssue(issueId, new Date())
  return issueId
}
