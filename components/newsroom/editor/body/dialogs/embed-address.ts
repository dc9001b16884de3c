import { playerOf, siteOf } from '#domain/document/embed-address.ts'
import { linkAddress } from './link-address.ts'

/** A typed web address as an embed can hold it; null where it is no page of the web. */
export function embedAddress(typed: string): string | null {
  const href = linkAddress(typed)
  return href !== null && /^https?:\/\//.test(href) ? href : null
}

/** What readers will get of this address, as a sentence. */
export function whatItBecomes(address: string): string {
  const player = playerOf(address)
  return player === null ? `A link card to ${siteOf(address)}.` : `A player of ${player.provider}. It is loaded only when a reader asks for it.`
}

/** The one web address that a text is, or null. What somebody pastes alone on a line. */
export function bareAddress(text: string): string | null {
  const trimmed = text.trim()
  return /^https?:\/\/\S+$/i.test(trimmed) ? embedAddress(trimmed) : null
}
