import type { IncomingHttpHeaders } from 'node:http'
import type { Kind } from './paths.ts'

// Headers by which Next talks to itself, or by which the outside could talk it into something.
const NEVER = /^(x-request-(id|path)|content-security-policy(-report-only)?|x-middleware-.*|x-nextjs-.*|x-now-.*|x-matched-path|x-invoke-.*|x-next-.*|x-action-.*|next-resume.*|x-prerender-.*|x-vercel-.*|x-original-url|x-rewrite-url)$/
const PROXY = /^(x-forwarded-.*|forwarded|x-real-ip)$/
// They turn a page into its React payload, or run a server action.
const REACT = /^(rsc|next-.*)$/

/**
 * Rewrites the headers of an inbound request in place: what nobody outside may say is removed, and `x-real-ip` is set
 * from the connection or, behind a trusted proxy, from the last entry of `x-forwarded-for`, which that proxy wrote.
 */
export function cleanRequestHeaders(headers: IncomingHttpHeaders, of: { kind: Kind; trustProxy: boolean; address: string | undefined; requestId: string; url?: string }): void {
  const forwarded = headers['x-forwarded-for']
  for (const name of Object.keys(headers)) {
    if (NEVER.test(name) || (!of.trustProxy && PROXY.test(name)) || ((of.kind === 'document' || of.kind === 'file') && REACT.test(name))) delete headers[name]
  }
  const last = of.trustProxy ? String(forwarded ?? '').split(',').at(-1)?.trim() : undefined
  const address = last || of.address
  if (address === undefined) delete headers['x-real-ip']
  else headers['x-real-ip'] = address
  headers['x-request-id'] = of.requestId
  // Where somebody wanted to go who has to sign in first.
  if (of.kind === 'staff' && of.url !== undefined) headers['x-request-path'] = of.url
}

const KNOWN_TO_A_PAGE = /^(host|x-real-ip|x-request-id|x-forwarded-(host|proto|for|port))$/

/**
 * Leaves of the headers what a page of the paper may depend on: neither who is signed in, nor browser or language. A page that is made for one reader is
 * sent to all of them.
 */
export function onlyWhatAPageMayKnow(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) if (!KNOWN_TO_A_PAGE.test(name)) delete headers[name]
}
