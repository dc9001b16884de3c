import { z } from 'zod'
import { libraryItemSchema, type LibraryItem } from '#domain/media-library.ts'

const answer = z.object({ items: z.array(libraryItemSchema), next: z.string().nullable(), total: z.number() })

/** One page of pictures, or why there is none. */
export type Found = { ok: true; items: LibraryItem[]; next: string | null; total: number } | { ok: false; message: string }

/** Asks the library for pictures with these words; `cursor`: where the page before ended. Rejects only when `signal` ends it. */
export async function searchPictures(words: string, cursor: string | null, signal: AbortSignal): Promise<Found> {
  const asked = new URLSearchParams({ q: words, ...(cursor === null ? {} : { cursor }) })
  try {
    const response = await fetch(`/api/media/library?${asked}`, { credentials: 'same-origin', cache: 'no-store', signal })
    if (response.status === 401) return { ok: false, message: 'You are signed out. Sign in in another tab, then search again.' }
    const parsed = answer.safeParse(await response.json())
    if (response.ok && parsed.success) return { ok: true, ...parsed.data }
  } catch (error) {
    if (signal.aborted) throw error
    return { ok: false, message: 'The connection is down. Search again in a moment.' }
  }
  return { ok: false, message: 'The server has a problem. Search again in a moment.' }
}
