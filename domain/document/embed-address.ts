/**
 * Which players the paper knows, told from the address alone: nothing is fetched. A player is loaded only when a reader
 * asks for it; every other address becomes a plain link card.
 */

export type EmbedProvider = 'YouTube' | 'Vimeo' | 'Spotify' | 'SoundCloud'
/** `player`: the address of the provider's own frame. `shape`: 16:9 video, or a bar of sound. */
export type Player = { provider: EmbedProvider; player: string; shape: 'video' | 'sound' }

/** The origins that frames may come from; the content security policy names exactly these. */
export const PLAYER_ORIGINS = ['https://www.youtube-nocookie.com', 'https://player.vimeo.com', 'https://open.spotify.com', 'https://w.soundcloud.com'] as const

const SPOTIFY_KINDS = new Set(['track', 'album', 'playlist', 'episode', 'show', 'artist'])

/** A start such as "90", "90s" or "1m30s" in seconds; null for anything else. */
function seconds(value: string | null): number | null {
  const found = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/.exec(value ?? '')
  if (found === null || value === '') return null
  const [hours, minutes, rest] = [found[1], found[2], found[3]].map((part) => Number(part ?? 0))
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (rest ?? 0)
}

function youtube(host: string, parts: readonly string[], query: URLSearchParams): Player | null {
  const id = host === 'youtu.be' ? parts[0] : parts[0] === 'watch' ? (query.get('v') ?? undefined) : ['shorts', 'embed', 'live', 'v'].includes(parts[0] ?? '') ? parts[1] : undefined
  if (id === undefined || !/^[\w-]{11}$/.test(id)) return null
  const start = seconds(query.get('t') ?? query.get('start'))
  return { provider: 'YouTube', player: `https://www.youtube-nocookie.com/embed/${id}?autoplay=1&rel=0${start === null || start === 0 ? '' : `&start=${start}`}`, shape: 'video' }
}

function vimeo(parts: readonly string[], query: URLSearchParams): Player | null {
  const at = parts.findLastIndex((part) => /^\d{5,12}$/.test(part))
  const id = parts[at]
  if (id === undefined) return null
  // An unlisted video carries a second part in its address.
  const hash = query.get('h') ?? parts[at + 1] ?? ''
  return { provider: 'Vimeo', player: `https://player.vimeo.com/video/${id}?dnt=1&autoplay=1${/^[0-9a-f]{6,20}$/.test(hash) ? `&h=${hash}` : ''}`, shape: 'video' }
}

function spotify(parts: readonly string[]): Player | null {
  const own = parts.filter((part) => part !== 'embed' && !/^intl-[a-z]{2}$/.test(part))
  const [kind, id] = own
  if (kind === undefined || id === undefined || !SPOTIFY_KINDS.has(kind) || !/^[A-Za-z0-9]{22}$/.test(id)) return null
  return { provider: 'Spotify', player: `https://open.spotify.com/embed/${kind}/${id}`, shape: 'sound' }
}

function soundcloud(parts: readonly string[]): Player | null {
  if (parts.length < 2 || parts.length > 3 || parts.some((part) => !/^[\w-]{1,100}$/.test(part))) return null
  const track = encodeURIComponent(`https://soundcloud.com/${parts.join('/')}`)
  return { provider: 'SoundCloud', player: `https://w.soundcloud.com/player/?url=${track}&auto_play=true&visual=false`, shape: 'sound' }
}

/** The player of a web address, or null where the paper knows none for it. */
export function playerOf(address: string): Player | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  const host = url.hostname.replace(/^(?:www|m|music)\./, '')
  const parts = url.pathname.split('/').filter((part) => part !== '')
  switch (host) {
    case 'youtube.com':
    case 'youtube-nocookie.com':
    case 'youtu.be':
      return youtube(host, parts, url.searchParams)
    case 'vimeo.com':
    case 'player.vimeo.com':
      return vimeo(parts, url.searchParams)
    case 'open.spotify.com':
      return spotify(parts)
    case 'soundcloud.com':
      return soundcloud(parts)
    default:
      return null
  }
}

/** The site that an address leads to, as a reader would name it: "example.org". */
export function siteOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : ''
}
