/** Crops follow the focal point: what must stay in sight, as fractions of width and height from the top left corner. */

export type Focus = { focalX: number; focalY: number }
export type Region = { left: number; top: number; width: number; height: number }

/** The crops that the paper makes or shows, as width to height. */
export const CROP_RATIOS = { lead: 16 / 9, card: 3 / 2, square: 1, social: 1200 / 630 } as const
export type Crop = keyof typeof CROP_RATIOS

/** What links to a story show on other sites, in pixels (the Open Graph size that they ask for). */
export const SOCIAL_SIZE = { width: 1200, height: 630 } as const

const between = (low: number, value: number, high: number) => Math.max(low, Math.min(high, value))

/**
 * The largest part of a picture with this ratio (width to height), moved so that the focal point is as near to its middle as the edges
 * allow. Whole pixels, inside the picture, at least 1 × 1.
 */
export function cropRegion(size: { width: number; height: number }, { focalX, focalY }: Focus, ratio: number): Region {
  const wide = size.width / size.height > ratio
  const width = between(1, Math.round(wide ? size.height * ratio : size.width), size.width)
  const height = between(1, Math.round(wide ? size.height : size.width / ratio), size.height)
  return {
    left: between(0, Math.round(focalX * size.width - width / 2), size.width - width),
    top: between(0, Math.round(focalY * size.height - height / 2), size.height - height),
    width,
    height,
  }
}

/** Where CSS puts a covering picture (`object-position`) so that it shows what cropRegion cuts: "50% 20%". */
export function objectPosition(size: { width: number; height: number }, focus: Focus, ratio: number): string {
  const { left, top, width, height } = cropRegion(size, focus, ratio)
  const part = (offset: number, room: number) => `${room <= 0 ? 50 : Math.round((offset / room) * 1000) / 10}%`
  return `${part(left, size.width - width)} ${part(top, size.height - height)}`
}

/** A focal point to the hundredth: finer than anybody clicks, and the same in the database, in a name and on screen. */
export function roundFocus({ focalX, focalY }: Focus): Focus {
  const round = (part: number) => Math.round(between(0, part, 1) * 100) / 100
  return { focalX: round(focalX), focalY: round(focalY) }
}

/** The name that a social picture around this focal point has among the variants. A live revision keeps its own. */
export function socialCrop(focus: Focus): string {
  const { focalX, focalY } = roundFocus(focus)
  return `social ${focalX.toFixed(2)} ${focalY.toFixed(2)}`
}
