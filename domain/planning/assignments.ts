import { z } from 'zod'
import type { Role } from '../people.ts'

export const PARTS = ['WRITER', 'PHOTOGRAPHER', 'EDITOR'] as const
/** What somebody does for a story. */
export type Part = (typeof PARTS)[number]

export const PART_NAMES: Record<Part, string> = { WRITER: 'Writer', PHOTOGRAPHER: 'Photographer', EDITOR: 'Editor' }

/** As many people as can have one part of one story. */
export const MOST_OF_A_PART = 10

export const assignmentSchema = z.object({ storyId: z.uuid(), userId: z.uuid('Choose a person.'), part: z.enum(PARTS, 'Choose what they do.') })
export type AssignmentInput = z.output<typeof assignmentSchema>

/** The parts that somebody can take for themselves; who edits a story is the editors' to say. */
export const OFFERED_PARTS = ['WRITER', 'PHOTOGRAPHER'] as const
export const volunteerSchema = z.object({ storyId: z.uuid(), part: z.enum(OFFERED_PARTS, 'Choose what you do.') })

/** Why this part cannot be given to somebody of this role; null: it can. A story is edited by those who may edit every story. */
export function partProblem(part: Part, role: Role): string | null {
  return part === 'EDITOR' && role === 'WRITER' ? 'Only an editor or an adviser can be the editor of a story.' : null
}

/** All that decides whether somebody may take a part for themselves. `signed`: how many bylines the story has. */
export type Offer = { part: (typeof OFFERED_PARTS)[number]; assigned: readonly { part: Part }[]; commissioned: boolean; signed: number }

/**
 * Why somebody cannot take this part for themselves; null: they can. To write is offered only where the newsroom asked for the story
 * and nobody writes it yet: otherwise a volunteer would get into the draft of somebody else.
 */
export function offerProblem({ part, assigned, commissioned, signed }: Offer): string | null {
  if (assigned.some((one) => one.part === part)) return part === 'WRITER' ? 'Somebody writes this story already.' : 'Somebody takes the pictures for this story already.'
  if (part === 'WRITER' && (!commissioned || signed > 0)) return 'This story has an author already. Ask an editor to assign you.'
  return null
}
