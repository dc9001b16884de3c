'use server'

import { z } from 'zod'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { issueDetailsSchema } from '#domain/print/issue.ts'
import { MAX_PAGE_TEXT } from '#domain/print/limits.ts'
import { formValues, runAction } from '#server/action.ts'
import { changeIssue, deleteIssue, publishIssue, typePageText, withdrawIssue } from '#server/print/commands.ts'
import { linkStory, unlinkStory } from '#server/print/links.ts'

const of = z.object({ issueId: z.uuid() })
const onPage = of.extend({ page: z.coerce.number().int().min(1) })

export const changeIssueAction: FormAction = async (_, form) => runAction(issueDetailsSchema.extend(of.shape), formValues(form), changeIssue, 'Saved.')

export const typePageTextAction: FormAction = async (_, form) => runAction(onPage.extend({ text: z.string().max(MAX_PAGE_TEXT, 'This is more text than a page holds.') }), formValues(form), typePageText, 'Saved.')

export const linkStoryAction: FormAction = async (_, form) => runAction(onPage.extend({ storyId: z.uuid('Choose a story.') }), formValues(form), linkStory, 'The story is on this page.')

export const unlinkStoryAction: FormAction = async (_, form) => runAction(onPage.extend({ storyId: z.uuid() }), formValues(form), unlinkStory, 'Taken off this page.')

const decision = of.extend({ version: z.coerce.number().int(), allowReason: z.string().trim().max(500, 'Keep the reason under 500 characters.').default('') })
export const publishIssueAction: FormAction = async (_, form) => runAction(decision, formValues(form), publishIssue, 'Published. Readers see it now.')

const withdrawal = of.extend({ reason: z.string().trim().min(1, 'Say why, for the record.').max(500, 'Keep the reason under 500 characters.') })
export const withdrawIssueAction: FormAction = async (_, form) => runAction(withdrawal, formValues(form), withdrawIssue, 'Withdrawn. Readers see it no longer.')

export const deleteIssueAction: FormAction = async (_, form) =>
  runAction(of, formValues(form), async (actor, input) => {
    const result = await deleteIssue(actor, input)
    return result.ok ? { ...result, goTo: '/newsroom/issues' } : result
  }, undefined, { renew: false })
