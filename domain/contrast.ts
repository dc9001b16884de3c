/** Colours as #rrggbb, and how well one can be read on another: the relative luminance and contrast ratio of WCAG 2.2 (section 5, "Terms"). */

/** How much contrast text of the size of a paragraph needs (WCAG 2.2, 1.4.3). */
export const TEXT_CONTRAST = 4.5
/** How much large text and rules that carry a meaning need (WCAG 2.2, 1.4.3 and 1.4.11). */
export const SIGN_CONTRAST = 3

/** The two papers that everything is printed on: app/globals.css, `--color-paper`. */
export const LIGHT_PAPER = '#fdfcf9'
export const DARK_PAPER = '#171614'

/** Whether a text is a colour such as #9a1b1e. */
export function isColor(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text)
}

function channels(color: string): [number, number, number] {
  const number = Number.parseInt(color.slice(1), 16)
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255]
}

/** The relative luminance of a colour #rrggbb: 0 for black, 1 for white. */
export function luminance(color: string): number {
  const linear = (value: number) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)
  const [red, green, blue] = channels(color)
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/** The contrast ratio of two colours #rrggbb, in either order: from 1 (the same) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [first, second] = [luminance(one), luminance(other)]
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05)
}

/** A colour mixed with another one: `share` 0 is the first, 1 the second. */
export function mixed(color: string, other: string, share: number): string {
  const to = channels(other)
  return `#${channels(color).map((value, at) => Math.round(value + ((to[at] ?? 0) - value) * share).toString(16).padStart(2, '0')).join('')}`
}

/**
 * The nearest tone of a colour #rrggbb that has at least `ratio` on `ground`: the colour itself if it has, else mixed with white on a dark
 * ground and with black on a light one, in steps of 2 %. Black and white are readable on every ground up to 4.58, so there is always one up to that ratio.
 */
export function readable(color: string, ground: string, ratio: number): string {
  const towards = contrast('#ffffff', ground) >= contrast('#000000', ground) ? '#ffffff' : '#000000'
  for (let step = 0; step < 50; step += 1) {
    const tone = mixed(color, towards, step / 50)
    if (contrast(tone, ground) >= ratio) return tone
  }
  return towards
}
