import { z } from 'zod'

/** How a story's page is laid out. A story without a template is a standard one. */

/** What can be reviewed: its name in the newsroom, and its type at schema.org. */
export const REVIEWED = {
  book: { name: 'Book', type: 'Book' },
  film: { name: 'Film or series', type: 'Movie' },
  music: { name: 'Album or song', type: 'MusicRecording' },
  show: { name: 'Play, concert or show', type: 'Event' },
  game: { name: 'Game', type: 'Game' },
  food: { name: 'Restaurant or café', type: 'FoodEstablishment' },
  place: { name: 'Place or exhibition', type: 'Place' },
  thing: { name: 'Something else', type: 'Product' },
} as const
export type Reviewed = keyof typeof REVIEWED
const REVIEWED_KINDS = ['book', 'film', 'music', 'show', 'game', 'food', 'place', 'thing'] as const satisfies readonly Reviewed[]

const fact = (longest: number, what: string) => z.string().max(longest, `Keep ${what} under ${longest} characters.`)

const reviewSchema = z.strictObject({
  kind: z.literal('review'),
  reviewed: z.enum(REVIEWED_KINDS),
  title: fact(120, 'the title'),
  /** Who made it: author, director, band, cook. */
  maker: fact(120, 'the maker'),
  where: fact(160, 'the place'),
  when: fact(80, 'the time'),
  price: fact(60, 'the price'),
  /** In half stars out of five, 1 to 10; null: reviewed without a rating. */
  rating: z.int().min(1).max(10).nullable(),
})
export type Review = z.infer<typeof reviewSchema>

/** The template of a story with what it asks for: shared by form, route and command. */
export const storyTemplateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('longForm') }),
  z.strictObject({ kind: z.literal('photoEssay') }),
  z.strictObject({ kind: z.literal('opinion') }),
  reviewSchema,
])
export type StoryTemplate = z.infer<typeof storyTemplateSchema>
export type TemplateKind = StoryTemplate['kind']

/** The templates by name, as the newsroom calls them. */
export const TEMPLATE_NAMES: Readonly<Record<TemplateKind | 'standard', string>> = {
  standard: 'Standard story',
  longForm: 'Long-form',
  photoEssay: 'Photo essay',
  opinion: 'Opinion',
  review: 'Review',
}

/** A review of which nothing is known yet. */
export const EMPTY_REVIEW: Review = { kind: 'review', reviewed: 'book', title: '', maker: '', where: '', when: '', price: '', rating: null }

/** The template of this kind; null: the standard one. */
export function templateOf(kind: string): StoryTemplate | null {
  if (kind === 'review') return EMPTY_REVIEW
  return kind === 'longForm' || kind === 'photoEssay' || kind === 'opinion' ? { kind } : null
}

const text = z.string().catch('')
const looseReview = z.object({
  kind: z.literal('review'),
  reviewed: z.enum(REVIEWED_KINDS).catch('thing'),
  title: text, maker: text, where: text, when: text, price: text,
  rating: z.int().min(1).max(10).nullable().catch(null),
})

/** What a value that may be anything says of a template. Total: null where it says none; facts that are too long stay, so that the writer is told. */
export function looseTemplate(value: unknown): StoryTemplate | null {
  const review = looseReview.safeParse(value)
  if (review.success) return review.data
  const other = storyTemplateSchema.safeParse(value)
  return other.success ? other.data : null
}

/** What a template says besides its kind, for people who compare two versions or look for names; what is empty is left out. */
export function templateFacts(template: StoryTemplate): { name: string; value: string }[] {
  if (template.kind !== 'review') return []
  const { reviewed, title, maker, where, when, price, rating } = template
  const facts = [
    { name: 'Reviewed', value: REVIEWED[reviewed].name }, { name: 'Title', value: title }, { name: 'By', value: maker },
    { name: 'Where', value: where }, { name: 'When', value: when }, { name: 'Price', value: price },
    { name: 'Stars', value: rating === null ? '' : String(rating / 2) },
  ]
  return facts.filter(({ value }) => value !== '')
}
