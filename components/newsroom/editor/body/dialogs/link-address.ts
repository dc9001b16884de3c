import { isSafeHref } from '#domain/document/schema.ts'

/**
 * A typed link as it can be stored: `https://` and `mailto:` are added where they are missing. null where it is no
 * address that may stand in a story.
 */
export function linkAddress(typed: string): string | null {
  const text = typed.trim()
  if (text === '') return null
  const isMail = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)
  const isBare = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#].*)?$/i.test(text)
  const href = isMail ? `mailto:${text}` : isBare ? `https://${text}` : text
  return isSafeHref(href) ? href : null
}
