import type { IncomingMessage, ServerResponse } from 'node:http'

export const REQUEST_ID = 'x-request-id'

/** What Node keeps of a head that it has written out and not sent yet. No part of its documented interface: where it is not as expected, nothing is repeated. */
type Kept = ServerResponse & { _header?: unknown }

let date = { until: 0, text: '' }

/** The present second as a `Date` header says it (RFC 9110, 5.6.7). */
function dateNow(): string {
  const now = Date.now()
  if (now >= date.until) date = { until: now - (now % 1_000) + 1_000, text: new Date(now).toUTCString() }
  return date.text
}

/** Whether the exchange is of the usual kind, where heads differ by their date and request id alone: HTTP/1.1, on a connection that stays open. */
export const isPlainExchange = (request: IncomingMessage, response: ServerResponse) => request.httpVersionMinor === 1 && request.httpVersionMajor === 1 && response.shouldKeepAlive

/**
 * The head of an answer as Node wrote it out once, to be sent again with another date and request id. Checking and joining some twenty headers takes a third of what an
 * answer out of memory costs (docs/decisions/0025); these were checked when Node wrote them.
 */
export class WrittenHead {
  readonly #before: string
  readonly #between: string
  readonly #after: string

  private constructor(before: string, between: string, after: string) {
    this.#before = before
    this.#between = between
    this.#after = after
  }

  /** Takes the head from a response that it was written for just now; undefined where it is not found there, or not as it must be. */
  static of(response: ServerResponse, requestId: string): WrittenHead | undefined {
    const kept: Kept = response
    if (typeof kept._header !== 'string') return undefined
    const found = /^(HTTP\/1\.1 [\s\S]*\r\nx-request-id: )([^\r\n]*)(\r\n(?:[\s\S]*\r\n)?Date: )[^\r\n]*(\r\nConnection: keep-alive\r\n[\s\S]*\r\n\r\n)$/.exec(kept._header)
    const [, before = '', id, between = '', after = ''] = found ?? []
    return id === requestId ? new WrittenHead(before, between, after) : undefined
  }

  /** Puts the head on a response whose own is not written yet. Answers whether it did. */
  repeat(response: ServerResponse, status: number, requestId: string): boolean {
    const kept: Kept = response
    if (kept._header !== null) return false
    response.statusCode = status
    kept._header = `${this.#before}${requestId}${this.#between}${dateNow()}${this.#after}`
    return true
  }
}
