import { z } from 'zod'
import { slugify } from './slug.ts'

/** What a tag may be called: as in a story (domain/story.ts), with at least one letter or digit that an address can hold. */
export const tagNameSchema = z.string().trim().min(1, 'Give the tag a name.').max(40, 'Keep a tag under 40 characters.').refine((name) => slugify(name) !== '', 'Use at least one letter or digit.')
