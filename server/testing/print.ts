import 'server-only'
import { aPdf } from '#e2e/fixtures/a-pdf.ts'
import type { Actor } from '#domain/people.ts'
import { db } from '../db.ts'
import { changeIssue, publishIssue } from '../print/commands.ts'
import { readIssue } from '../print/prepare.ts'
import { uploadIssue } from '../print/upload.ts'
import { done } from './builders.ts'

/** An issue that was uploaded and read; answers its id. */
export async function anIssue(by: Actor, texts?: readonly string[]): Promise<string> {
  const { issueId } = done(await uploadIssue(by, { fileName: 'october_issue.pdf', bytes: aPdf(texts) }))
  await readIssue(issueId, new Date())
  return issueId
}

/** An issue that readers see; answers its id. */
export async function aLiveIssue(editor: Actor, adviser: Actor, texts: readonly string[], details = { title: 'October issue', volume: 3, number: 2, date: '2026-10-30' }): Promise<string> {
  const issueId = await anIssue(editor, texts)
  done(await changeIssue(editor, { issueId, ...details }))
  const { version } = await db().printIssue.findUniqueOrThrow({ where: { id: issueId }, select: { version: true } })
  done(await publishIssue(adviser, { issueId, version, allowReason: '' }))
  return issueId
}
