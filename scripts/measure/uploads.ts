import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'

// What 50 photos at once cost: node --conditions=react-server scripts/measure/uploads.ts
// Set the memory settings of scripts/start.mjs (MALLOC_…) to see what the served process takes. Another process receives, cleans, keeps and prepares them with the app's own code; its memory is read from /proc.

const PHOTOS = 50
const AT_ONCE = 4
const [WIDTH, HEIGHT] = [4000, 3000]

/** A picture with as much detail as a photograph: about 4 to 6 MB as JPEG. */
async function photo(seed: number): Promise<Buffer> {
  const coarse = randomBytes(500 * 375 * 3)
  coarse[0] = seed
  const grain = await sharp({ create: { width: 1000, height: 750, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 24 } } }).resize(WIDTH, HEIGHT, { kernel: 'nearest' }).png({ compressionLevel: 1 }).toBuffer()
  return sharp(coarse, { raw: { width: 500, height: 375, channels: 3 } }).blur(3).resize(WIDTH, HEIGHT).composite([{ input: grain, blend: 'soft-light' }]).jpeg({ quality: 92 }).toBuffer()
}

function memory(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  return Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
}

const server = fork(path.join(import.meta.dirname, 'upload-server.ts'), { execArgv: ['--conditions=react-server'] })
const [message]: unknown[] = await once(server, 'message')
const port = Number(message)
const pid = server.pid ?? 0
const distinct = await Promise.all([0, 1, 2, 3, 4].map(photo))
const sizes = distinct.map((bytes) => (bytes.byteLength / 1024 ** 2).toFixed(1)).join(', ')
console.log(`${PHOTOS} JPEGs of ${(WIDTH * HEIGHT) / 1e6} megapixels (${sizes} MB each), ${AT_ONCE} at once. Before: ${memory(pid, 'VmRSS')} MB`)

let next = 0
let busy = 0
const start = performance.now()
async function sendSome(): Promise<void> {
  for (let number = (next += 1); number <= PHOTOS; number = (next += 1)) {
    // Other bytes at the end make it another file; the decoder does not look at them.
    const bytes = Buffer.concat([distinct[number % distinct.length] ?? Buffer.alloc(0), randomBytes(8)])
    for (;;) {
      const form = new FormData()
      form.append('file', new File([bytes], `photo ${number}.jpg`))
      const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: form })
      if (response.status === 201) break
      if (response.status !== 503) throw new Error(`photo ${number}: ${response.status} ${await response.text()}`)
      busy += 1
      await new Promise((go) => setTimeout(go, Number(response.headers.get('retry-after')) * 1_000))
    }
  }
}
const watch = setInterval(() => console.log(`  ${Math.round((performance.now() - start) / 1000)} s: ${Math.min(next, PHOTOS)} sent, ${memory(pid, 'VmRSS')} MB now, ${memory(pid, 'VmHWM')} MB at most`), 15_000)
await Promise.all(Array.from({ length: AT_ONCE }, sendSome))
console.log(`All received after ${((performance.now() - start) / 1000).toFixed(0)} s (${busy} times busy): ${memory(pid, 'VmHWM')} MB at most`)
while (Number(await (await fetch(`http://127.0.0.1:${port}/prepare`)).text()) > 0);
clearInterval(watch)
console.log(`All prepared after ${((performance.now() - start) / 1000).toFixed(0)} s: ${memory(pid, 'VmHWM')} MB at most, ${memory(pid, 'VmRSS')} MB now`)
server.disconnect()
process.exit(0)
