import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { HitLog } from './hit-log.ts'
import type { KeptPages, Page } from './pages.ts'
import { sendPage } from './send-page.ts'

type Memory = { kept: KeptPages; hits: HitLog }

/** The short way: what is kept is sent as it is, before anything else is looked at. Only what is the same for everybody is kept. `more`: further headers. */
export function fromMemory({ kept, hits }: Memory, request: IncomingMessage, response: ServerResponse, more?: (page: Page) => string[]): boolean {
  const { method = '', url = '' } = request
  if (method !== 'GET' && method !== 'HEAD') return false
  const page = kept.find(url)
  if (page === undefined) return false
  const requestId = randomUUID()
  const sent = sendPage(page, request, response, { requestId, grown: () => kept.grown(url.split('?', 1)[0] ?? ''), ...(more === undefined ? {} : { more: more(page) }) })
  const said = (status: number) => hits.add(requestId, method, JSON.stringify(url.split('?', 1)[0]), status)
  if (typeof sent === 'number') said(sent)
  else sent.then(said, () => response.destroy())
  return true
}
