import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request as send, type OutgoingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { freePort } from '../postgres.ts'
import type { Origin } from './origin.ts'

// node scripts/deploy/try.ts: tries the configurations of this folder with the nginx and the Varnish of this machine, in front of our own server. Installs nothing.
process.env.LOG_LEVEL = 'silent'
const { startOrigin } = await import('./origin.ts')

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }
type Front = { name: string; start: (folder: string, port: number, origin: Origin) => ChildProcess; renew: (port: number) => Promise<unknown> }

const read = (name: string) => readFileSync(path.join(import.meta.dirname, name), 'utf8')
const run = (command: string, args: string[]) => spawn(command, args, { stdio: 'ignore' })

const FRONTS: Front[] = [
  {
    name: 'nginx',
    start: (folder, port, origin) => {
      const site = read('nginx.conf').replace('127.0.0.1:3000', `127.0.0.1:${origin.port}`).replace('listen 80;', `listen 127.0.0.1:${port};`).replace('/var/cache/nginx/paper', path.join(folder, 'cache'))
      const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${path.join(folder, name)};`).join(' ')
      const file = path.join(folder, 'nginx.conf')
      writeFileSync(file, `${process.getuid?.() === 0 ? 'user root; ' : ''}daemon off; error_log stderr error; pid ${path.join(folder, 'pid')}; events {} http { access_log off; ${places}\n${site} }`)
      return run('nginx', ['-p', folder, '-c', file])
    },
    // It holds a page for one second.
    renew: () => pause(1_100),
  },
  {
    name: 'varnishd',
    start: (folder, port, origin) => {
      const file = path.join(folder, 'paper.vcl')
      writeFileSync(file, read('varnish.vcl').replace('"3000"', `"${origin.port}"`))
      return run('varnishd', ['-F', '-a', `127.0.0.1:${port}`, '-f', file, '-n', path.join(folder, 'varnish'), '-p', 'http_gzip_support=off', '-s', 'malloc,32m'])
    },
    renew: (port) => ask(port, '/', {}, 'PURGE'),
  },
]

function ask(port: number, target: string, headers: OutgoingHttpHeaders = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const out = send({ host: '127.0.0.1', port, path: target, method, headers, agent: false, timeout: 5_000 }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }))
    })
    out.on('upgrade', (answer, socket) => {
      socket.destroy()
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.alloc(0) })
    })
    out.on('timeout', () => out.destroy(new Error('no answer')))
    out.on('error', reject).end()
  })
}

/** What must hold in front of a paper: a line each, and whether it does. */
async function tried(front: Front, port: number, origin: Origin): Promise<[string, boolean][]> {
  const plain = await ask(port, '/news/a')
  const before = origin.served()
  const again = await ask(port, '/news/a', { cookie: 'who=me' })
  const held: [string, boolean] = ['holds a page, also for who has a cookie', origin.served() === before && again.body.equals(plain.body)]
  const br = await ask(port, '/news/a', { 'accept-encoding': 'gzip, deflate, br' })
  const gzip = await ask(port, '/news/a', { 'accept-encoding': 'gzip' })
  const packed: [string, boolean] = ['packs it as each browser takes it', brotliDecompressSync(br.body).equals(plain.body) && gunzipSync(gzip.body).equals(plain.body) && /accept-encoding/i.test(String(br.headers.vary))]
  const head = await ask(port, '/news/a', {}, 'HEAD')
  const known = await ask(port, '/news/a', { 'if-none-match': String(plain.headers.etag) })
  const own = await Promise.all(['/newsroom', '/search', '/%6eewsroom'].flatMap((target) => ['me', 'you'].map(async (who) => ({ who, text: (await ask(port, target, { cookie: `who=${who}` })).body.toString() }))))
  const upgraded = await ask(port, '/api/stories/together', { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-key': 'x', 'sec-websocket-version': '13' })
  origin.change('second')
  await front.renew(port)
  const changed = (await ask(port, '/news/a')).body.toString()
  return [
    held, packed,
    ['answers HEAD without a body', head.status === 200 && head.body.length === 0],
    ['answers "not modified"', known.status === 304],
    ['never hands one person’s page to another', own.every(({ who, text }) => !text.includes(who === 'me' ? 'who=you' : 'who=me'))],
    ['lets WebSockets through', upgraded.status === 101],
    ['shows a change', changed.includes('second') && !changed.includes('first')],
    ['keeps the headers of the paper', String(plain.headers['content-security-policy']).includes("script-src 'self'") && plain.headers['surrogate-key'] === 'paper'],
  ]
}

async function tryFront(front: Front): Promise<boolean> {
  const folder = mkdtempSync(path.join(tmpdir(), 'paper-front-'))
  // Varnish reads as somebody else.
  chmodSync(folder, 0o755)
  mkdirSync(path.join(folder, 'cache'))
  const origin = await startOrigin()
  const port = await freePort()
  const program = front.start(folder, port, origin)
  const missing = new Promise<boolean>((resolve) => program.once('error', () => resolve(true)))
  try {
    const up = async () => {
      for (let tries = 0; tries < 100; tries += 1) if (await ask(port, '/up').then(() => true, () => pause(100))) return false
      throw new Error(`${front.name} did not start`)
    }
    if (await Promise.race([missing, up()])) {
      console.log(`- ${front.name} is not on this machine: not tried`)
      return true
    }
    const results = await tried(front, port, origin)
    for (const [what, holds] of results) console.log(`${holds ? '✓' : '✗'} ${front.name} ${what}`)
    return results.every(([, holds]) => holds)
  } finally {
    program.kill('SIGTERM')
    origin.close()
    await pause(300)
    rmSync(folder, { recursive: true, force: true })
  }
}

let whole = true
for (const front of FRONTS) whole = (await tryFront(front)) && whole
process.exit(whole ? 0 : 1)
