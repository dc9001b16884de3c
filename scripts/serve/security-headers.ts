import type { Kind } from './paths.ts'

export type Site = { secure: boolean; google: boolean; dev: boolean }

/** The script part of the policy for a page whose scripts carry `nonce`; Next reads the same text to mark its own. */
export function scriptPolicy(nonce: string, dev: boolean): string {
  return `script-src 'self' 'nonce-${nonce}'${dev ? " 'unsafe-eval'" : ''}`
}

function contentPolicy(kind: Kind, path: string, nonce: string | undefined, site: Site): string {
  // Readers get no script at all. Development needs Next's own on every page, and its socket.
  const script = site.dev && kind === 'document' ? "script-src 'self' 'unsafe-inline' 'unsafe-eval'" : nonce === undefined ? "script-src 'none'" : scriptPolicy(nonce, site.dev)
  const toGoogle = site.google && (path.startsWith('/sign-in') || path.startsWith('/api/auth')) ? ' https://accounts.google.com' : ''
  return [
    "default-src 'self'", script, "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self'",
    `connect-src 'self'${site.dev ? ' ws:' : ''}`, "object-src 'none'", "base-uri 'none'", "frame-src 'none'", "frame-ancestors 'none'", `form-action 'self'${toGoogle}`,
  ].join('; ')
}

/** The headers that every answer carries, errors included. `nonce` only for pages that run scripts. */
export function securityHeaders(kind: Kind, path: string, nonce: string | undefined, site: Site): Record<string, string> {
  return {
    'content-security-policy': contentPolicy(kind, path, nonce, site),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
    ...(site.secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}
