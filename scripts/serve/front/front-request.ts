import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Page } from '../cache/pages.ts'

/** By these headers the reader processes and the first one talk; nobody else knows the secret, and the listener is on the loopback. */
export const FRONT = { secret: 'x-front-secret', address: 'x-front-address', epoch: 'x-front-epoch', keep: 'x-front-keep' } as const
const NAMES: readonly string[] = Object.values(FRONT)

const ADDRESSES = new WeakMap<IncomingMessage, string>()

/** Takes a request that a reader process handed on: remembers for whom, and takes away what the two said to each other. Answers the epoch that the other knows. */
export function takeFront(request: IncomingMessage): string | undefined {
  const { [FRONT.address]: address, [FRONT.epoch]: epoch } = request.headers
  ADDRESSES.set(request, String(address ?? ''))
  for (const name of NAMES) delete request.headers[name]
  return epoch === undefined ? undefined : String(epoch)
}

/** The reader's address, where the request was handed on by a reader process. */
export const frontAddress = (request: IncomingMessage): string | undefined => ADDRESSES.get(request)

export const isFromFront = (headers: IncomingHttpHeaders, secret: string) => headers[FRONT.secret] === secret

/** What the first process says of a page that a reader process may keep, as well as it does. */
type Label = { epoch: string; whateverQuery: boolean; lasting: boolean; seconds: number | null }

export function labelOf(page: Page, epoch: string | undefined): string[] {
  if (epoch === undefined) return []
  const seconds = Number.isFinite(page.until) ? Math.max(0, (page.until - performance.now()) / 1_000) : null
  return [FRONT.keep, JSON.stringify({ epoch, whateverQuery: page.whateverQuery, lasting: page.lasting, seconds } satisfies Label)]
}

export function readLabel(value: string | string[] | undefined): Label | undefined {
  return typeof value === 'string' ? JSON.parse(value) : undefined
}
