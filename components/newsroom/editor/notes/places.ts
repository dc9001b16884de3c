import { imagesOf } from '#domain/document/schema.ts'
import type { NoteView } from '#domain/notes.ts'
import type { StoryContent } from '#domain/story.ts'
import { placeOf, placeOfQuote, type Place } from '#domain/together/anchor.ts'
import type * as Y from 'yjs'

/** Where the passages of these notes are now, by note; null: gone. Notes on the story as a whole are not among them. */
export function placesOf(doc: Y.Doc, content: Pick<StoryContent, 'body'>, notes: readonly NoteView[]): ReadonlyMap<string, Place | null> {
  return new Map(
    notes.flatMap(({ id, anchor }): [string, Place | null][] => {
      if (anchor === null) return []
      if (anchor.field !== 'caption') return [[id, placeOf(doc, anchor)]]
      const picture = imagesOf(content.body).find(({ attrs }) => attrs.assetId === anchor.assetId)
      return [[id, picture === undefined ? null : placeOfQuote(picture.attrs.caption, anchor)]]
    }),
  )
}

const FIELD_ORDER = ['headline', 'deck', 'leadCaption', 'leadAlt', 'leadCredit', 'body', 'caption']

/** Open notes in the order of what they are about: the story as a whole first, then by field and place, what is gone last. */
export function inReadingOrder(notes: readonly NoteView[], places: ReadonlyMap<string, Place | null>): NoteView[] {
  const rank = ({ id, anchor }: NoteView): [number, number] => {
    if (anchor === null) return [-1, 0]
    const place = places.get(id)
    return place === null || place === undefined ? [FIELD_ORDER.length, 0] : [FIELD_ORDER.indexOf(anchor.field), place.from]
  }
  return notes.toSorted((a, b) => {
    const [one, other] = [rank(a), rank(b)]
    return one[0] - other[0] || one[1] - other[1]
  })
}
