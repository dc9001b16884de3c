import { looksLikeFileName } from '#domain/captions.ts'
import type { PlacementInput } from '#domain/story.ts'

export type WordField = 'caption' | 'alt' | 'credit'

const plain = (text: string) => text.trim().toLowerCase().replace(/[\s.]+/g, ' ').trim()

/** What is doubtful about a picture's words, for a note beside the field; null = nothing. It stops nobody. */
export function wordWarning(picture: Pick<PlacementInput, WordField>, field: WordField): string | null {
  const words = picture[field]
  if (words.trim() === '') return null
  if (looksLikeFileName(words)) return 'This looks like a file name. Write it for a person.'
  if (field === 'alt' && plain(words) === plain(picture.caption)) return 'This says the same as the caption. Say what the picture shows instead.'
  if (field === 'alt' && /^(?:an? |the )?(?:image|picture|photo|photograph) of\b/i.test(words.trim())) return 'Leave out “picture of”: a screen reader says that already.'
  return null
}
