import { z } from 'zod'
import { EMPTY_DOCUMENT, type Block, type ImageNode } from '../document/schema.ts'
import { storyContentSchema, type PlacementInput, type StoryContent } from '../story.ts'
import type { UnderstoodByline, UnderstoodPicture, UnderstoodStory } from './understood-story.ts'

/** In UTF-16 units of a note; an astral character counts twice. */
const MAX_NOTE = 4_000

/** Somebody on staff, as bylines are matched to. */
export type StaffName = { staffId: string; name: string; position: string }
/** A picture as understood and perhaps edited, with the upload that shows it; null = it is still to be added. */
export type PlacedPicture = UnderstoodPicture & { assetId: string | null }
export type EditedStory = Pick<UnderstoodStory, 'headline' | 'deck' | 'bylines' | 'body' | 'notes'> & { pictures: PlacedPicture[] }

/** What is sent to make the story: its content, and what is still to do as blocking notes. */
export const storyToMakeSchema = z.strictObject({
  content: storyContentSchema,
  notes: z.array(z.string().min(1).max(MAX_NOTE)).max(200, 'Use at most 200 notes. Take some lines for paragraphs instead.'),
})
export type StoryToMake = z.infer<typeof storyToMakeSchema>

const sameName = (one: string, other: string) => one.trim().normalize('NFC') === other.trim().normalize('NFC')

function bylineOf({ name, credit }: UnderstoodByline, staff: readonly StaffName[]): StoryContent['bylines'][number] {
  // Of two people with one name, nobody can tell here who signed: the name stays free text.
  const [member, ...others] = staff.filter((one) => sameName(one.name, name))
  if (member === undefined || others.length > 0) return { staffId: null, name: name.trim(), credit: credit.trim() }
  return { staffId: member.staffId, name: null, credit: credit.trim() || member.position }
}

/** A note of any length as notes that fit. */
function fittingNotes(note: string): string[] {
  return note.match(new RegExp(`.{1,${MAX_NOTE / 2}}`, 'gsu')) ?? []
}

/** "Picture to add: “caption” — credit (file name)", so that a picture without file is not forgotten. */
function pictureNote({ caption, credit, alt, fileName }: UnderstoodPicture): string {
  const words = [caption.trim() === '' ? '' : `“${caption.trim()}”`, credit.trim()].filter((part) => part !== '').join(' — ')
  const what = [words, alt === '' ? '' : `Alt text: “${alt}”`, fileName === '' ? '' : `File: ${fileName}`].filter((part) => part !== '').join('. ')
  return `Picture to add: ${what === '' ? 'the text names one without words.' : what}`
}

type Uploaded = UnderstoodPicture & { assetId: string }

function placementOf({ assetId, caption, alt, credit }: Uploaded): PlacementInput {
  return { assetId, caption: caption.trim(), alt, credit: credit.trim() }
}

/** The body with the pictures where the source had them. */
function withPictures(blocks: readonly Block[], pictures: readonly Uploaded[]): Block[] {
  const image = (picture: Uploaded): ImageNode => ({ type: 'image', attrs: placementOf(picture) })
  const at = (index: number) => pictures.filter(({ afterBlocks }) => afterBlocks === index).map(image)
  const body = blocks.flatMap((block, index) => [...at(index), block])
  const rest = pictures.filter(({ afterBlocks }) => afterBlocks >= blocks.length).map(image)
  return [...body, ...rest]
}

/**
 * The story to make: the first uploaded picture leads, the others stand in the text where the source had them, those
 * without upload and the remarks become notes. Section, tags and address are for a person to give. Not yet checked:
 * storyContentSchema says whether everything fits.
 */
export function storyToMake(story: EditedStory, staff: readonly StaffName[]): StoryToMake {
  const uploaded = story.pictures.flatMap(({ assetId, ...picture }) => (assetId === null ? [] : [{ ...picture, assetId }]))
  const [lead, ...others] = uploaded
  // An empty body is one empty paragraph, before which no picture stands.
  const blocks = story.body === EMPTY_DOCUMENT ? [] : story.body.content
  const content = withPictures(blocks, others)
  return {
    content: {
      headline: story.headline.trim(),
      deck: story.deck.trim(),
      slug: '',
      sectionId: null,
      tags: [],
      bylines: story.bylines.filter(({ name }) => name.trim() !== '').map((byline) => bylineOf(byline, staff)),
      lead: lead === undefined ? null : placementOf(lead),
      body: content.length === 0 ? EMPTY_DOCUMENT : { type: 'doc', content },
    },
    notes: [...story.pictures.filter(({ assetId }) => assetId === null).map(pictureNote), ...story.notes].flatMap(fittingNotes),
  }
}
