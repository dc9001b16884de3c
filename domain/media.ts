import { z } from 'zod'

export const RIGHTS = ['STAFF', 'PERMISSION', 'LICENSED', 'PUBLIC_DOMAIN', 'CREATIVE_COMMONS', 'FAIR_USE', 'UNKNOWN'] as const
/** Why we may publish a picture. A credit such as "Courtesy of AP News" is not a right. */
export type Rights = (typeof RIGHTS)[number]

export const RIGHTS_NAMES: Record<Rights, string> = {
  STAFF: 'Made by our staff',
  PERMISSION: 'Used with permission',
  LICENSED: 'Licensed from an agency',
  PUBLIC_DOMAIN: 'Public domain',
  CREATIVE_COMMONS: 'Creative Commons',
  FAIR_USE: 'Fair use (an adviser must agree)',
  UNKNOWN: 'Not known yet',
}

/** What each right needs beside it, as the label of the field; null = nothing. */
export const RIGHTS_NEEDS: Record<Rights, { holder: string | null; proof: string | null }> = {
  STAFF: { holder: null, proof: null },
  PERMISSION: { holder: 'Whose permission', proof: 'Proof (message, date, or where it is kept)' },
  LICENSED: { holder: 'Agency', proof: 'Licence reference' },
  PUBLIC_DOMAIN: { holder: null, proof: 'Why it is public domain, or its source' },
  CREATIVE_COMMONS: { holder: 'Which licence, such as CC BY 4.0', proof: 'Source URL' },
  FAIR_USE: { holder: null, proof: 'Why this is fair use' },
  UNKNOWN: { holder: null, proof: null },
}

/** What decides whether a picture may be published, besides its words. */
export type AssetStanding = {
  status: 'PENDING' | 'READY' | 'FAILED'
  rights: Rights
  rightsHolder: string
  rightsProof: string
  fairUseApproved: boolean
}

/** What is missing from the rights of a picture before it may be published; null = nothing. */
export function rightsProblem(asset: Pick<AssetStanding, 'rights' | 'rightsHolder' | 'rightsProof'>): string | null {
  const needs = RIGHTS_NEEDS[asset.rights]
  if (asset.rights === 'UNKNOWN') return 'Say why we may publish this picture. A credit alone is not a right.'
  if (needs.holder !== null && asset.rightsHolder.trim() === '') return `Fill in “${needs.holder}”.`
  if (needs.proof !== null && asset.rightsProof.trim() === '') return `Fill in “${needs.proof}”.`
  if (asset.rights === 'CREATIVE_COMMONS' && !/^https?:\/\/\S+\.\S+/.test(asset.rightsProof.trim())) {
    return 'Give the web address of the source, beginning with https://.'
  }
  return null
}

/** Whether a picture is claimed as fair use and no adviser has agreed yet: it may not be published until one does. */
export function waitsForFairUseYes(asset: Pick<AssetStanding, 'rights' | 'fairUseApproved'>): boolean {
  return asset.rights === 'FAIR_USE' && !asset.fairUseApproved
}

/** The rights form of one asset. */
export const assetRightsSchema = z.strictObject({
  rights: z.enum(RIGHTS),
  rightsHolder: z.string().trim().max(200, 'Keep this under 200 characters.'),
  rightsProof: z.string().trim().max(2000, 'Keep this under 2,000 characters.'),
  makerName: z.string().trim().max(80, 'Keep a name under 80 characters.'),
  makerStaffId: z.uuid().nullable(),
})
export type AssetRightsInput = z.infer<typeof assetRightsSchema>

export const MAX_UPLOAD_BYTES = 25 * 1024 * 1024
export const MAX_UPLOAD_PIXELS = 60_000_000
/** Widths of the variants in pixels; one wider than the original is not made. */
export const VARIANT_WIDTHS = [480, 960, 1600, 2400] as const
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
  const own = Math.min(size.width, VARIANT_WIDTHS[3])
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

const VARIANT_KEY = /^[0-9a-f]{64}\.(avif|webp)$/
/** The format that a variant's key names, or null for anything that is no such key. */
export function variantFormat(key: string): 'avif' | 'webp' | null {
  const format = VARIANT_KEY.exec(key)?.[1]
  return format === 'avif' || format === 'webp' ? format : null
}

/** A picture as screens get it: newsroom editor, preview and reader page alike. */
export type AssetView = {
  id: string
  width: number
  height: number
  placeholder: string
  variants: { key: string; format: 'avif' | 'webp'; width: number; height: number }[]
}
/** A picture as the newsroom gets it from the media routes: what shows it, its standing, and whose it is. */
export const newsroomAssetSchema = z.object({
  id: z.uuid(),
  width: z.number(),
  height: z.number(),
  placeholder: z.string(),
  variants: z.array(z.object({ key: z.string(), format: z.enum(['avif', 'webp']), width: z.number(), height: z.number() })),
  status: z.enum(['PENDING', 'READY', 'FAILED']),
  rights: z.enum(RIGHTS),
  rightsHolder: z.string(),
  rightsProof: z.string(),
  fairUseApproved: z.boolean(),
  fileName: z.string(),
  makerName: z.string(),
  makerStaffId: z.string().nullable(),
  mine: z.boolean(),
})
export type NewsroomAsset = z.infer<typeof newsroomAssetSchema>
