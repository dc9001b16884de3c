import { z } from 'zod'
import { EMPTY_DOCUMENT, type StoryDocument } from '../document/schema.ts'
import { emailSchema } from '../people.ts'
import type { ReviewPolicy } from '../policy.ts'
import type { Language } from '../words/language.ts'
import { STARTERS_EN } from './starters-en.ts'
import { STARTERS_ES } from './starters-es.ts'

/** What a new page can begin with. Each is whole with the paper's own facts, and still to be read and reviewed like anything else. */
export const STARTERS = ['about', 'contact', 'policies', 'accessibility'] as const
export type Starter = (typeof STARTERS)[number]

/** What a starter text says of this paper. `day`: today in words. `contact`: the address that readers write to. */
export type StarterFacts = { paper: string; policy: ReviewPolicy; contact: string; day: string }
export type StarterText = { headline: string; deck: string; body: StoryDocument }
/** The starter texts in one language. */
export type StarterSet = Record<Starter, (facts: StarterFacts) => StarterText>

/** The address of the page that a starter makes, at the root of the paper. */
export const STARTER_SLUGS: Record<Starter, string> = { about: 'about', contact: 'contact', policies: 'policies', accessibility: 'accessibility' }

export const STARTER_NAMES: Record<Starter, string> = { about: 'About us', contact: 'Contact', policies: 'Our policies', accessibility: 'Accessibility statement' }

/** What somebody at the paper must see to before a page that began with a starter goes out; it becomes an open note on the page. */
export const STARTER_NOTES: Record<Starter, string> = {
  about: 'This began with a starter text. Read it against what your paper is, add who you are, and settle this note.',
  contact: 'This began with a starter text. Check that somebody reads what comes to this address, and settle this note.',
  policies: 'This began with a starter text. Let the staff and the adviser read every sentence: the paper is held to it. Then settle this note.',
  accessibility: 'This began with a starter text. Read the paper with a keyboard and a screen reader, say honestly what does not work yet, and settle this note.',
}

const SETS: Record<Language, StarterSet> = { en: STARTERS_EN, es: STARTERS_ES }

/** What a page begins with; a page without a starter is empty. */
export function startText(starter: Starter | null, language: Language, facts: StarterFacts): StarterText & { slug: string } {
  return starter === null ? { headline: '', deck: '', slug: '', body: EMPTY_DOCUMENT } : { ...SETS[language][starter](facts), slug: STARTER_SLUGS[starter] }
}

/** The form that starts a page. `contact` stands in every starter text. */
export const newPageSchema = z.discriminatedUnion('starter', [
  z.object({ starter: z.literal('') }),
  z.object({ starter: z.enum(STARTERS, 'Choose what the page begins with.'), contact: emailSchema }),
])
export type NewPage = z.output<typeof newPageSchema>
