import { gzipSync } from 'node:zlib'
import type { Browser } from '@playwright/test'

export type Visit = { bytes: number; script: number; fonts: number; requests: number; lcp: number; cls: number; tbt: number; /** Processor time of the page's main thread, in milliseconds, slowed as it is. */ busy: number }

/** Runs in the page before anything else: what the browser says of its largest paint, of what moved and of long tasks. */
function observe(): void {
  const seen = { lcp: 0, cls: 0, tbt: 0 }
  Object.assign(globalThis, { seen })
  const on = (type: string, work: (entry: PerformanceEntry & { value?: number; hadRecentInput?: boolean }) => void) => new PerformanceObserver((list) => list.getEntries().forEach(work)).observe({ type, buffered: true })
  on('largest-contentful-paint', (entry) => (seen.lcp = entry.startTime))
  on('layout-shift', (entry) => (seen.cls += entry.hadRecentInput === true ? 0 : (entry.value ?? 0)))
  on('longtask', (entry) => (seen.tbt += Math.max(0, entry.duration - 50)))
}

/** A first visit as from a phone on Slow 4G: nothing cached, a processor four times slower, 150 ms, 1.6 Mbit/s. */
export async function firstVisit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  const loaded = new Map<string, { type: string; bytes: number }>()
  let script = 0
  await cdp.send('Network.enable')
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 })
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  cdp.on('Network.requestWillBeSent', ({ requestId, type = 'Other', request }) => void (/^https?:/.test(request.url) && loaded.set(requestId, { type, bytes: 0 })))
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => void (loaded.has(requestId) && (loaded.get(requestId) ?? { bytes: 0 }).bytes === 0 && loaded.set(requestId, { type: loaded.get(requestId)?.type ?? '', bytes: encodedDataLength })))
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') void response.body().then((body) => (script += gzipSync(body).length), () => undefined)
  })
  await page.addInitScript(observe)
  await page.goto(address, { waitUntil: 'load' })
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(1_000)
  const seen: { lcp: number; cls: number; tbt: number } = await page.evaluate(() => Reflect.get(globalThis, 'seen'))
  const busy = (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
  await context.close()
  const of = (type?: string) => [...loaded.values()].filter((one) => type === undefined || one.type === type).reduce((sum, { bytes }) => sum + bytes, 0)
  return { bytes: of(), script, fonts: of('Font'), requests: loaded.size, ...seen, busy: busy * 1_000 }
}

/** The visit in the middle of several, by its largest paint. */
export async function middleVisit(browser: Browser, address: string, times = 3): Promise<Visit> {
  const visits: Visit[] = []
  for (let n = 0; n < times; n += 1) visits.push(await firstVisit(browser, address))
  const middle = visits.sort((a, b) => a.lcp - b.lcp)[times >> 1]
  if (middle === undefined) throw new Error('no visit')
  return middle
}
