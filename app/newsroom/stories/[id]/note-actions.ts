'use server'

import { z } from 'zod'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { newNoteSchema, newReplySchema } from '#domain/notes.ts'
import { formValues, runAction } from '#server/action.ts'
import { seeMentions } from '#server/stories/mentions.ts'
import { addNote, answerNote, reopenNote, resolveNote } from '#server/stories/notes.ts'

/** The fields of a note's form as the command takes them; what is no JSON reads as nothing and is refused. */
function noteValues(form: FormData): Record<string, unknown> {
  const { blocking, anchor, mentions, ...rest } = formValues(form)
  return { ...rest, blocking: blocking !== undefined, anchor: jsonOf(anchor ?? 'null'), mentions: idsOf(mentions) }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
const idsOf = (text: string | undefined): string[] => (text === undefined || text === '' ? [] : text.split(','))

const oneNote = z.object({ noteId: z.uuid() })

export const addNoteAction: FormAction = async (_, form) => runAction(newNoteSchema, noteValues(form), addNote, 'Your note is there.')

export const answerNoteAction: FormAction = async (_, form) => {
  const { mentions, ...rest } = formValues(form)
  return runAction(newReplySchema, { ...rest, mentions: idsOf(mentions) }, answerNote)
}

export const resolveNoteAction: FormAction = async (_, form) => runAction(oneNote, formValues(form), resolveNote)

export const reopenNoteAction: FormAction = async (_, form) => runAction(oneNote, formValues(form), reopenNote)

/** Takes the mentions in a story's notes, or in one note, off one's own first page. */
export const seeMentionsAction: FormAction = async (_, form) =>
  runAction(z.union([oneNote, z.object({ storyId: z.uuid() })]), formValues(form), seeMentions)
