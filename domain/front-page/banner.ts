import { z } from 'zod'
import { wallDateSchema, wallTimeSchema, whichSchema } from '../school-time.ts'
import { MOST_BANNER_WORDS, type FrontBanner } from './layout.ts'

/** A breaking banner as readers see it; `path` null: it leads nowhere. */
export type BannerView = { text: string; path: string | null }

/**
 * What readers see of a banner. One that leads to a story says nothing once that is not live any more, whatever its words: they were about
 * it. `over`: its time has come.
 */
export function bannerView(banner: FrontBanner | null, { over, story }: { over: boolean; story: { headline: string; path: string } | null }): BannerView | null {
  if (banner === null || over || (banner.storyId !== null && story === null)) return null
  const text = banner.words || (story?.headline ?? '')
  return text === '' ? null : { text, path: story?.path ?? null }
}

/** Whether a banner says words of its own that readers do not see at this moment: those take somebody's last word (domain/policy.ts, "wordBanner"). */
export function hasNewWords(banner: FrontBanner | null, shown: FrontBanner | null): boolean {
  if (banner === null || banner.words === '') return false
  return shown === null || shown.words !== banner.words || shown.storyId !== banner.storyId
}

/** What a form carries along of the banner beside which it was shown, so that two people do not overwrite each other's. */
export function bannerSeal(banner: FrontBanner | null): string {
  return banner === null ? '' : JSON.stringify([banner.storyId, banner.words, banner.endsAt])
}

const emptyAsNull = (value: unknown) => (value === '' || value === undefined ? null : value)

/** A banner as its form sends it. Its end is a time of the school's clocks, or there is none. */
export const bannerInputSchema = z
  .object({
    says: z.enum(['headline', 'words'], 'Choose what the banner says.'),
    storyId: z.preprocess(emptyAsNull, z.uuid('Choose a story.').nullable()),
    words: z
      .string()
      .default('')
      .transform((words) => words.replace(/\s+/gu, ' ').trim())
      .pipe(z.string().max(MOST_BANNER_WORDS, `Use at most ${MOST_BANNER_WORDS} characters.`)),
    date: z.preprocess(emptyAsNull, wallDateSchema.nullable()),
    time: z.preprocess(emptyAsNull, wallTimeSchema.nullable()),
    which: whichSchema,
  })
  .superRefine(({ says, storyId, words, date, time }, context) => {
    const problem = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    if (says === 'headline' && storyId === null) problem('storyId', 'Choose the story whose headline it says.')
    if (says === 'words' && words === '') problem('words', 'Write what it says.')
    if (date !== null && time === null) problem('time', 'Choose a time too, or leave both empty.')
    if (date === null && time !== null) problem('date', 'Choose a day too, or leave both empty.')
  })
export type BannerInput = z.output<typeof bannerInputSchema>
