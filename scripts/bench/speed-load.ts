import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { processorTime } from './processor-time.ts'

/** How much is asked at once, and for how long; short enough to be stopped by nobody. */
const CONNECTIONS = 32
const SECONDS = 5

type Answer = { head: string; bytes: number }

function request(target: string, headers: Record<string, string>): string {
  return `GET ${target} HTTP/1.1\r\nHost: localhost\r\n${Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
}

/** One answer, to learn how long each will be: whole, with its head. */
function sample(port: number, text: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let got = ''
    socket.setEncoding('latin1').on('error', reject).on('data', (chunk: string) => {
      got += chunk
      const end = got.indexOf('\r\n\r\n')
      if (end === -1) return
      const length = /content-length: (\d+)/i.exec(got.slice(0, end))?.[1]
      const bytes = length === undefined ? (got.endsWith('\r\n0\r\n\r\n') ? got.length : 0) : end + 4 + Number(length)
      if (bytes === 0 || got.length < bytes) return
      socket.destroy()
      resolve({ head: got.slice(0, end), bytes })
    })
  })
}

/** `perSecond`: by the clock, on a machine that others use too; `perProcessor`: for each second of processor time that the server took; `bytes`: of one answer. */
export type Rate = { perSecond: number; perProcessor: number; bytes: number }

/** Asks for one address on 32 connections, one request after the other on each, and counts whole answers. Every answer is as long as the first. `pid`: the server. */
export async function measureRate({ port, target, pid }: { port: number; target: string; pid: number }, headers: Record<string, string> = {}, seconds = SECONDS): Promise<Rate> {
  const text = request(target, headers)
  await sample(port, text)
  const { head, bytes } = await sample(port, text)
  if (!head.startsWith('HTTP/1.1 200')) throw new Error(`${target} answers ${head.split('\r\n', 1)[0]}`)
  let answers = 0
  let over = false
  const sockets = Array.from({ length: CONNECTIONS }, () => {
    let left = bytes
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('error', () => undefined)
    return socket.on('data', (chunk: Buffer) => {
      left -= chunk.length
      if (left > 0) return
      answers += 1
      left = bytes
      if (!over) socket.write(text)
    })
  })
  // Warm, then counted.
  await pause(1_000)
  const [before, began, taken] = [answers, performance.now(), processorTime(pid)]
  await pause(seconds * 1_000)
  const counted = answers - before
  const rate = { perSecond: (counted * 1_000) / (performance.now() - began), perProcessor: (counted * 1_000) / Math.max(1, processorTime(pid) - taken), bytes }
  over = true
  for (const socket of sockets) socket.destroy()
  return rate
}
