import 'server-only'
import { refresh, revalidateTag, updateTag } from 'next/cache'

/**
 * Expires what a command touched, from a server action: the next reader gets the new page, never
 * the old one once more. The page that sent the action is rendered anew, unless it knows by itself what it shows now. */
export function expireFromAction(tags: readonly string[], { renew }: { renew: boolean } = { renew: true }): void {
  for (const tag of tags) updateTag(tag)
  if (renew) refresh()
}

/** The same from a route handler or a job, where `updateTag` throws. */
export function expireFromRoute(tags: readonly string[]): void {
  for (const tag of tags) revalidateTag(tag, { expire: 0 })
}
