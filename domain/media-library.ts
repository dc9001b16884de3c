import { z } from 'zod'
import { newsroomAssetSchema, RIGHTS } from './media.ts'
import { SCHOOL_YEAR } from './school-year.ts'

/** The media library: what can be asked of it, and what it answers. */

/** How many pictures one page of the library has. */
export const LIBRARY_PAGE = 48
/** The longest search text; what is longer is cut. */
const MAX_SEARCH = 200

/** How a picture is used: nowhere, in some story, or in what readers see now. */
export const LIBRARY_USES = ['unused', 'used', 'live'] as const
/** Which of its words is missing: its own, or in a story that places it now. */
export const LIBRARY_MISSING = ['caption', 'alt', 'credit'] as const
/** What it may need somebody for. */
export const LIBRARY_ATTENTION = ['expiring', 'expired', 'duplicates', 'failed'] as const

/** What a search of the library asks, as it stands in the address; what does not fit is left out instead of refused. */
export const libraryQuerySchema = z.object({
  /** Words that must all stand in its caption, alt text, credit, maker, file name, people, place, or in its words in a story. */
  q: z.string().catch('').transform((text) => [...text.trim()].slice(0, MAX_SEARCH).join('')),
  rights: z.enum(RIGHTS).nullable().catch(null),
  use: z.enum(LIBRARY_USES).nullable().catch(null),
  missing: z.enum(LIBRARY_MISSING).nullable().catch(null),
  attention: z.enum(LIBRARY_ATTENTION).nullable().catch(null),
  storyId: z.uuid().nullable().catch(null),
  /** A school year, "2026-27", in which it was uploaded. */
  year: z.string().regex(SCHOOL_YEAR).nullable().catch(null),
  uploaderId: z.uuid().nullable().catch(null),
  /** Where the page before ended; null = the newest. */
  cursor: z.string().max(100).nullable().catch(null),
})
export type LibraryQuery = z.infer<typeof libraryQuerySchema>

/** Everything, from the newest on. */
export const WHOLE_LIBRARY: LibraryQuery = libraryQuerySchema.parse({})

/** A story that places a picture now, in its working copy, in what readers see, or both. */
export const assetUseSchema = z.object({
  storyId: z.uuid(),
  headline: z.string(),
  state: z.string(),
  role: z.enum(['LEAD', 'BODY']),
  inWorkingCopy: z.boolean(),
  /** Readers see it there now. */
  live: z.boolean(),
  /** Where readers find the story, such as /news/bell-rings; null while they do not. */
  path: z.string().nullable(),
})
export type AssetUse = z.infer<typeof assetUseSchema>

/** A picture in the library: with the stories that place it now, and whether it may be thrown away by whoever asks. */
export const libraryItemSchema = newsroomAssetSchema.extend({
  usedIn: z.array(assetUseSchema),
  mayEdit: z.boolean(),
  mayDelete: z.boolean(),
})
export type LibraryItem = z.infer<typeof libraryItemSchema>

export type LibraryPage = {
  items: LibraryItem[]
  /** The `cursor` of the next page; null = this is the last. */
  next: string | null
  /** How many pictures there are in all, on all pages of this question. */
  total: number
}

/** What the filters of the library offer. */
export type LibraryChoices = {
  years: string[]
  uploaders: { userId: string; name: string }[]
  /** Stories that place a picture now, the newest first. */
  stories: { storyId: string; headline: string }[]
  /** How many pictures each of the warnings would show. */
  counts: { unknownRights: number; missingAlt: number; missingCaption: number; expiring: number; expired: number; failed: number }
}

/** A picture that may be the same as another. `same`: byte for byte; else they look alike, which can be chance. */
export type LookAlike = { id: string; same: boolean; fileName: string; caption: string; placeholder: string; uploadedBy: string; uploadedAt: string; uses: number }

/** One picture with all about it. */
export type LibraryDetail = {
  item: LibraryItem
  lookAlikes: LookAlike[]
  replacedBy: { id: string; fileName: string } | null
  /** Who uploaded or changed it, newest first. */
  history: { at: string; by: string; what: string }[]
  canApproveFairUse: boolean
}

/** A change of what a picture says; what is left out stays. `version`: the one that the change started from. */
export const assetChangeSchema = z.strictObject({
  assetId: z.uuid(),
  version: z.int().positive(),
  caption: z.string().trim().max(1000, 'Keep a caption under 1,000 characters.').optional(),
  alt: z.string().trim().max(500, 'Keep alt text under 500 characters.').optional(),
  credit: z.string().trim().max(200, 'Keep a credit under 200 characters.').optional(),
  copyright: z.string().trim().max(200, 'Keep this under 200 characters.').optional(),
  takenAt: z.iso.datetime({ offset: true, error: 'Give a day and a time.' }).nullable().optional(),
  place: z.string().trim().max(200, 'Keep a place under 200 characters.').optional(),
  people: z.array(z.string().trim().min(1).max(100, 'Keep a name under 100 characters.')).max(50, 'Name at most 50 people.').optional(),
  focalX: z.number().min(0).max(1).optional(),
  focalY: z.number().min(0).max(1).optional(),
})
export type AssetChange = z.infer<typeof assetChangeSchema>

/** Replacing a file: which picture gives way to which, and what of the old one the new one takes over. */
export const replaceAssetSchema = z.strictObject({
  assetId: z.uuid(),
  newAssetId: z.uuid(),
  /** Caption, alt text, credit, people, place, date. */
  takeWords: z.boolean(),
  /** Right, proof, maker; an adviser's yes to fair use does not go over. */
  takeRights: z.boolean(),
})
export type ReplaceAsset = z.infer<typeof replaceAssetSchema>

/** What became of the stories that place the old picture. */
export type ReplaceReport = {
  /** Their working copies have the new picture now. */
  changed: { storyId: string; headline: string }[]
  /** Readers still see the old one here until the new revision is approved and published. */
  waitForApproval: { storyId: string; headline: string }[]
  /** Nothing was changed here, for this reason. */
  notChanged: { storyId: string; headline: string; reason: string }[]
}
