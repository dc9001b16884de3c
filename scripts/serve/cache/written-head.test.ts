import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import type { Page } from './pages.ts'
import { sendPage } from './send-page.ts'

const page: Page = { status: 200, headers: ['content-type', 'text/html; charset=utf-8', 'content-security-policy', "default-src 'self'", 'vary', 'Accept-Encoding'], body: Buffer.from('words '.repeat(500)), packed: new Map(), etag: 'W/"a"', whateverQuery: true, lasting: false, until: Infinity }

/** Sends these requests one after the other on one connection; answers what came, head and body apart. */
async function exchange(requests: string[]): Promise<{ head: string; body: string }[]> {
  let number = 0
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => void sendPage(page, request, response, { requestId: `id-${(number += 1)}` }))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.setEncoding('latin1')
  const answers: { head: string; body: string }[] = []
  let got = ''
  for (const request of requests) {
    socket.write(request)
    for (;;) {
      const end = got.indexOf('\r\n\r\n')
      const length = request.startsWith('HEAD') ? 0 : Number(/content-length: (\d+)/.exec(got)?.[1] ?? 0)
      if (end !== -1 && got.length >= end + 4 + length) {
        answers.push({ head: got.slice(0, end), body: got.slice(end + 4, end + 4 + length) })
        got = got.slice(end + 4 + length)
        break
      }
      const [chunk]: unknown[] = await once(socket, 'data')
      got += String(chunk)
    }
  }
  socket.destroy()
  server.close()
  return answers
}

const get = (more = '', method = 'GET', version = '1.1') => `${method} / HTTP/${version}\r\nHost: a\r\n${more}\r\n`
const plain = (head: string) => head.replace(/id-\d+/, 'id').replace(/Date: [^\r]*/, 'Date')

test('a head that is sent again is the same to the byte but for its date and request id, and the connection goes on', async () => {
  const answers = await exchange([get(), get(), get(), get('', 'HEAD'), get()])
  expect(new Set(answers.map(({ head }) => plain(head))).size).toBe(1)
  expect(answers.map(({ head }) => /x-request-id: (.*)/.exec(head)?.[1]?.trim())).toEqual(['id-1', 'id-2', 'id-3', 'id-4', 'id-5'])
  for (const { head } of answers) expect(Math.abs(Date.now() - Date.parse(/Date: (.*)/.exec(head)?.[1] ?? ''))).toBeLessThan(5_000)
  expect(answers.map(({ body }) => body.length)).toEqual([3_000, 3_000, 3_000, 0, 3_000])
})

test('each encoding has its own head; "not modified" has no body and ends nothing', async () => {
  const answers = await exchange([get(), get('Accept-Encoding: gzip\r\n'), get('Accept-Encoding: gzip\r\n'), get('If-None-Match: W/"a"\r\n'), get()])
  expect(answers.map(({ head }) => [head.split(' ')[1], /content-encoding: (.*)/.exec(head)?.[1]?.trim()])).toEqual([['200', undefined], ['200', 'gzip'], ['200', 'gzip'], ['304', undefined], ['200', undefined]])
})

test('who closes the connection, or speaks HTTP/1.0, gets a head of their own', async () => {
  await exchange([get()])
  const [closing] = await exchange([get('Connection: close\r\n')])
  const [old] = await exchange([get('', 'GET', '1.0')])
  expect(closing?.head).toContain('Connection: close')
  expect(old?.head).toContain('Connection: close')
  expect((await exchange([get()]))[0]?.head).toContain('Connection: keep-alive')
})
