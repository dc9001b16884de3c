/**
 * What an address is. `document`: a page of the paper. `file`: feeds, icons, robots.txt and the like. `staff`: pages
 * that belong to who is signed in, or about to be. `api` and `asset`: Next's routes and its static files.
 */
export type Kind = 'document' | 'file' | 'staff' | 'api' | 'asset'

const STAFF = ['/newsroom', '/sign-in', '/setup']

const below = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`)

/** The path of a request target without its query, percent signs resolved; undefined when it is not a path at all. */
export function pathOf(target: string): string | undefined {
  const raw = target.split(/[?#]/, 1)[0] ?? ''
  if (!raw.startsWith('/')) return undefined
  try {
    const path = decodeURIComponent(raw)
    // Whoever writes a slash or a backslash in disguise wants two readers of it to disagree.
    return /%(2f|5c)/i.test(raw) || /[\\\0]/.test(path) ? undefined : path
  } catch {
    return undefined
  }
}

/** Tells the kind of a decoded path. */
export function kindOf(path: string): Kind {
  const lower = path.toLowerCase().replaceAll(/\/{2,}/g, '/')
  if (STAFF.some((folder) => below(lower, folder))) return 'staff'
  if (below(lower, '/api')) return 'api'
  if (lower.startsWith('/_next') || lower.startsWith('/__next')) return 'asset'
  return /\.[^/]*$/.test(lower) ? 'file' : 'document'
}

/** Pages of the newsroom that show the paper inside of them as readers would get it: documents without script, each at `/preview` below its page. */
const FRAMING_PAGES = ['/newsroom/front', '/newsroom/settings/look']
/** Whether a page of the staff shows a preview in a frame. */
export const isFraming = (path: string) => FRAMING_PAGES.includes(path)
/** Whether a page of the staff may stand in a frame, of our own pages alone. */
export const isFramed = (path: string | undefined) => path !== undefined && path.endsWith('/preview') && isFraming(path.slice(0, -'/preview'.length))

/** A part of the build that readers load with a page, whose address names its content. */
export const isLasting = (path: string) => /^\/_next\/static\/[\w./~-]+\.(css|woff2)$/.test(path)
/** A picture of the paper; whether it is public, its route says. */
export const isPicture = (path: string) => /^\/api\/media\/[0-9a-f]{64}\.[a-z0-9]{3,4}$/.test(path)

/** Other forms of a page, made for React on the client: the paper has none. */
export function isPayload(path: string): boolean {
  return /\.rsc$/i.test(path) || /\.segments\//i.test(path) || (/\.txt$/i.test(path) && path !== '/robots.txt' && !path.startsWith('/.well-known/'))
}

const SECRETS = ['/api/calendar', '/newsletter', '/api/newsletter']
/** Where an address itself can be a secret: one-time links, the private addresses of calendars, and links to leave the newsletter. */
const holdsSecret = (path: string) => kindOf(path) === 'staff' || SECRETS.some((folder) => below(path.toLowerCase().replaceAll(/\/{2,}/g, '/'), folder))

/** The path as it may be logged: secrets are left out. */
export function loggedPath(path: string): string {
  return holdsSecret(path) ? path.replaceAll(/[A-Za-z0-9_-]{40,}/g, '…') : path
}
