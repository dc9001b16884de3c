import { z } from 'zod'

/** A link that the paper shows around its pages: to a place of its own ("/about") or outside ("https://…"). */
export type NavLink = { label: string; href: string }
/** Where links stand: in the head, after or instead of the sections, and in the foot. */
export type Navigation = { sections: boolean; head: NavLink[]; foot: NavLink[] }

/** How many links fit into either place. */
export const PLACES_FOR_LINKS = { head: 12, foot: 20 } as const

/** Whether an address is a path of our own: it may hold a query or a fragment, and leads nowhere else. */
export function isOwnPath(href: string): boolean {
  // The second slash, or a backslash, would name another host.
  return /^\/(?![/\\])[^\s\\]*$/.test(href) && !/[<>"\u0000-\u001f]/.test(href)
}

/** The host of an https address without a name or a port in front or behind it; null for anything else. */
export function httpsHost(href: string): string | null {
  if (!URL.canParse(href)) return null
  const { protocol, hostname, username, password } = new URL(href)
  return protocol === 'https:' && username === '' && password === '' && hostname.includes('.') ? hostname.toLowerCase().replace(/^www\./, '') : null
}

const linkSchema = z.object({
  label: z.string().trim().min(1, 'Give every link a name.').max(40, 'Keep the name of a link under 40 characters.'),
  href: z.string().trim().max(500, 'This address is too long.').refine((href) => isOwnPath(href) || httpsHost(href) !== null, 'Write an address of the paper such as /about, or a whole one that begins with https://.'),
})

export const navigationSchema = z.object({
  sections: z.boolean(),
  head: z.array(linkSchema).max(PLACES_FOR_LINKS.head, `No more than ${PLACES_FOR_LINKS.head} links fit into the head.`),
  foot: z.array(linkSchema).max(PLACES_FOR_LINKS.foot, `No more than ${PLACES_FOR_LINKS.foot} links fit into the foot.`),
})

/** The networks that a paper can point to, and the hosts on which its place there can be. `null`: any host, as with servers that schools run. */
export const NETWORKS = {
  instagram: { name: 'Instagram', hosts: ['instagram.com'] },
  youtube: { name: 'YouTube', hosts: ['youtube.com', 'youtu.be'] },
  tiktok: { name: 'TikTok', hosts: ['tiktok.com'] },
  facebook: { name: 'Facebook', hosts: ['facebook.com'] },
  x: { name: 'X', hosts: ['x.com', 'twitter.com'] },
  threads: { name: 'Threads', hosts: ['threads.net', 'threads.com'] },
  bluesky: { name: 'Bluesky', hosts: ['bsky.app'] },
  spotify: { name: 'Spotify', hosts: ['open.spotify.com'] },
  mastodon: { name: 'Mastodon', hosts: null },
} as const satisfies Record<string, { name: string; hosts: readonly string[] | null }>

export type Network = keyof typeof NETWORKS
export const NETWORK_KEYS = Object.keys(NETWORKS) as Network[]
/** Where the paper is on each network that it is on. */
export type SocialLinks = Partial<Record<Network, string>>

/** What is wrong with an address as that of the paper on a network; null: nothing. */
export function networkFault(network: Network, href: string): string | null {
  const { name, hosts } = NETWORKS[network]
  const host = httpsHost(href)
  const known: readonly string[] | null = hosts
  if (host !== null && href.length <= 300 && (known === null || known.includes(host.replace(/^m\./, '')))) return null
  return known === null ? `Write the whole address of the paper on ${name}, with https:// in front.` : `Write the address of the paper on ${name}: it begins with https://${known[0]}/.`
}
