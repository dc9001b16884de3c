const HOME = '/newsroom'
const BASE = 'http://site.invalid'

/**
 * Where to go after signing in: `value` if it is a path on this site, else the newsroom. Refused: other sites in any
 * spelling (`//evil`, `/\evil`, `https:evil`, `/..//evil`), control characters, backslashes and encoded slashes in the
 * path, and the pages of signing in themselves, which would lead round in a circle.
 */
export function returnPath(value: string | null | undefined): string {
  if (typeof value !== 'string' || value.length > 2_000) return HOME
  // eslint-disable-next-line no-control-regex
  if (!value.startsWith('/') || /[\u0000-\u0020\u007f-\u00a0\\]/.test(value)) return HOME
  if (!URL.canParse(value, BASE)) return HOME
  const url = new URL(value, BASE)
  if (url.origin !== BASE || !isPlainPath(url.pathname)) return HOME
  return `${url.pathname}${url.search}${url.hash}`
}

function isPlainPath(path: string): boolean {
  if (path.includes('//') || /%(?:25)*(?:2f|5c|[01][0-9a-f]|7f)/i.test(path)) return false
  return !/^\/(?:sign-in|setup|api)(?:\/|$)/i.test(path)
}
