import { imagesOf, type StoryDocument } from './document/schema.ts'
import { plainText } from './document/plain-text.ts'
import { rightsProblem, waitsForFairUseYes, type AssetStanding } from './media.ts'
import type { PlacementInput } from './story.ts'

/** The field that a check points at: the id of its element in the editor. */
export type CheckField = 'headline' | 'section' | 'bylines' | 'body' | 'notes' | 'lead' | `image-${string}`

/**
 * One unmet check: what is missing, in words for the person, and where to put it right. `waitsFor`: nothing that the
 * writer can do about it, so that it holds up the approval but not the handing in.
 */
export type UnmetCheck = { field: CheckField; message: string; waitsFor?: 'adviser' }

/** What the checks look at: one revision with the standing of its pictures and notes. */
export type CheckedRevision = {
  headline: string
  sectionId: string | null
  bylines: readonly unknown[]
  lead: PlacementInput | null
  body: StoryDocument
  assets: Readonly<Record<string, AssetStanding>>
  openBlockingNotes: number
}

function pictureChecks(picture: PlacementInput, field: CheckField, name: string, asset: AssetStanding | undefined): UnmetCheck[] {
  const unmet = (message: string): UnmetCheck => ({ field, message: `${name}: ${message}` })
  const found: UnmetCheck[] = []
  if (picture.caption.trim() === '') found.push(unmet('write a caption.'))
  if (picture.alt.trim() === '') found.push(unmet('write alt text that says what the picture shows.'))
  if (picture.credit.trim() === '') found.push(unmet('say who made it (credit).'))
  if (asset === undefined) return [...found, unmet('the picture is gone. Choose another one.')]
  if (asset.status === 'PENDING') found.push(unmet('the picture is still being prepared. Try again in a few seconds.'))
  if (asset.status === 'FAILED') found.push(unmet('the picture could not be prepared. Upload it again.'))
  const rights = rightsProblem(asset)
  if (rights !== null) found.push(unmet(rights))
  else if (waitsForFairUseYes(asset)) found.push({ ...unmet('an adviser must agree that this is fair use.'), waitsFor: 'adviser' })
  return found
}

/** The checks that must be met before a writer hands a story in. */
export function writersChecks(unmet: readonly UnmetCheck[]): UnmetCheck[] {
  return unmet.filter((check) => check.waitsFor === undefined)
}

/**
 * Everything that keeps this revision from being approved or published; empty = nothing does. The same list on
 * screen, in the command and in a job ("never bends" 3).
 */
export function unmetChecks(revision: CheckedRevision): UnmetCheck[] {
  const found: UnmetCheck[] = []
  if (revision.headline.trim() === '') found.push({ field: 'headline', message: 'Write a headline.' })
  if (revision.sectionId === null) found.push({ field: 'section', message: 'Choose a section.' })
  if (revision.bylines.length === 0) found.push({ field: 'bylines', message: 'Add at least one byline.' })
  if (plainText(revision.body) === '') found.push({ field: 'body', message: 'The story has no text yet.' })
  if (revision.lead !== null) {
    found.push(...pictureChecks(revision.lead, 'lead', 'Lead picture', revision.assets[revision.lead.assetId]))
  }
  imagesOf(revision.body).forEach((image, index) => {
    found.push(...pictureChecks(image.attrs, `image-${index + 1}`, `Picture ${index + 1}`, revision.assets[image.attrs.assetId]))
  })
  if (revision.openBlockingNotes > 0) {
    found.push({
      field: 'notes',
      message: revision.openBlockingNotes === 1 ? 'One note must be settled first.' : `${revision.openBlockingNotes} notes must be settled first.`,
    })
  }
  return found
}
