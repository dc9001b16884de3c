import { contrast, leastContrast, nearestPassing, ratioWords } from './contrast.ts'

/** The two sides of the paper: by day and in the dark. */
export type Side = 'light' | 'dark'
export const SIDES = ['light', 'dark'] as const

/** The grounds that coloured text stands on, as app/globals.css has them: paper and wash. */
export const GROUNDS: Record<Side, readonly [paper: string, wash: string]> = { light: ['#fdfcf9', '#f3f1ea'], dark: ['#171614', '#2a2824'] }
/** The ink of text. */
export const INK: Record<Side, string> = { light: '#1b1a17', dark: '#ece9e2' }
/** The accent that a paper begins with. */
export const FIRST_ACCENT: Record<Side, string> = { light: '#9a1b1e', dark: '#ff8f86' }

/** What text of any size needs (WCAG 2.2, 1.4.3). */
export const TEXT_RATIO = 4.5

/** What is wrong with a colour of text on one side, and the nearest that is right; null: nothing. */
export function colourFault(hex: string, side: Side): { ratio: number; words: string; better: string } | null {
  const ratio = leastContrast(hex, GROUNDS[side])
  if (ratio >= TEXT_RATIO) return null
  const better = nearestPassing(hex, GROUNDS[side], TEXT_RATIO)
  const ground = side === 'light' ? 'the light paper' : 'the dark paper'
  return { ratio, better, words: `${hex} is too faint on ${ground}: its contrast is ${ratioWords(ratio)}, and text needs ${TEXT_RATIO} to 1. The nearest that passes is ${better}.` }
}

/** A colour for the dark, made from the one for the light: the same hue, as light as text there needs. */
export function darkOf(hex: string): string {
  return nearestPassing(hex, GROUNDS.dark, TEXT_RATIO)
}

/** The ink for words that stand on a colour: the paper's darkest or lightest, whichever can be read better. */
export function inkOn(hex: string): string {
  return contrast(hex, '#ffffff') >= contrast(hex, INK.light) ? '#ffffff' : INK.light
}
