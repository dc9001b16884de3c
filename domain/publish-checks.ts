import { accessProblems } from './access-checks.ts'
import { imagesOf, type StoryDocument } from './document/schema.ts'
import { plainText } from './document/plain-text.ts'
import { suggestionsIn } from './document/suggestions.ts'
import type { AssetStanding } from './media.ts'
import { pictureProblems } from './picture-checks.ts'
import type { PlacementInput, StoryKind } from './story.ts'

/** The field that a check points at: the id of its element in the editor. */
export type CheckField = 'headline' | 'slug' | 'deck' | 'section' | 'bylines' | 'body' | 'notes' | 'risks' | 'template' | 'lead' | `image-${string}`
import type { StoryTemplate } from './story-template.ts'

/**
 * One unmet check: what is missing, in words for the person, and where to put it right. `waitsFor`: nothing that the
 * writer can do about it, so that it holds up the approval but not the handing in.
 */
export type UnmetCheck = { field: CheckField; message: string; waitsFor?: 'adviser' }

/** What the checks look at: one revision with the standing of its pictures and notes. */
export type CheckedRevision = {
  /** What it is; absent = a story. */
  kind?: StoryKind
  headline: string
  sectionId: string | null
  bylines: readonly unknown[]
  lead: PlacementInput | null
  body: StoryDocument
  template?: StoryTemplate | undefined
  assets: Readonly<Record<string, AssetStanding>>
  openBlockingNotes: number
  /** The day at school, "2026-11-24": a permission may have ended. */
  today: string
  /** What the copy desk found by rules that this paper made blocking, and nobody with a say let stand. */
  blockingFindings?: readonly UnmetCheck[]
  /** What is open in the risk checklist of a section that requires one. */
  risks?: readonly UnmetCheck[]
  /** Whose name may not stand where it stands (domain/named-people.ts). */
  names?: readonly UnmetCheck[]
  /** Why a page cannot have the address that it wants. */
  address?: readonly UnmetCheck[]
}

function pictureChecks(picture: PlacementInput, field: CheckField, name: string, { assets, today }: Pick<CheckedRevision, 'assets' | 'today'>): UnmetCheck[] {
  return pictureProblems(picture, assets[picture.assetId], today).map((problem) => ({ field, ...problem, message: `${name}: ${problem.message}` }))
}

/** What is unfinished in the text itself. */
function blockChecks({ body, assets, today }: Pick<CheckedRevision, 'body' | 'assets' | 'today'>): UnmetCheck[] {
  const found: UnmetCheck[] = body.content.flatMap((block): UnmetCheck[] => {
    if (block.type === 'missingPicture') return [{ field: 'body', message: `A picture is still missing from the text${block.attrs.name === '' ? '' : ` (${block.attrs.name})`}. Upload it, or remove its place.` }]
    if (block.type !== 'embed') return []
    if (block.attrs.title.trim() === '') return [{ field: 'body', message: `Say in a few words what ${block.attrs.url} is (title of the embed).` }]
    const { title, stillAssetId: assetId, stillAlt: alt = '', stillCredit: credit = '' } = block.attrs
    return assetId === undefined ? [] : pictureChecks({ assetId, caption: title, alt, credit }, 'body', `Still picture of “${title}”`, { assets, today })
  })
  found.push(...accessProblems(body).map((message): UnmetCheck => ({ field: 'body', message })))
  const open = new Set(suggestionsIn(body).map(({ id }) => id)).size
  if (open > 0) found.push({ field: 'body', message: open === 1 ? 'One suggested change is still open: accept or reject it.' : `${open} suggested changes are still open: accept or reject them.` })
  return found
}

/** Where a story stands and who answers for it. */
function storyChecks({ sectionId, bylines, template }: CheckedRevision): UnmetCheck[] {
  return [
    ...(sectionId === null ? [{ field: 'section' as const, message: 'Choose a section.' }] : []),
    ...(bylines.length === 0 ? [{ field: 'bylines' as const, message: 'Add at least one byline.' }] : []),
    ...(template?.kind === 'review' && template.title.trim() === '' ? [{ field: 'template' as const, message: 'Say what is reviewed (title, under Template).' }] : []),
  ]
}

/** The paper speaks in a page: whatever would put it among stories keeps it from going out. */
function pageChecks({ sectionId, bylines, address = [] }: CheckedRevision): UnmetCheck[] {
  return [
    ...(sectionId === null ? [] : [{ field: 'section' as const, message: 'A page stands in no section. Start a story instead.' }]),
    ...(bylines.length === 0 ? [] : [{ field: 'bylines' as const, message: 'A page bears no byline. Remove it.' }]),
    ...address,
  ]
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
  found.push(...(revision.kind === 'PAGE' ? pageChecks(revision) : storyChecks(revision)))
  if (plainText(revision.body) === '') found.push({ field: 'body', message: `The ${revision.kind === 'PAGE' ? 'page' : 'story'} has no text yet.` })
  if (revision.lead !== null) {
    found.push(...pictureChecks(revision.lead, 'lead', 'Lead picture', revision))
  }
  imagesOf(revision.body).forEach((image, index) => {
    found.push(...pictureChecks(image.attrs, `image-${index + 1}`, `Picture ${index + 1}`, revision))
  })
  found.push(...blockChecks(revision))
  found.push(...(revision.blockingFindings ?? []), ...(revision.risks ?? []), ...(revision.names ?? []))
  if (revision.openBlockingNotes > 0) {
    found.push({
      field: 'notes',
      message: revision.openBlockingNotes === 1 ? 'One note must be settled first.' : `${revision.openBlockingNotes} notes must be settled first.`,
    })
  }
  return found
}
