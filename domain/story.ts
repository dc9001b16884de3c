import { z } from 'zod'
import { imagesOf, stillsOf, storyDocumentSchema } from './document/schema.ts'
import { isSlug } from './slug.ts'
import { storyTemplateSchema } from './story-template.ts'

/** PAGE: about the paper itself, such as "About us"; it goes the way of a story, and stands in no section, list or feed. */
export type StoryKind = 'STORY' | 'PAGE'

/** A picture's words inside one revision. */
export const placementSchema = z.strictObject({
  assetId: z.uuid(),
  caption: z.string().max(1000, 'Keep a caption under 1,000 characters.'),
  alt: z.string().max(500, 'Keep alt text under 500 characters.'),
  credit: z.string().max(200, 'Keep a credit under 200 characters.'),
})
export type PlacementInput = z.infer<typeof placementSchema>

/** A staff member (then `name` is null) or a free-text name (then `staffId` is null). */
export const bylineSchema = z
  .strictObject({
    staffId: z.uuid().nullable(),
    name: z.string().trim().max(80, 'Keep a name under 80 characters.').nullable(),
    credit: z.string().trim().max(60, 'Keep a credit line under 60 characters.'),
  })
  .refine((byline) => (byline.staffId === null) !== (byline.name === null || byline.name === ''), 'Choose somebody on staff, or type a name.')
export type BylineInput = z.infer<typeof bylineSchema>

/** Everything that a writer can change in a story and a reader can see of it: shared by form, route and command. */
export const storyContentSchema = z.strictObject({
  headline: z.string().max(200, 'Keep the headline under 200 characters.'),
  deck: z.string().max(400, 'Keep the deck under 400 characters.'),
  /** '' = made from the headline. */
  slug: z.string().refine((slug) => slug === '' || isSlug(slug), 'Use lower-case letters, digits and hyphens, such as robotics-final.'),
  sectionId: z.uuid().nullable(),
  tags: z.array(z.string().trim().min(1).max(40, 'Keep a tag under 40 characters.')).max(12, 'Use at most 12 tags.'),
  bylines: z.array(bylineSchema).max(10, 'Use at most 10 bylines.'),
  lead: placementSchema.nullable(),
  body: storyDocumentSchema,
  /** How its page is laid out; absent: as a standard story. */
  template: storyTemplateSchema.optional(),
})
export type StoryContent = z.infer<typeof storyContentSchema>

/** The pictures that a story places, lead first, each once. */
export function assetIdsOf({ lead, body }: Pick<StoryContent, 'lead' | 'body'>): string[] {
  return [...new Set([...(lead === null ? [] : [lead.assetId]), ...imagesOf(body).map(({ attrs }) => attrs.assetId), ...stillsOf(body)])]
}

/** A save: the version that it started from, and the whole content. */
export const draftSaveSchema = z.strictObject({ version: z.int().positive(), content: storyContentSchema })
export type DraftSave = z.infer<typeof draftSaveSchema>

/** Notes and reasons: something has to be said. */
export const remarkSchema = z
  .string()
  .trim()
  .min(3, 'Say in a sentence what should change or why.')
  .max(4000, 'Keep it under 4,000 characters.')
