import { beforeEach, describe, expect, it } from 'vitest'
import { endingWorker, KEPT, paperWorker, type WorkerScope } from './worker.ts'

type Listener = (event: Record<string, unknown>) => void
const HTML = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public, max-age=0, must-revalidate' }

/** A browser of a few lines: caches in memory, and a paper that answers what a test says. */
function aBrowser() {
  const stores = new Map<string, Map<string, Response>>()
  const paper = new Map<string, () => Response>()
  const listeners = new Map<string, Listener>()
  const asked: string[] = []
  let [online, ended, now] = [true, false, 1_000_000]
  const pathOf = (input: string | Request) => (typeof input === 'string' ? input : new URL(input.url).pathname)
  const cacheOf = (name: string) => {
    const store = stores.get(name) ?? stores.set(name, new Map()).get(name) ?? new Map<string, Response>()
    return { match: async (path: string) => store.get(pathOf(path))?.clone(), put: async (path: string, answer: Response) => void store.set(pathOf(path), answer) }
  }
  const scope = {
    location: { origin: 'https://bell.example' },
    caches: { open: async (name: string) => cacheOf(name), delete: async (name: string) => stores.delete(name), keys: async () => [...stores.keys()], match: async (path: string) => [...stores.values()].map((store) => store.get(path)).find((one) => one !== undefined)?.clone() },
    fetch: async (input: string | Request) => {
      asked.push(pathOf(input))
      if (!online) throw new TypeError('no network')
      return paper.get(pathOf(input))?.() ?? new Response('', { status: 404, headers: HTML })
    },
    registration: { unregister: async () => (ended = true) },
    clients: { claim: async () => undefined },
    skipWaiting: async () => undefined,
    addEventListener: (kind: string, listener: Listener) => void listeners.set(kind, listener),
  } as unknown as WorkerScope
  const fire = async (kind: string, event: Record<string, unknown> = {}) => {
    const work: Promise<unknown>[] = []
    let answer: Promise<Response> | undefined
    listeners.get(kind)?.({ waitUntil: (one: Promise<unknown>) => work.push(one), respondWith: (one: Promise<Response>) => (answer = one), ...event })
    const got = await answer
    await Promise.all(work)
    return got
  }
  const visit = (path: string, mode = 'navigate') => fire('fetch', { request: { url: `https://bell.example${path}`, method: 'GET', mode } })
  const keep = (path: string | null) => {
    now += 60_000
    return fire('message', { data: { keep: path, title: `Title of ${path}`, parts: ['/_next/static/a.woff2', 'https://evil.example/x', '/newsroom'] } })
  }
  return { scope, paper, stores, asked, fire, visit, keep, clock: () => now, go: (to: 'offline' | 'online') => (online = to === 'online'), ended: () => ended, kept: () => [...stores.keys()].filter((name) => name.startsWith(KEPT.story)).map((name) => name.slice(KEPT.story.length)) }
}

let browser: ReturnType<typeof aBrowser>
const page = (words: string, headers: Record<string, string> = HTML) => () => new Response(`<link href="/_next/static/a.css"/><p>${words}</p>`, { headers })

beforeEach(async () => {
  browser = aBrowser()
  // As it is served: by its own text, where nothing else has a name.
  const alone: unknown = new Function(`return ${String(paperWorker)}`)()
  if (typeof alone !== 'function') throw new Error('the worker is no function')
  alone(browser.scope, KEPT, 2, browser.clock)
  browser.paper.set('/offline', page('Without a network'))
  browser.paper.set('/_next/static/a.css', () => new Response('p{}', { headers: { 'cache-control': 'public, max-age=31536000' } }))
  browser.paper.set('/api/offline', () => Response.json({ epoch: 'one' }))
  for (const story of ['a', 'b', 'c']) browser.paper.set(`/news/${story}`, page(`Story ${story}`))
  await browser.fire('install')
  await browser.fire('activate')
})

describe('the worker of the paper', () => {
  it('answers with a kept story and its parts where the network does not, and else with the page that lists them', async () => {
    await browser.keep('/news/a')
    browser.go('offline')
    expect(await (await browser.visit('/news/a'))?.text()).toContain('Story a')
    expect(await (await browser.visit('/_next/static/a.css', 'no-cors'))?.text()).toBe('p{}')
    expect(await (await browser.visit('/news/b'))?.text()).toContain('Without a network')
    expect(browser.asked).not.toContain('https://evil.example/x')
  })
  it('keeps the newest, and lets the oldest go', async () => {
    for (const story of ['a', 'b', 'a', 'c']) await browser.keep(`/news/${story}`)
    expect(browser.kept().toSorted()).toEqual(['/news/a', '/news/c'])
  })
  it('keeps nothing that is private, elsewhere, an error, or of the newsroom', async () => {
    browser.paper.set('/news/p', page('Private', { ...HTML, 'cache-control': 'private, no-store' }))
    browser.paper.set('/newsroom/x', page('Desk'))
    for (const path of ['/news/p', '/newsroom/x', '/news/none', 'https://bell.example/news/a', '/news/a/b', null]) await browser.keep(path)
    expect(browser.kept()).toEqual([])
    expect(await browser.visit('/newsroom/stories')).toBeUndefined()
    expect(await browser.visit('/api/search', 'cors')).toBeUndefined()
  })
  it('forgets at the next contact what is withdrawn, and renews what was corrected', async () => {
    await browser.keep('/news/a')
    await browser.keep('/news/b')
    browser.paper.set('/news/a', () => new Response('', { status: 410, headers: HTML }))
    browser.paper.set('/news/b', page('Story b, corrected'))
    browser.paper.set('/api/offline', () => Response.json({ epoch: 'two' }))
    await browser.keep(null)
    expect(browser.kept()).toEqual(['/news/b'])
    browser.go('offline')
    expect(await (await browser.visit('/news/b'))?.text()).toContain('corrected')
  })
  it('forgets a story whose own address says that it is gone', async () => {
    await browser.keep('/news/a')
    browser.paper.delete('/news/a')
    expect((await browser.visit('/news/a'))?.status).toBe(404)
    expect(browser.kept()).toEqual([])
  })
  it('asks nothing about what it keeps while the paper did not change', async () => {
    await browser.keep('/news/a')
    await browser.keep(null)
    const before = browser.asked.filter((path) => path === '/news/a').length
    await browser.keep(null)
    expect(browser.asked.filter((path) => path === '/news/a')).toHaveLength(before)
  })
})

it('the worker that ends the other forgets all and goes', async () => {
  await browser.keep('/news/a')
  endingWorker(browser.scope)
  await browser.fire('install')
  await browser.fire('activate')
  expect([browser.stores.size, browser.ended()]).toEqual([0, true])
})
