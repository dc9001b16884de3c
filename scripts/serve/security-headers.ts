import { PLAYER_ORIGINS } from '#domain/document/embed-address.ts'
import { isFramed, isFraming, type Kind } from './paths.ts'

export type Site = { secure: boolean; google: boolean; dev: boolean }

/** The script part of the policy for a page whose scripts carry `nonce`; Next reads the same text to mark its own. */
export function scriptPolicy(nonce: string, dev: boolean): string {
  return `script-src 'self' 'nonce-${nonce}'${dev ? " 'unsafe-eval'" : ''}`
}

/**
 * A worker obeys the policy of its own file, not of the page that starts it: the newsroom's workers load their parts from here and run
 * WebAssembly (the spell checker). No page may.
 */
function workerPolicy(dev: boolean): string {
  return `script-src 'self' 'wasm-unsafe-eval'${dev ? " 'unsafe-eval'" : ''}`
}

function contentPolicy(kind: Kind, path: string, nonce: string | undefined, site: Site): string {
  // A file that somebody uploaded, or that says what they wrote: a browser that opens it gives it nothing.
  if (kind === 'api' && path.endsWith('.pdf')) return "default-src 'none'; sandbox"
  // Readers get the paper's own elements and no other script, none of it inline. Development needs Next's own on every page, and its socket.
  const script = site.dev && kind === 'document' ? "script-src 'self' 'unsafe-inline' 'unsafe-eval'" : nonce !== undefined ? scriptPolicy(nonce, site.dev) : kind === 'asset' && path.endsWith('.js') ? workerPolicy(site.dev) : kind === 'document' ? "script-src 'self'" : "script-src 'none'"
  const toGoogle = site.google && (path.startsWith('/sign-in') || path.startsWith('/api/auth')) ? ' https://accounts.google.com' : ''
  // The newsroom's decoder for HEIC photos (heic-to) starts its worker from a blob; that worker obeys the policy of its page.
  const worker = kind === 'staff' && nonce !== undefined ? ["worker-src 'self' blob:"] : []
  const frames = [...(isFraming(path) ? ["'self'"] : []), ...(kind === 'document' || kind === 'staff' ? PLAYER_ORIGINS : [])]
  return [
    "default-src 'self'", script, ...worker, "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self'",
    `connect-src 'self'${site.dev ? ' ws:' : ''}`, "object-src 'none'", "base-uri 'none'", `frame-src ${frames.length === 0 ? "'none'" : frames.join(' ')}`, `frame-ancestors ${isFramed(path) ? "'self'" : "'none'"}`, `form-action 'self'${toGoogle}`,
  ].join('; ')
}

/** The headers that every answer carries, errors included. `nonce` only for pages that run scripts. */
export function securityHeaders(kind: Kind, path: string, nonce: string | undefined, site: Site): Record<string, string> {
  return {
    'content-security-policy': contentPolicy(kind, path, nonce, site),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-frame-options': isFramed(path) ? 'SAMEORIGIN' : 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
    ...(site.secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}
