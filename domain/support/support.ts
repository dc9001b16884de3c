import { z } from 'zod'

/** How the paper asks for support. Amounts are whole dollars. */

const dollars = (most: number) =>
  z
    .string()
    .trim()
    .regex(/^\$?\d{0,3}(,?\d{3})*$/, 'Give whole dollars, such as 1500.')
    .transform((text) => (text === '' ? null : Number(text.replace(/[$,]/g, ''))))
    .refine((value) => value === null || value <= most, `The most is ${most} dollars.`)

/** A web address that a reader may be sent to: https, and of another site's making. */
const outside = z
  .string()
  .trim()
  .max(500, 'Keep a web address under 500 characters.')
  .refine((url) => url === '' || (/^https:\/\/[^\s/]+\.[^\s]+$/.test(url) && URL.canParse(url)), 'Give a web address, beginning with https://.')

const ticked = z.string().optional().transform((value) => value !== undefined)

export const donationsSchema = z
  .object({
    donations: ticked,
    title: z.string().trim().max(60, 'Keep the title under 60 characters.'),
    text: z.string().trim().max(300, 'Keep the text under 300 characters.'),
    url: outside,
    goal: dollars(1_000_000),
    raised: dollars(10_000_000).transform((value) => value ?? 0),
  })
  .refine(({ donations, title }) => !donations || title !== '', { path: ['title'], error: 'Give the box a title, such as “Keep us printing”.' })
  .refine(({ donations, url }) => !donations || url !== '', { path: ['url'], error: 'Give the address at which people can give.' })
export type DonationsInput = z.infer<typeof donationsSchema>

const day = z.iso.date('Give a day.')
export const advertisementSchema = z
  .object({
    advertiser: z.string().trim().min(1, 'Say who advertises.').max(80, 'Keep the name under 80 characters.'),
    url: outside.refine((url) => url !== '', 'Give the address that it leads to.'),
    alt: z.string().trim().min(1, 'Say what the picture says, for those who cannot see it.').max(300, 'Keep this under 300 characters.'),
    onFront: ticked,
    onStories: ticked,
    startsOn: day,
    endsOn: day,
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ['endsOn'], error: 'The last day is before the first.' })
  .refine(({ onFront, onStories }) => onFront || onStories, { path: ['onFront'], error: 'Choose where it stands.' })
export type AdvertisementInput = z.infer<typeof advertisementSchema>

export type Ad = { id: string; advertiser: string; url: string; alt: string; onFront: boolean; onStories: boolean; startsOn: string | null; endsOn: string | null; smallKey: string; largeKey: string }
export type AdPlace = 'front' | 'story'
/** How many pixels wide and high every advertisement is: one shape, so that nothing moves when another takes its turn. */
export const AD_SIZE = { width: 1200, height: 300 } as const
export const AD_SMALL_WIDTH = 600

/** Whether an advertisement runs on a day ("2026-11-24"): all is said of it, and the day is none before its first or after its last. */
export function runs({ advertiser, url, alt, startsOn, endsOn }: Ad, today: string): boolean {
  return advertiser !== '' && url !== '' && alt !== '' && startsOn !== null && endsOn !== null && startsOn <= today && today <= endsOn
}

/** The advertisement of a page in an hour: each in turn, another one on another page, the same for everybody; null: none runs there. `path` of the page; `hour` counted from anywhere. */
export function adFor(ads: readonly Ad[], { place, path, hour }: { place: AdPlace; path: string; hour: number }): Ad | null {
  const here = ads.filter((ad) => (place === 'front' ? ad.onFront : ad.onStories))
  let first = 0
  for (const letter of path) first = (first * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003
  return here[(first + hour) % Math.max(1, here.length)] ?? null
}

/** How much of a goal is reached, from 0 to 1. */
export function reached({ raised, goal }: { raised: number; goal: number }): number {
  return goal <= 0 ? 0 : Math.min(1, Math.max(0, raised / goal))
}

export type DonationView = { title: string; text: string; url: string; goal: number | null; raised: number }
/** What readers' pages show: null or none where it is off. */
export type SupportView = { donation: DonationView | null; ads: Ad[]; hour: number }
