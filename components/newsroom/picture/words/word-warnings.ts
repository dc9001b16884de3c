import { altHints } from '#domain/alt-help.ts'
import { creditClaim } from '#domain/credits.ts'
import type { NewsroomAsset } from '#domain/media.ts'
import { isFileNameAsWords, saysTheSame } from '#domain/picture-checks.ts'
import type { PlacedWords } from '../placed-words.ts'

export type WordField = 'caption' | 'alt' | 'credit'
/** `warn`: something is wrong; `help`: what would make it better. */
export type WordNote = { message: string; tone: 'warn' | 'help' }

const FILE_NAME: WordNote = { tone: 'warn', message: 'This looks like a file name. Write it for a person.' }

/** What is doubtful about one of a picture's texts, for notes beside its field. `asset`: the picture, where it is known. */
export function wordWarnings(words: PlacedWords, field: WordField, asset: NewsroomAsset | undefined): WordNote[] {
  if (isFileNameAsWords(words[field])) return [FILE_NAME]
  if (field === 'credit') return creditWarnings(words, asset)
  return field === 'alt' ? altNotes(words, asset) : []
}

/** Help with the alt text; what a listener would hear twice is a warning. */
function altNotes({ caption, alt }: PlacedWords, asset: NewsroomAsset | undefined): WordNote[] {
  const tone = saysTheSame(alt, caption) ? 'warn' : 'help'
  return altHints({ caption, alt, people: asset?.people ?? [] }).map((message, index) => ({ message, tone: index === 0 ? tone : 'help' }))
}

/** The credit stands for the caption too, which can hold one: "… (Courtesy of AP News)". */
function creditWarnings(words: PlacedWords, asset: NewsroomAsset | undefined): WordNote[] {
  const claim = asset === undefined ? null : creditClaim(words, asset)
  return claim === null ? [] : [{ tone: 'warn', message: claim }]
}
