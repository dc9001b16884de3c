import { z } from 'zod'
import { nameFinder } from './opt-out.ts'
import { personNameSchema } from './people.ts'

/** Somebody on the opt-out list, as the form has them: other names one a line. */

const MOST_OTHER_NAMES = 20
const findable = (name: string) => nameFinder([{ id: 'x', names: [name] }])(name).length > 0

const otherNames = z.string().max(2_000, 'This list is too long.').transform((text, context) => {
  const names = [...new Set(text.split('\n').map((line) => line.trim()).filter((line) => line !== ''))]
  const wrong = names.find((name) => !personNameSchema.safeParse(name).success || !findable(name))
  if (names.length > MOST_OTHER_NAMES) context.addIssue({ code: 'custom', message: `Give at most ${MOST_OTHER_NAMES} other names.` })
  else if (wrong !== undefined) context.addIssue({ code: 'custom', message: `“${wrong.slice(0, 60)}” cannot be found in a text. Write a name of at most 80 characters.` })
  else return names
  return z.NEVER
})

export const optOutSchema = z.object({
  name: personNameSchema.refine(findable, 'This name cannot be found in a text. Write it in letters.'),
  otherNames,
  reason: z.string().trim().max(500, 'Keep the reason under 500 characters.'),
})
export type OptOutInput = z.output<typeof optOutSchema>

/** Names as they are stored, one a line. */
export function storedNames(text: string): string[] {
  return text === '' ? [] : text.split('\n')
}
