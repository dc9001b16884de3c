import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:http'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../postgres.ts'
import { ROOT } from '../start/build.ts'
import { runNode } from '../start/steps.ts'

export type Reference = { port: number; target: string; pid: number; end: () => void }

async function answers(port: number, target: string, program: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300 && program.exitCode === null; tries += 1) {
    if (await fetch(`http://127.0.0.1:${port}${target}`).then((answer) => answer.ok, () => false)) return
    await pause(100)
  }
  throw new Error('the reference did not start')
}

/** nginx serving these bytes as a file; undefined where there is no nginx. */
export async function nginxServing(bytes: Buffer): Promise<Reference | undefined> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-nginx-'))
  chmodSync(folder, 0o755)
  const port = await freePort()
  writeFileSync(path.join(folder, 'page.html'), bytes)
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${path.join(folder, name)};`).join(' ')
  const user = process.getuid?.() === 0 ? 'user root; ' : ''
  writeFileSync(path.join(folder, 'nginx.conf'), `${user}daemon off; worker_processes 1; error_log stderr crit; pid ${folder}/pid; events {} http { access_log off; sendfile on; tcp_nopush on; open_file_cache max=10; keepalive_requests 100000000; types { text/html html; } ${temp} server { listen 127.0.0.1:${port}; root ${folder}; } }`)
  const program = spawn('nginx', ['-p', folder, '-c', path.join(folder, 'nginx.conf')], { stdio: 'ignore' })
  const end = () => {
    program.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
  const missing = new Promise<boolean>((resolve) => program.once('error', () => resolve(true)))
  if (await Promise.race([missing, answers(port, '/page.html', program).then(() => false)])) return void end()
  return { port, target: '/page.html', pid: program.pid ?? 0, end }
}

/** `next start` with one prerendered page, whose document is about as many bytes. */
export async function nextServing(bytes: number): Promise<Reference> {
  const folder = path.join(ROOT, '.data', 'bench-next')
  mkdirSync(path.join(folder, 'app'), { recursive: true })
  // What Next says twice of a page, as HTML and as its payload, and some 4 kB of its own.
  const words = 'All the news that a school has. '.repeat(Math.max(1, Math.round((bytes - 4_000) / 2 / 32)))
  writeFileSync(path.join(folder, 'package.json'), '{"private":true,"type":"module"}')
  writeFileSync(path.join(folder, 'next.config.mjs'), `export default { poweredByHeader: false, typescript: { ignoreBuildErrors: true }, turbopack: { root: ${JSON.stringify(ROOT)} } }`)
  writeFileSync(path.join(folder, 'app', 'layout.jsx'), 'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html> }')
  writeFileSync(path.join(folder, 'app', 'page.jsx'), `export default function Page() { return <p>${words}</p> }`)
  const next = path.join(ROOT, 'node_modules/next/dist/bin/next')
  await runNode([next, 'build', folder], { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }, 'Building the reference')
  const port = await freePort()
  const program = spawn(process.execPath, [next, 'start', folder, '-p', String(port), '-H', '127.0.0.1'], { env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }, stdio: 'ignore' })
  await answers(port, '/', program)
  return { port, target: '/', pid: program.pid ?? 0, end: () => void program.kill('SIGTERM') }
}

/** A page of a headline, one picture and some text, without styles, script or typefaces, from a plain server in this process: the least that this browser can do. */
export async function bareServing(picture: { bytes: Buffer; type: string }): Promise<{ address: string; end: () => void }> {
  const words = 'All the news that a school has. '.repeat(60)
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>A page</title><link rel="icon" href="data:,"></head><body><h1>A headline of some words</h1><img src="/picture" alt="" width="380" height="253"><p>${words}</p></body></html>`
  const server = createServer(({ url }, response) => {
    const [type, body] = url === '/picture' ? [picture.type, picture.bytes] : ['text/html; charset=utf-8', Buffer.from(page)]
    response.writeHead(200, { 'content-type': type, 'content-length': body.length }).end(body)
  })
  const port = await freePort()
  await new Promise<void>((resolve) => void server.listen(port, 'localhost', resolve))
  return {
    address: `http://localhost:${port}/`,
    end: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
