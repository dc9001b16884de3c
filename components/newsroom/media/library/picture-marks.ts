import { daysAfter } from '#domain/day.ts'
import { EXPIRES_SOON_DAYS, hasExpired, rightsProblem, RIGHTS_NEEDS, waitsForFairUseYes, type NewsroomAsset } from '#domain/media.ts'

/** What somebody should see of a picture before opening it. */
export type PictureMark = { word: string; tone: 'bad' | 'warn' | 'soft' }

/** Whether a right holds today and ends within EXPIRES_SOON_DAYS. */
export function runsOutSoon(asset: Pick<NewsroomAsset, 'rights' | 'expiresOn'>, today: string): boolean {
  return RIGHTS_NEEDS[asset.rights].expires && asset.expiresOn !== null && today !== '' && !hasExpired(asset, today) && asset.expiresOn <= daysAfter(today, EXPIRES_SOON_DAYS)
}

/** What is to be known of a picture at a glance, gravest first. `today`: "2026-11-24". */
export function marksOf(asset: NewsroomAsset, today: string): PictureMark[] {
  const marks: PictureMark[] = []
  if (asset.status === 'FAILED') marks.push({ word: 'Could not be prepared', tone: 'bad' })
  if (asset.status === 'PENDING') marks.push({ word: 'Being prepared', tone: 'soft' })
  if (hasExpired(asset, today)) marks.push({ word: 'Right has run out', tone: 'bad' })
  else if (asset.rights === 'UNKNOWN') marks.push({ word: 'No right yet', tone: 'bad' })
  else if (rightsProblem(asset, today) !== null) marks.push({ word: 'Right incomplete', tone: 'bad' })
  else if (waitsForFairUseYes(asset)) marks.push({ word: 'Fair use: waits for an adviser', tone: 'warn' })
  if (runsOutSoon(asset, today)) marks.push({ word: `Runs out ${asset.expiresOn}`, tone: 'warn' })
  if (asset.caption === '') marks.push({ word: 'No caption', tone: 'warn' })
  if (asset.alt === '') marks.push({ word: 'No alt text', tone: 'warn' })
  if (asset.credit === '') marks.push({ word: 'No credit', tone: 'warn' })
  if (asset.replacedById !== null) marks.push({ word: 'Replaced', tone: 'soft' })
  return marks
}

/** What a picture is called where it has no words of its own yet. */
export function titleOf(asset: Pick<NewsroomAsset, 'caption' | 'fileName'>): string {
  return asset.caption === '' ? asset.fileName : asset.caption
}
