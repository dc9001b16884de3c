import { imagesOf } from '#domain/document/schema.ts'
import type { Problem } from '#domain/result.ts'
import { placementSchema, storyContentSchema, type StoryContent } from '#domain/story.ts'

/** The editor's field for a path of the save: content.bylines.0.credit → bylines. A picture inside the text has its own. */
export function fieldOf(path: string): string | undefined {
  const [first, second] = path.replace(/^content\./, '').split('.')
  if (first === undefined || first === '' || first === 'version' || first === 'content') return undefined
  if (first === 'sectionId') return 'section'
  return first === 'image' && second !== undefined ? `image-${second}` : first
}

/** Problems of the server, beside the fields of this screen. */
export function fieldProblems(problems: readonly Problem[]): Problem[] {
  return problems.map(({ field, message }) => {
    const own = field === undefined ? undefined : fieldOf(field)
    return own === undefined ? { message } : { field: own, message }
  })
}

const FOR_PROGRAMMERS = /^(?:Invalid|Too (?:big|small)|Unrecognized)/

/** What keeps this content from being stored at all, field by field, in the words of the schema that the server uses. */
export function contentProblems(content: StoryContent): Problem[] {
  const pictures = imagesOf(content.body).flatMap(({ attrs }, index) => {
    const parsed = placementSchema.safeParse(attrs)
    return parsed.success ? [] : parsed.error.issues.map(({ message }) => ({ field: `image-${index + 1}`, message: `Picture ${index + 1}: ${message}` }))
  })
  const parsed = storyContentSchema.safeParse(content)
  if (parsed.success) return []
  const fields = fieldProblems(parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })))
  // A broken picture also shows as a body that fits no form; its own sentence says more.
  return [...fields.filter(({ field }) => field !== 'body' || pictures.length === 0), ...pictures].map((problem) =>
    problem.field === 'body' && FOR_PROGRAMMERS.test(problem.message) ? { field: 'body', message: 'Part of the text cannot be stored. Undo your last change and try again.' } : problem,
  )
}
