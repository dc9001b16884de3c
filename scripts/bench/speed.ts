import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { chromium } from '@playwright/test'
import { startPaper, type Paper } from '#e2e/fixtures/paper.ts'
import { build } from '../start/build.ts'
import { step } from '../start/steps.ts'
import { ensureChromium } from '../test/browser.ts'
import { measureRate, type Rate } from './speed-load.ts'
import { middleVisit, type Visit } from './speed-page.ts'
import { bareServing, nextServing, nginxServing } from './speed-references.ts'

// npm run bench -- speed: a reader's page at the origin and in a slow browser, beside references of the same run. The generator of the load takes a part of the same machine, from all alike.
const say = (what: string, value: string) => console.log(`${value.padStart(18)}  ${what}`)
const portOf = (paper: Paper) => Number(new URL(paper.baseURL).port)
const percentile = (values: number[], part: number) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0
const ms = (value: number) => `${value.toFixed(1)} ms`
const kB = (value: number) => `${(value / 1_000).toFixed(1)} kB`

const text = async (address: string) => (await fetch(address, { headers: { 'accept-encoding': 'identity' } })).text()
const fault = async (paper: Paper, what: string) => (await fetch(`http://127.0.0.1:${paper.control}/${what}`, { method: 'POST' })).text()

function memoryOf(pid: string): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1_024
}

async function storiesOf(paper: Paper): Promise<string[]> {
  const links = new Set<string>()
  for (const page of ['/', '/news', '/sports', '/opinion', '/features', '/arts']) {
    for (const [, href = ''] of (await text(`${paper.baseURL}${page}`)).matchAll(/href="(\/[a-z]+\/[a-z0-9-]+)"/g)) if (!/^\/(newsroom|corrections|staff|search|scores)/.test(href)) links.add(href)
  }
  return [...links]
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** From the moment that a change is sent to the database until the front page says it. */
async function seenAfter(paper: Paper, words: string): Promise<number> {
  const began = performance.now()
  await fault(paper, `motto?${words}`)
  while (!(await text(`${paper.baseURL}/`)).includes(words)) if (performance.now() - began > 10_000) throw new Error('the change was never seen')
  return performance.now() - began
}

/** A rate, by the clock and by the processor time that the server took: the one depends on who else is busy, the other hardly. */
const rated = (what: string, { perSecond, perProcessor }: Rate) => say(`${what} (${perProcessor.toFixed(0)} for each second of processor time)`, `${perSecond.toFixed(0)}/s`)

async function throughput(paper: Paper, story: string): Promise<void> {
  const page = Buffer.from(await text(`${paper.baseURL}${story}`))
  const ours = await measureRate({ port: portOf(paper), target: story, pid: Number(await fault(paper, 'pid')) })
  rated(`a cached story of ${kB(page.length)}, one process`, ours)
  const next = await nextServing(page.length)
  const reference = await measureRate(next).finally(next.end)
  rated(`next start, a prerendered page of ${kB(reference.bytes)}`, reference)
  const nginx = await nginxServing(page)
  const file = nginx === undefined ? undefined : await measureRate(nginx).finally(nginx.end)
  if (file === undefined) say('nginx is not on this machine', '-')
  else rated('nginx, the same bytes as a file, one process', file)
  say('of next start, by the clock; by processor time', `${(ours.perSecond / reference.perSecond).toFixed(1)} x; ${(ours.perProcessor / reference.perProcessor).toFixed(1)} x`)
  if (file !== undefined) say('of nginx, by the clock; by processor time', `${((ours.perSecond / file.perSecond) * 100).toFixed(0)} %; ${((ours.perProcessor / file.perProcessor) * 100).toFixed(0)} %`)
}

/** The picture of a story as a phone gets it. */
async function pictureOf(paper: Paper, html: string): Promise<{ bytes: Buffer; type: string }> {
  const address = /(\/api\/media\/[0-9a-f]{64}\.avif) 720w/.exec(html)?.[1] ?? ''
  return { bytes: Buffer.from(await (await fetch(`${paper.baseURL}${address}`)).arrayBuffer()), type: 'image/avif' }
}

function visited(what: string, visit: Visit, least: Visit): void {
  say(`first visit to ${what}: ${visit.requests} requests, fonts ${kB(visit.fonts)}, script ${kB(visit.script)} gzipped`, kB(visit.bytes))
  say(`… largest paint (${(visit.lcp / least.lcp).toFixed(2)} x the bare page); moved; blocked (${least.tbt.toFixed(0)} ms there)`, `${(visit.lcp / 1_000).toFixed(2)} s ${visit.cls.toFixed(3)} ${visit.tbt.toFixed(0)} ms`)
  say('… processor time of the page: parsing, style, layout, script and paint together', `${visit.busy.toFixed(0)} ms (${(visit.busy / least.busy).toFixed(1)} x)`)
}

await step('Build', build, (output) => (output === undefined ? 'unchanged' : undefined))
say('busy before (load of the last minute)', (loadavg()[0] ?? 0).toFixed(1))
const paper = await startPaper()
try {
  const stories = await storiesOf(paper)
  const first: number[] = []
  for (const story of stories) first.push(await timed(() => text(`${paper.baseURL}${story}`)))
  say(`first request of a story that nobody has visited (${stories.length}), in the middle`, ms(percentile(first, 0.5)))
  say('… p95', ms(percentile(first, 0.95)))
  await throughput(paper, stories[0] ?? '/')
  say('memory of the server under that load', kB(memoryOf(await fault(paper, 'pid'))))
  const seen: number[] = []
  for (let n = 0; n < 30; n += 1) seen.push(await seenAfter(paper, `words-${n}-`))
  say('a change at the database until the front page shows it, in the middle', ms(percentile(seen, 0.5)))
  say('… p95', ms(percentile(seen, 0.95)))

  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  const bodies = await Promise.all(stories.map(async (story) => ({ story, html: await text(`${paper.baseURL}${story}`) })))
  const standard = bodies.filter(({ html }) => html.includes('data-template="standard"'))
  const pictured = standard.find(({ html }) => html.includes('data-lead="picture"'))
  const plain = standard.find(({ html }) => !html.includes('/api/media/'))?.story
  const bare = await bareServing(await pictureOf(paper, pictured?.html ?? ''))
  const least = await middleVisit(browser, bare.address).finally(bare.end)
  visited('a bare page with that picture and no style, for comparison', least, least)
  for (const [what, target] of [['the front page', '/'], ['a story with a picture', pictured?.story], ['a story without one', plain]] as const) {
    if (target !== undefined) visited(what, await middleVisit(browser, `${paper.baseURL}${target}`), least)
  }
  await browser.close()
} finally {
  await paper.end()
}

process.env.WEB_PROCESSES = '2'
const two = await startPaper()
try {
  const story = (await storiesOf(two))[0] ?? '/'
  rated('a cached story, two processes (and the load on the same cores)', await measureRate({ port: portOf(two), target: story, pid: Number(await fault(two, 'pid')) }))
} finally {
  await two.end()
}
say('busy after', (loadavg()[0] ?? 0).toFixed(1))
