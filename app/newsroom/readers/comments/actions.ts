'use server'

import type { FormAction } from '#components/ui/action-form.client.tsx'
import { commentSettingsSchema, oneCommentSchema, refuseCommentSchema, storyCommentsSchema } from '#domain/comments/comment.ts'
import { formValues, runAction } from '#server/action.ts'
import { approveComment, changeCommentSettings, closeComments, declineComment, openComments, removeComment } from '#server/comments/commands.ts'

export const approveCommentAction: FormAction = async (_, form) => runAction(oneCommentSchema, formValues(form), approveComment)

export const declineCommentAction: FormAction = async (_, form) => runAction(refuseCommentSchema, formValues(form), declineComment)

export const removeCommentAction: FormAction = async (_, form) => runAction(refuseCommentSchema, formValues(form), removeComment)

export const closeCommentsAction: FormAction = async (_, form) => runAction(storyCommentsSchema, formValues(form), closeComments)

export const openCommentsAction: FormAction = async (_, form) => runAction(storyCommentsSchema, formValues(form), openComments)

export const commentSettingsAction: FormAction = async (_, form) => runAction(commentSettingsSchema, formValues(form), changeCommentSettings, 'Saved.')
