import type { NewsroomAsset } from '#domain/media.ts'

/** Caption, alt text and credit of a picture where it is placed. */
export type PlacedWords = { caption: string; alt: string; credit: string }

/** What a picture proposes for its words where it is placed: its own, or a credit made of its maker and right. */
export function proposedWords({ caption, alt, credit, creditLine }: Pick<NewsroomAsset, 'caption' | 'alt' | 'credit' | 'creditLine'>): PlacedWords {
  return { caption, alt, credit: credit === '' ? creditLine : credit }
}

/** Words with what is proposed for those that are empty. What somebody has written stays. */
export function filledWords<T extends PlacedWords>(written: T, proposed: PlacedWords): T {
  const fill = (field: keyof PlacedWords) => (written[field].trim() === '' ? proposed[field] : written[field])
  return { ...written, caption: fill('caption'), alt: fill('alt'), credit: fill('credit') }
}
