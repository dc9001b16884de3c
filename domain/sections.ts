import { z } from 'zod'
import { colourFault, darkOf } from './look/colours.ts'
import { hexSchema } from './look/contrast.ts'
import { sectionNameSchema } from './settings.ts'
import { isFreeSectionSlug, isSlug } from './slug.ts'

/** What sections may be, how they are ordered, and the colours that they are printed in. */

/** '' = black like the rest; else a colour that can be read on the paper. The message names the nearest one that can. */
export const sectionColorSchema = z
  .string()
  .trim()
  .toLowerCase()
  .superRefine((color, on) => {
    if (color === '') return
    const hex = hexSchema.safeParse(color)
    const message = hex.success ? colourFault(hex.data, 'light')?.words : hex.error.issues[0]?.message
    if (message !== undefined) on.addIssue({ code: 'custom', message })
  })

export const sectionSlugSchema = z.string().trim().refine((slug) => isFreeSectionSlug(slug), 'Use lower-case letters, digits and hyphens, such as campus-life. Some words belong to pages of the paper.')

const parentIdSchema = z.union([z.uuid(), z.literal('').transform(() => null)])
export const newSectionSchema = z.object({ name: sectionNameSchema, parentId: parentIdSchema })
export const sectionChangeSchema = z.object({
  sectionId: z.uuid(),
  name: sectionNameSchema,
  slug: sectionSlugSchema,
  color: sectionColorSchema,
  parentId: parentIdSchema,
  needsRiskChecklist: z.string().optional().transform((value) => value !== undefined),
})
export type SectionChange = z.output<typeof sectionChangeSchema>

/** Sections in the paper's order: by position, each followed by its parts; a part of something that is not there comes as if it were none. */
export function sectionsInOrder<S extends { id: string; parentId: string | null; position: number }>(sections: readonly S[]): S[] {
  const sorted = sections.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
  const there = new Set(sorted.map(({ id }) => id))
  const isTop = ({ parentId }: S) => parentId === null || !there.has(parentId)
  return sorted.filter(isTop).flatMap((top) => [top, ...sorted.filter((part) => !isTop(part) && part.parentId === top.id)])
}

/**
 * The style that gives each section its colour, as `--section` of everything with its `data-section`. On dark paper each gets the nearest tone that
 * can be read there. '' where no section has one. Slugs and colours that are none are left out: this goes into a page as it is.
 */
export function sectionStyle(sections: readonly { slug: string; color?: string }[]): string {
  return sections
    .flatMap(({ slug, color }) => {
      const hex = hexSchema.safeParse(color)
      if (!isSlug(slug) || !hex.success) return []
      return [`[data-section="${slug}"]{--section:light-dark(${colourFault(hex.data, 'light')?.better ?? hex.data},${darkOf(hex.data)})}`]
    })
    .join('')
}
