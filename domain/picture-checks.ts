import { isMeaninglessName, looksLikeFileName } from './captions.ts'
import { creditClaim } from './credits.ts'
import { rightsProblem, waitsForFairUseYes, type AssetStanding } from './media.ts'

/** The words of a picture where it stands. */
export type PictureWords = { caption: string; alt: string; credit: string }

/** What keeps a picture from being published, in words for the person. `waitsFor`: nothing that the writer can do about it. */
export type PictureProblem = { message: string; waitsFor?: 'adviser' }

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase().replace(/[\s.]+/g, ' ').trim()

/** Whether words are a file name or say nothing: "IMG_2041", "Screenshot 2024-05-01", "band%20on%20stage.jpg", "download (3)". */
export function isFileNameAsWords(text: string): boolean {
  return text.trim() !== '' && (isMeaninglessName(text) || looksLikeFileName(text))
}

/** What is missing from a picture's words. */
export function wordProblems({ caption, alt, credit }: PictureWords): string[] {
  const found: string[] = []
  if (caption.trim() === '') found.push('write a caption.')
  else if (isFileNameAsWords(caption)) found.push(`the caption is a file name (“${shortened(caption)}”). Say who can be seen, and what happens.`)
  if (alt.trim() === '') found.push('write alt text that says what the picture shows.')
  else if (isFileNameAsWords(alt)) found.push(`the alt text is a file name (“${shortened(alt)}”). Say what the picture shows.`)
  if (credit.trim() === '') found.push('say who made it (credit).')
  return found
}

function shortened(text: string): string {
  const line = text.trim()
  return line.length <= 60 ? line : `${[...line].slice(0, 60).join('').trim()}…`
}

/** Whether two texts say the same but for spaces, full stops and capitals. */
export function saysTheSame(a: string, b: string): boolean {
  return plain(a) !== '' && plain(a) === plain(b)
}

/**
 * Everything that keeps a picture from being published where it stands; empty = nothing. `asset`: undefined = it is gone. `today`: the day
 * at school, "2026-11-24".
 */
export function pictureProblems(words: PictureWords, asset: AssetStanding | undefined, today: string): PictureProblem[] {
  const found: PictureProblem[] = wordProblems(words).map((message) => ({ message }))
  if (asset === undefined) return [...found, { message: 'the picture is gone. Choose another one.' }]
  if (asset.status === 'PENDING') found.push({ message: 'the picture is still being prepared. Try again in a few seconds.' })
  if (asset.status === 'FAILED') found.push({ message: 'the picture could not be prepared. Upload it again.' })
  const rights = rightsProblem(asset, today)
  if (rights !== null) found.push({ message: rights })
  const claim = creditClaim(words, asset)
  if (claim !== null) found.push({ message: claim })
  if (rights === null && claim === null && waitsForFairUseYes(asset)) found.push({ message: 'an adviser must agree that this is fair use.', waitsFor: 'adviser' })
  return found
}
