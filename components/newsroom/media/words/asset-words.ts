import { dayIn, instantOf } from '#domain/day.ts'
import type { AssetChange } from '#domain/media-library.ts'
import type { NewsroomAsset } from '#domain/media.ts'

/** What a picture says, as its form holds it: everything text as typed, the day as "2026-11-24" or ''. */
export type AssetWords = {
  caption: string
  alt: string
  credit: string
  copyright: string
  /** Names one a line; commas and semicolons part them too. */
  people: string
  place: string
  takenOn: string
  focalX: number
  focalY: number
}
export type WordsField = keyof AssetWords

export const WORDS_FIELDS: readonly WordsField[] = ['caption', 'alt', 'credit', 'copyright', 'people', 'place', 'takenOn', 'focalX', 'focalY']

/** The names in the field for people. */
export function namesIn(text: string): string[] {
  return text.split(/[\n,;]/).map((name) => name.trim()).filter((name) => name !== '')
}

/** What the form shows of a picture. `timeZone`: of the paper. */
export function wordsOf(asset: NewsroomAsset, timeZone: string): AssetWords {
  const { caption, alt, credit, copyright, place, focalX, focalY } = asset
  return { caption, alt, credit, copyright, place, focalX, focalY, people: asset.people.join('\n'), takenOn: asset.takenAt === null ? '' : dayIn(new Date(asset.takenAt), timeZone) }
}

/** Whether two states of a field mean the same once they are stored. */
export function sameField(a: AssetWords, b: AssetWords, field: WordsField): boolean {
  if (field === 'people') return namesIn(a.people).join('\n') === namesIn(b.people).join('\n')
  const [one, other] = [a[field], b[field]]
  return typeof one === 'string' && typeof other === 'string' ? one.trim() === other.trim() : one === other
}

/** The fields in which they differ. */
export function changedFields(before: AssetWords, after: AssetWords): WordsField[] {
  return WORDS_FIELDS.filter((field) => !sameField(before, after, field))
}

/** These fields as the server takes them. A day that is no day is sent as none is. */
export function changeOf(words: AssetWords, fields: readonly WordsField[], timeZone: string): Omit<AssetChange, 'assetId' | 'version'> {
  const has = (field: WordsField) => fields.includes(field)
  return {
    ...(has('caption') && { caption: words.caption.trim() }),
    ...(has('alt') && { alt: words.alt.trim() }),
    ...(has('credit') && { credit: words.credit.trim() }),
    ...(has('copyright') && { copyright: words.copyright.trim() }),
    ...(has('place') && { place: words.place.trim() }),
    ...(has('people') && { people: namesIn(words.people) }),
    // Noon, so that the day is the same one where the clocks are changed.
    ...(has('takenOn') && { takenAt: instantOf(`${words.takenOn}T12:00:00`, timeZone)?.toISOString() ?? null }),
    ...(has('focalX') && { focalX: words.focalX }),
    ...(has('focalY') && { focalY: words.focalY }),
  }
}
