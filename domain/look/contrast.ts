import { z } from 'zod'

/** A colour as the settings keep it: "#" and six lower-case hexadecimal digits. */
export const hexSchema = z.string().trim().toLowerCase().regex(/^#[0-9a-f]{6}$/, 'Write a colour as # and six digits, such as #9a1b1e.')

type Triple = readonly [number, number, number]

const linear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)
const encoded = (channel: number) => (channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055)

function linearChannels(hex: string): Triple {
  const value = Number.parseInt(hex.slice(1), 16)
  return [linear((value >> 16) / 255), linear(((value >> 8) & 255) / 255), linear((value & 255) / 255)]
}

/** Relative luminance of a colour, 0 to 1 (WCAG 2.2, "relative luminance"). */
export function luminance(hex: string): number {
  const [red, green, blue] = linearChannels(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"); the order does not matter. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** The least contrast of a colour against any of `grounds`. */
export function leastContrast(hex: string, grounds: readonly string[]): number {
  return Math.min(...grounds.map((ground) => contrast(hex, ground)))
}

/** A ratio as it is told, cut and not rounded up, so that 4.496 is never told as the 4.5 that it misses. */
export function ratioWords(ratio: number): string {
  return `${(Math.floor(ratio * 10) / 10).toFixed(1)} to 1`
}

// Oklab (Björn Ottosson, 2020): equal steps of lightness look equal, and the hue stays while it changes.
function toOklab(hex: string): Triple {
  const [red, green, blue] = linearChannels(hex)
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s]
}

function fromOklab([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s, -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s, -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s]
}

const fits = (rgb: Triple) => rgb.every((channel) => channel >= -0.0001 && channel <= 1.0001)

/** The colour of this lightness and hue, as strong as `chroma` or, where a screen cannot show that, as it can. */
function atLightness(lightness: number, a: number, b: number): string {
  let [most, least] = [1, 0]
  if (!fits(fromOklab([lightness, a, b]))) {
    for (let step = 0; step < 20; step += 1) {
      const middle = (most + least) / 2
      if (fits(fromOklab([lightness, a * middle, b * middle]))) least = middle
      else most = middle
    }
    most = least
  }
  const rgb = fromOklab([lightness, a * most, b * most]).map((channel) => Math.round(Math.min(1, Math.max(0, encoded(Math.max(0, channel)))) * 255))
  return `#${rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

/**
 * The colour nearest to `hex`, of the same hue, that has at least `ratio` against every one of `grounds`: darker on light ones, lighter on
 * dark ones. `hex` itself where it has that already. The grounds are all light or all dark, and black or white passes on them.
 */
export function nearestPassing(hex: string, grounds: readonly string[], ratio: number): string {
  if (leastContrast(hex, grounds) >= ratio) return hex
  const [lightness, a, b] = toOklab(hex)
  const end = leastContrast('#000000', grounds) > leastContrast('#ffffff', grounds) ? 0 : 1
  let [fails, passes] = [lightness, end]
  // The way from the colour to black or white passes the line once: to the last step that 8 bits can tell apart.
  for (let step = 0; step < 16; step += 1) {
    const middle = (fails + passes) / 2
    if (leastContrast(atLightness(middle, a, b), grounds) >= ratio) passes = middle
    else fails = middle
  }
  return atLightness(passes, a, b)
}
