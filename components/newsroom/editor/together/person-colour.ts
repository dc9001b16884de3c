/** As many as a person can tell apart at a glance; carets.css holds their shades for light and dark pages. */
const COLOURS = ['#a11a4b', '#0b5c8a', '#17663a', '#7a3fa0', '#8a4b00', '#00666b', '#3f4db8', '#6b5a00'] as const

/** The number of a person's colour, 0–7: the same on everybody's screen, because it is made from the user id. */
export function colourNumber(userId: string): number {
  let sum = 0
  for (const char of userId) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) >>> 0
  return sum % COLOURS.length
}

/** A person's colour as #rrggbb, as it is on a light page. */
export function personColour(userId: string): string {
  return COLOURS[colourNumber(userId)] ?? COLOURS[0]
}

/** The class that sets `--person` to the person's colour, on light and dark pages alike. */
export function personClass(userId: string): string {
  return `person-${colourNumber(userId)}`
}
