import { creditClaim } from './credits.ts'
import { hasExpired, rightsProblem, waitsForFairUseYes, type AssetStanding } from './media.ts'
import { isFileNameAsWords, type PictureWords } from './picture-checks.ts'
import { apDate } from './ap-date.ts'

/** One thing that is risky about a picture that readers see. `weight`: 100 = we may be sued for it, 10 = a reader is badly served. */
export type Risk = { kind: RiskKind; weight: number; message: string }
export type RiskKind = 'unknown' | 'expired' | 'claim' | 'fairUse' | 'unproven' | 'unmade' | 'alt' | 'caption' | 'credit'

const WEIGHTS: Record<RiskKind, number> = {
  // Nobody knows why it may be shown.
  unknown: 100,
  // Somebody who sells pictures is named, and no licence is behind it: agencies search the web for these.
  claim: 90,
  // It was allowed once, and whoever allowed it knows until when.
  expired: 80,
  fairUse: 70,
  unproven: 60,
  unmade: 40,
  credit: 30,
  // A duty of accessibility rather than of copyright.
  alt: 20,
  caption: 10,
}

const risk = (kind: RiskKind, message: string): Risk => ({ kind, weight: WEIGHTS[kind], message })

/** What is risky about a picture with these words in a live story, the heaviest first; empty = nothing. `today`: "2026-11-24". */
export function pictureRisks(words: PictureWords, asset: AssetStanding, today: string): Risk[] {
  const found: Risk[] = []
  const claim = creditClaim(words, asset)
  if (asset.rights === 'UNKNOWN') found.push(risk('unknown', 'Nobody has said why we may publish this picture.'))
  if (claim !== null) found.push(risk('claim', claim))
  if (hasExpired(asset, today)) found.push(risk('expired', `What allowed us to use it ended on ${apDate(`${asset.expiresOn}T12:00:00Z`, 'UTC')}.`))
  else if (asset.rights !== 'UNKNOWN') {
    const missing = rightsProblem(asset, today)
    if (missing !== null) found.push(risk('unproven', missing))
  }
  if (waitsForFairUseYes(asset)) found.push(risk('fairUse', 'It is claimed as fair use, and no adviser has agreed.'))
  if (asset.status === 'FAILED') found.push(risk('unmade', 'It could not be prepared, so readers do not see it.'))
  if (words.credit.trim() === '') found.push(risk('credit', 'No credit says who made it.'))
  if (words.alt.trim() === '') found.push(risk('alt', 'It has no alt text, so whoever cannot see it is told nothing.'))
  else if (isFileNameAsWords(words.alt)) found.push(risk('alt', 'Its alt text is a file name.'))
  if (words.caption.trim() === '') found.push(risk('caption', 'It has no caption.'))
  else if (isFileNameAsWords(words.caption)) found.push(risk('caption', 'Its caption is a file name.'))
  return found.sort((a, b) => b.weight - a.weight)
}

/** How risky a picture is as a whole: its heaviest risk, and a little for each other one, so that lists sort sensibly. */
export function riskOf(risks: readonly Risk[]): number {
  return risks.reduce((sum, { weight }, index) => sum + (index === 0 ? weight : weight / 100), 0)
}
