/**
 * The pairs of typefaces that a paper can be set in: `serif` for headlines and text, `sans` for labels and captions (on the pages of `press`, the reader's own). Every face is under the SIL Open
 * Font License, has Latin and extended Latin, and comes in one variable file for all weights.
 */
export const TYPEFACES = {
  press: { name: 'Source Serif and Abril Fatface', hint: 'Even and quiet text under a nameplate of its own: what a paper begins with.', serif: 'source-serif-4', sans: 'libre-franklin', nameplate: null },
  gazette: { name: 'Newsreader and Public Sans', hint: 'A sharp text face made for news on screens, with plain labels.', serif: 'newsreader', sans: 'public-sans', nameplate: 800 },
  herald: { name: 'Bitter and Archivo', hint: 'Sturdy slab serifs and broad labels: loud, and fast to load.', serif: 'bitter', sans: 'archivo', nameplate: 900 },
  review: { name: 'Literata and Libre Franklin', hint: 'A warm book face, for papers with long pieces.', serif: 'literata', sans: 'libre-franklin', nameplate: 900 },
} as const satisfies Record<string, { name: string; hint: string; serif: string; sans: string; /** The weight of the paper's name in the serif; null: it has a face of its own. */ nameplate: number | null }>

export type Typefaces = keyof typeof TYPEFACES
export const TYPEFACE_KEYS = Object.keys(TYPEFACES) as [Typefaces, ...Typefaces[]]
