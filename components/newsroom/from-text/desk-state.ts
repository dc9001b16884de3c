import { understandMarkdown } from '#domain/from-text/markdown.ts'
import { carryOverrides, type SourceFormat } from '#domain/from-text/source.ts'
import type { EditedStory } from '#domain/from-text/story-content.ts'
import { understandText } from '#domain/from-text/understand.ts'
import { documentLines, understandDocument, type DocumentBlock } from '#domain/from-text/document.ts'
import type { ChosenRole, LineRole, Overrides, UnderstoodByline, UnderstoodStory } from '#domain/from-text/understood-story.ts'
import type { NewsroomAsset } from '#domain/media.ts'

/** The text and how to read it: all that understanding depends on. */
export type Reading = { source: string; format: SourceFormat | 'document'; overrides: Overrides; document?: { name: string; blocks: readonly DocumentBlock[] } }
export type PictureEdit = { caption?: string; credit?: string; asset?: NewsroomAsset | null }
/** What the person typed over what was understood; absent = as understood. Pictures by their key. */
export type Edits = { headline?: string; deck?: string; bylines?: UnderstoodByline[]; pictures: Readonly<Record<string, PictureEdit>> }
export type DeskState = { reading: Reading; edits: Edits }

export type DeskChange =
  | { type: 'retyped'; source: string }
  | { type: 'replaced'; source: string; format: SourceFormat }
  | { type: 'format'; format: SourceFormat }
  /** A word processor's document, with the pictures of it that could be uploaded, by the number of their block. */
  | { type: 'document'; name: string; blocks: readonly DocumentBlock[]; assets: ReadonlyMap<number, NewsroomAsset> }
  /** null: guess again. `was`: what the line was taken for until now. */
  | { type: 'line'; number: number; role: ChosenRole | null; was: LineRole }
  | { type: 'words'; edits: Partial<Pick<Edits, 'headline' | 'deck' | 'bylines'>> }
  | { type: 'picture'; key: string; edit: PictureEdit }

export const EMPTY_DESK: DeskState = { reading: { source: '', format: 'plain', overrides: {} }, edits: { pictures: {} } }

const HEAD_ROLES = { headline: 'headline', deck: 'deck', byline: 'bylines' } as const

function isHeadRole(role: LineRole | null): role is keyof typeof HEAD_ROLES {
  return role !== null && Object.hasOwn(HEAD_ROLES, role)
}

/** Saying that a line is the headline means its words, not what was typed over the former headline. */
function lineChosen(state: DeskState, { number, role, was }: Extract<DeskChange, { type: 'line' }>): DeskState {
  const isOnlyOne = role === 'headline' || role === 'deck'
  const kept = Object.entries(state.reading.overrides).filter(([line, other]) => Number(line) !== number && !(isOnlyOne && other === role))
  const overrides: Record<number, ChosenRole> = Object.fromEntries(kept)
  if (role !== null) overrides[number] = role
  const edits = { ...state.edits }
  for (const one of [role, was]) if (isHeadRole(one)) delete edits[HEAD_ROLES[one]]
  return { reading: { ...state.reading, overrides }, edits }
}

function documentDesk({ name, blocks, assets }: Extract<DeskChange, { type: 'document' }>): DeskState {
  const reading: Reading = { source: documentLines(blocks).join('\n'), format: 'document', overrides: {}, document: { name, blocks } }
  const pictures = understand(reading).pictures.flatMap(({ key, sourceLines }) => {
    const asset = assets.get((sourceLines[0] ?? 0) - 1)
    return asset === undefined ? [] : [[key, { asset }] as const]
  })
  return { reading, edits: { pictures: Object.fromEntries(pictures) } }
}

/** The desk after one change. */
export function changeDesk(state: DeskState, change: DeskChange): DeskState {
  const { reading, edits } = state
  switch (change.type) {
    case 'retyped':
      return { ...state, reading: { ...reading, source: change.source, overrides: carryOverrides(reading.source, change.source, reading.overrides) } }
    case 'replaced':
      return { reading: { source: change.source, format: change.format, overrides: {} }, edits: { pictures: {} } }
    case 'document':
      return documentDesk(change)
    case 'format':
      return { ...state, reading: { ...reading, format: change.format, overrides: {} } }
    case 'line':
      return lineChosen(state, change)
    case 'words':
      return { ...state, edits: { ...edits, ...change.edits } }
    case 'picture':
      return { ...state, edits: { ...edits, pictures: { ...edits.pictures, [change.key]: { ...edits.pictures[change.key], ...change.edit } } } }
  }
}

/** What is understood of the text on the desk. */
export function understand({ source, format, overrides, document }: Reading): UnderstoodStory {
  if (format === 'document') return understandDocument(document?.blocks ?? [], overrides)
  return format === 'markdown' ? understandMarkdown(source, overrides) : understandText(source, overrides)
}

/** The story as understood, with what the person typed over it. */
export function editedStory(story: UnderstoodStory, edits: Edits): EditedStory {
  return {
    headline: edits.headline ?? story.headline,
    deck: edits.deck ?? story.deck,
    bylines: edits.bylines ?? story.bylines,
    body: story.body,
    notes: story.notes,
    pictures: story.pictures.map((picture) => {
      const { asset, ...words } = edits.pictures[picture.key] ?? {}
      return { ...picture, ...words, assetId: asset?.id ?? null }
    }),
  }
}
