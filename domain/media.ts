import { z } from 'zod'
import { apDate } from './ap-date.ts'

export const RIGHTS = ['STAFF', 'PERMISSION', 'LICENSED', 'PUBLIC_DOMAIN', 'CREATIVE_COMMONS', 'FAIR_USE', 'UNKNOWN'] as const
/** Why we may publish a picture. A credit such as "Courtesy of AP News" is not a right. */
export type Rights = (typeof RIGHTS)[number]

/** Whether a text is the name of a right. */
export function isRights(text: string): text is Rights {
  return (RIGHTS as readonly string[]).includes(text)
}

export const RIGHTS_NAMES: Record<Rights, string> = {
  STAFF: 'Made by our staff',
  PERMISSION: 'Used with permission',
  LICENSED: 'Licensed from an agency',
  PUBLIC_DOMAIN: 'Public domain',
  CREATIVE_COMMONS: 'Creative Commons',
  FAIR_USE: 'Fair use (an adviser must agree)',
  UNKNOWN: 'Not known yet',
}

/** What each right needs beside it, as the label of the field; null = nothing. A web address or a file can stand for a proof in words. */
export const RIGHTS_NEEDS: Record<Rights, { holder: string | null; proof: string | null; file: boolean; expires: boolean }> = {
  STAFF: { holder: null, proof: null, file: false, expires: false },
  PERMISSION: { holder: 'Whose permission', proof: 'Proof (message, date, or where it is kept)', file: true, expires: true },
  LICENSED: { holder: 'Agency', proof: 'Licence reference', file: true, expires: true },
  PUBLIC_DOMAIN: { holder: null, proof: 'Why it is public domain, or its source', file: true, expires: false },
  CREATIVE_COMMONS: { holder: 'Which licence, such as CC BY 4.0', proof: 'Source URL', file: false, expires: false },
  FAIR_USE: { holder: null, proof: 'Why this is fair use', file: false, expires: false },
  UNKNOWN: { holder: null, proof: null, file: false, expires: false },
}

export const MAKER_KINDS = ['STAFF', 'CONTRIBUTOR', 'AGENCY', 'SCHOOL'] as const
/** Who made a picture. Only STAFF names somebody of the staff list: an outside photographer never becomes a staff profile. */
export type MakerKind = (typeof MAKER_KINDS)[number]

export const MAKER_KIND_NAMES: Record<MakerKind, string> = {
  STAFF: 'Somebody on staff',
  CONTRIBUTOR: 'Somebody outside the staff',
  AGENCY: 'A photo agency',
  SCHOOL: 'The school',
}

/** What decides whether a picture may be published, besides its words in a story. `expiresOn`: "2027-06-30", its last good day. */
export type AssetStanding = {
  status: 'PENDING' | 'READY' | 'FAILED'
  rights: Rights
  rightsHolder: string
  rightsProof: string
  proofUrl: string
  /** '' = no file is kept as proof. */
  proofFileName: string
  expiresOn: string | null
  makerKind: MakerKind
  makerName: string
  credit: string
  fairUseApproved: boolean
}

type RightsOnly = Pick<AssetStanding, 'rights' | 'rightsHolder' | 'rightsProof' | 'proofUrl' | 'proofFileName' | 'expiresOn' | 'makerKind'>

const WEB_ADDRESS = /^https?:\/\/\S+\.\S+/

/** Whether what allowed a picture ended before `today` ("2026-11-24", in the time zone of the paper). */
export function hasExpired(asset: Pick<AssetStanding, 'rights' | 'expiresOn'>, today: string): boolean {
  return RIGHTS_NEEDS[asset.rights].expires && asset.expiresOn !== null && asset.expiresOn < today
}

/** How many days ahead the newsroom is told that a permission or a licence will end. */
export const EXPIRES_SOON_DAYS = 30

/** What is missing from the rights of a picture before it may be published; null = nothing. `today` as for hasExpired. */
export function rightsProblem(asset: RightsOnly, today: string): string | null {
  const needs = RIGHTS_NEEDS[asset.rights]
  if (asset.rights === 'UNKNOWN') return 'Say why we may publish this picture. A credit alone is not a right.'
  if (asset.rights === 'STAFF' && asset.makerKind === 'AGENCY') return 'An agency made it, so it is not made by our staff. Choose another reason why we may publish it.'
  if (needs.holder !== null && asset.rightsHolder.trim() === '') return `Fill in “${needs.holder}”.`
  if (asset.rights === 'CREATIVE_COMMONS') {
    return [asset.proofUrl, asset.rightsProof].some((text) => WEB_ADDRESS.test(text.trim())) ? null : 'Give the web address of the source, beginning with https://.'
  }
  const proven = asset.rightsProof.trim() !== '' || (needs.file && (asset.proofUrl !== '' || asset.proofFileName !== ''))
  if (needs.proof !== null && !proven) return `Fill in “${needs.proof}”${needs.file ? ', or add a web address or a file that proves it' : ''}.`
  if (hasExpired(asset, today)) return `What allowed us to use this picture ended on ${apDate(`${asset.expiresOn}T12:00:00Z`, 'UTC')}. Renew it, or use another picture.`
  return null
}

/** Whether a picture is claimed as fair use and no adviser has agreed yet: it may not be published until one does. */
export function waitsForFairUseYes(asset: Pick<AssetStanding, 'rights' | 'fairUseApproved'>): boolean {
  return asset.rights === 'FAIR_USE' && !asset.fairUseApproved
}

/** Whether a picture may stand before readers outside of stories, where no approval stands for it: asked anew each day. */
export function mayStandAlone(asset: RightsOnly & Pick<AssetStanding, 'status' | 'fairUseApproved'>, today: string): boolean {
  return asset.status === 'READY' && rightsProblem(asset, today) === null && !waitsForFairUseYes(asset)
}

/** The rights form of one asset. A proof in a file is sent by itself (POST /api/media/proof/<id>). */
export const assetRightsSchema = z
  .strictObject({
    rights: z.enum(RIGHTS),
    rightsHolder: z.string().trim().max(200, 'Keep this under 200 characters.'),
    rightsProof: z.string().trim().max(2000, 'Keep this under 2,000 characters.'),
    proofUrl: z
      .string()
      .trim()
      .max(1000, 'Keep a web address under 1,000 characters.')
      .refine((url) => url === '' || (WEB_ADDRESS.test(url) && URL.canParse(url)), 'Give a web address, beginning with https://.'),
    expiresOn: z.iso.date('Give a day, such as 2027-06-30.').nullable(),
    makerKind: z.enum(MAKER_KINDS),
    makerName: z.string().trim().max(80, 'Keep a name under 80 characters.'),
    makerStaffId: z.uuid().nullable(),
  })
  .refine(({ makerKind, makerStaffId }) => makerKind !== 'STAFF' || makerStaffId !== null, { path: ['makerStaffId'], error: 'Choose who on staff made it.' })
  .refine(({ makerKind, makerStaffId }) => makerKind === 'STAFF' || makerStaffId === null, { path: ['makerKind'], error: 'Only pictures by somebody on staff link to a staff page.' })
export type AssetRightsInput = z.infer<typeof assetRightsSchema>

export const MAX_UPLOAD_BYTES = 25 * 1024 * 1024
export const MAX_UPLOAD_PIXELS = 60_000_000
/** Widths of the variants in pixels; one wider than the original is not made. */
const VARIANT_WIDTHS = [480, 720, 960, 1600, 2400] as const
const WIDEST = 2400
/** One longer than this many times its other side shows nothing at any width, and no WebP can hold it. */
export const MAX_RATIO = 20
/** The longest side that a WebP can have, in pixels. */
const MAX_VARIANT_SIDE = 16_383
/** What one person may upload in 24 hours. */
export const UPLOAD_QUOTA = { pictures: 300, bytes: 2 * 1024 ** 3 } as const

/**
 * The widths in pixels that are made of a picture of this size: the steps of VARIANT_WIDTHS that are not wider than it, and its own
 * width where the next lower step would lose more than a seventh of it.
 */
export function variantWidths(size: { width: number; height: number }): number[] {
  const steps: number[] = VARIANT_WIDTHS.filter((width) => width <= size.width)
  const own = Math.min(size.width, WIDEST)
  if (own > (steps.at(-1) ?? 0) * (7 / 6)) steps.push(own)
  return steps.filter((width) => variantHeight(size, width) <= MAX_VARIANT_SIDE)
}

/** The height in pixels of a variant of this width. */
export function variantHeight(size: { width: number; height: number }, width: number): number {
  return Math.max(1, Math.round((size.height * width) / size.width))
}

/** The name of an uploaded file as we keep it: its last part, without control characters, at most 200 characters. */
export function keptFileName(raw: string): string {
  // eslint-disable-next-line no-control-regex
  const name = (raw.split(/[/\\]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').trim()
  return [...name].slice(0, 200).join('').trim() || 'picture'
}

const VARIANT_KEY = /^[0-9a-f]{64}\.(avif|webp|jpg)$/
/** The format that a variant's key names, or null for anything that is no such key. Only social pictures are JPEG. */
export function variantFormat(key: string): 'avif' | 'webp' | 'jpeg' | null {
  const ending = VARIANT_KEY.exec(key)?.[1]
  if (ending === 'jpg') return 'jpeg'
  return ending === 'avif' || ending === 'webp' ? ending : null
}

/** A picture as screens get it: newsroom editor, preview and reader page alike. */
export type AssetView = {
  id: string
  width: number
  height: number
  placeholder: string
  variants: { key: string; format: 'avif' | 'webp'; width: number; height: number }[]
  /** For readers: who on staff made it, by the name that they see, where that has a page; `handle`: the last part of its address. */
  maker?: { name: string; handle: string }
}
const fraction = z.number().min(0).max(1)
/** A picture as the newsroom gets it from the media routes: what shows it, its words, its standing, and whose it is. */
export const newsroomAssetSchema = z.object({
  id: z.uuid(),
  width: z.number(),
  height: z.number(),
  placeholder: z.string(),
  variants: z.array(z.object({ key: z.string(), format: z.enum(['avif', 'webp']), width: z.number(), height: z.number() })),
  status: z.enum(['PENDING', 'READY', 'FAILED']),
  fileName: z.string(),
  /** Raised by every change of the words: a change names the version that it started from. */
  version: z.number(),
  /** What it says by default wherever it is placed. */
  caption: z.string(),
  alt: z.string(),
  credit: z.string(),
  copyright: z.string(),
  /** ISO 8601 instant, or null where nobody knows. */
  takenAt: z.string().nullable(),
  place: z.string(),
  people: z.array(z.string()),
  /** What stays in sight when it is cropped: fractions of width and height from the top left corner. */
  focalX: fraction,
  focalY: fraction,
  /** The key of the 1200 × 630 picture that links show, for the present focal point; null while it is not made. */
  socialKey: z.string().nullable(),
  rights: z.enum(RIGHTS),
  rightsHolder: z.string(),
  rightsProof: z.string(),
  proofUrl: z.string(),
  /** '' = none; else it is at /api/media/proof/<id>. */
  proofFileName: z.string(),
  expiresOn: z.string().nullable(),
  fairUseApproved: z.boolean(),
  makerKind: z.enum(MAKER_KINDS),
  makerName: z.string(),
  makerStaffId: z.string().nullable(),
  /** Composed of maker and right, for whoever has not typed a credit; '' where nobody is named. */
  creditLine: z.string(),
  /** The better file that took its place. */
  replacedById: z.string().nullable(),
  uploadedAt: z.string(),
  uploadedBy: z.string(),
  mine: z.boolean(),
})
export type NewsroomAsset = z.infer<typeof newsroomAssetSchema>
