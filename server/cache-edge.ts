import 'server-only'
import { refresh, revalidateTag, updateTag } from 'next/cache'

/**
 * Expires what a command touched, from a server action: the next reader gets the new page, never
 * the old one once more. The page that sent the action is rendered anew. */
export function expireFromAction(tags: readonly string[]): void {
  for (const tag of tags) updateTag(tag)
  refresh()
}

/** The same from a route handler or a job, where `updateTag` throws. */
export function expireFromRoute(tags: readonly string[]): void {
  for (const tag of tags) revalidateTag(tag, { expire: 0 })
}
