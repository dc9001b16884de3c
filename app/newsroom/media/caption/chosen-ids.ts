import { z } from 'zod'

/** How many pictures one caption desk takes. */
const MOST = 100

/** The pictures that an address names, once or several times, parted by commas: each once, in their order; what is no id is left out. */
export function chosenIds(asked: string | string[] | undefined): string[] {
  const texts = asked === undefined ? [] : Array.isArray(asked) ? asked : [asked]
  const ids = texts.flatMap((text) => text.split(',')).filter((id) => z.uuid().safeParse(id).success)
  return [...new Set(ids)].slice(0, MOST)
}
