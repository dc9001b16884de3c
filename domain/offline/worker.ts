/** As much of a service worker's world as is used here; lib.dom and lib.webworker cannot be had together. */
type Waiting = { waitUntil: (work: Promise<unknown>) => void }
export type WorkerScope = {
  location: { origin: string }
  caches: Pick<CacheStorage, 'open' | 'delete' | 'keys' | 'match'>
  fetch: (input: string | Request, init?: RequestInit) => Promise<Response>
  registration: { unregister: () => Promise<boolean>; navigationPreload?: { enable: () => Promise<void> } }
  clients: { claim: () => Promise<void> }
  skipWaiting: () => Promise<void>
  addEventListener: {
    (kind: 'install' | 'activate', listener: (event: Waiting) => void): void
    (kind: 'message', listener: (event: Waiting & { data: unknown }) => void): void
    (kind: 'fetch', listener: (event: Waiting & { request: Request; preloadResponse?: Promise<Response | undefined>; respondWith: (answer: Promise<Response>) => void }) => void): void
  }
}

/** What is kept, newest first, as the offline page lists it. */
export type KeptStory = { path: string; title: string; at: number }

/** What the caches of a browser are called, for the worker and the pages alike; a new form of what is kept gets a new number. */
export const KEPT = { index: 'fp1-index', shell: 'fp1-shell', story: 'fp1-story ', list: '/offline/kept.json' } as const
export const MOST_KEPT = 20

/**
 * The service worker: keeps the stories that its pages name, each with its parts in a cache of its own, the last `most` of them, and answers with them when the network does
 * not. Written out by its own text (server/offline/published.ts), so nothing outside of the function may be named in it. `now`: milliseconds.
 */
export function paperWorker(scope: WorkerScope, names: { index: string; shell: string; story: string; list: string }, most: number, now: () => number): void {
  const OWN = /^\/(newsroom|sign-in|setup|api)(\/|$)/
  const STORY = /^\/[a-z0-9-]+\/[a-z0-9-]+$/
  const ASK_EVERY = 30_000
  let asked = 0
  let turn: Promise<unknown> = Promise.resolve()
  /** One piece of work after the other: two pages may speak at once. */
  const inTurn = (work: () => Promise<unknown>) => (turn = turn.then(work, work))

  const stored = async (): Promise<{ epoch: string; stories: { path: string; title: string; at: number }[] }> => {
    const found = await (await scope.caches.open(names.index)).match(names.list)
    return found === undefined ? { epoch: '', stories: [] } : found.json()
  }
  const store = async (value: object) => (await scope.caches.open(names.index)).put(names.list, new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } }))

  /** Only what the paper shows to everybody: never a private answer, a redirect or an error. */
  const isPublicPage = (answer: Response) => answer.ok && !answer.redirected && (answer.headers.get('content-type') ?? '').startsWith('text/html') && (answer.headers.get('cache-control') ?? '').includes('public')
  const partsOf = (html: string) => [...html.matchAll(/(?:href|src)="(\/(?:_next\/static|elements|api\/media)\/[^"]+)"/g)].map(([, part = '']) => part.replaceAll('&amp;', '&'))

  const keepWhole = async (name: string, path: string, answer: Response, more: readonly string[]) => {
    const html = await answer.clone().text()
    const cache = await scope.caches.open(name)
    await cache.put(path, answer)
    for (const part of new Set([...partsOf(html), ...more])) {
      if (!/^\/(_next\/static|elements|api\/media)\//.test(part) || (await cache.match(part)) !== undefined) continue
      const got = await scope.fetch(part).catch(() => undefined)
      if (got !== undefined && got.ok && (got.headers.get('cache-control') ?? '').includes('public')) await cache.put(part, got)
    }
  }

  const forget = async (path: string) => {
    const { epoch, stories } = await stored()
    await scope.caches.delete(names.story + path)
    await store({ epoch, stories: stories.filter((story) => story.path !== path) })
  }

  const keep = async (path: string, title: string, parts: readonly string[]) => {
    const answer = await scope.fetch(path, { credentials: 'omit' }).catch(() => undefined)
    if (answer === undefined) return
    if (!isPublicPage(answer)) return forget(path)
    await keepWhole(names.story + path, path, answer, parts)
    const { epoch, stories } = await stored()
    const all = [{ path, title, at: now() }, ...stories.filter((story) => story.path !== path)]
    for (const old of all.slice(most)) await scope.caches.delete(names.story + old.path)
    await store({ epoch, stories: all.slice(0, most) })
  }

  /** At every contact: whether the paper changed since. If so, all that is kept is asked about, and what is withdrawn goes. */
  const renew = async () => {
    if (now() - asked < ASK_EVERY) return
    asked = now()
    const answer = await scope.fetch('/api/offline', { credentials: 'omit', cache: 'no-store' }).catch(() => undefined)
    if (answer === undefined || !answer.ok) return
    const { epoch }: { epoch: string } = await answer.json()
    const known = await stored()
    if (known.epoch === epoch) return
    for (const { path } of known.stories) {
      const page = await scope.fetch(path, { credentials: 'omit' }).catch(() => undefined)
      // Whatever is not known to stand any more goes, and is asked about again next time.
      if (page === undefined || page.status >= 500) return
      if (isPublicPage(page)) await keepWhole(names.story + path, path, page, [])
      else await forget(path)
    }
    await store({ ...(await stored()), epoch })
  }

  const fromKept = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    const found = STORY.test(pathname) ? await (await scope.caches.open(names.story + pathname)).match(pathname) : undefined
    if (found !== undefined) return found
    if (STORY.test(pathname)) await scope.caches.delete(names.story + pathname)
    return (await (await scope.caches.open(names.shell)).match('/offline')) ?? Response.error()
  }

  scope.addEventListener('install', (event) => {
    event.waitUntil((async () => {
      const page = await scope.fetch('/offline', { credentials: 'omit' })
      if (isPublicPage(page)) await keepWhole(names.shell, '/offline', page, [])
      await scope.skipWaiting()
    })())
  })
  scope.addEventListener('activate', (event) => {
    event.waitUntil((async () => {
      const ours = [names.index, names.shell]
      for (const name of await scope.caches.keys()) if (/^fp\d/.test(name) && !ours.includes(name) && !name.startsWith(names.story)) await scope.caches.delete(name)
      await scope.registration.navigationPreload?.enable()
      await scope.clients.claim()
    })())
  })
  scope.addEventListener('message', (event) => {
    const { data } = event
    if (typeof data !== 'object' || data === null || !('keep' in data)) return
    const { keep: path, title, parts } = data as { keep: unknown; title?: unknown; parts?: unknown }
    event.waitUntil(inTurn(async () => {
      await renew()
      if (typeof path === 'string' && STORY.test(path) && !OWN.test(path)) await keep(path, String(title ?? path).slice(0, 300), Array.isArray(parts) ? parts.map(String).slice(0, 60) : [])
    }))
  })
  scope.addEventListener('fetch', (event) => {
    const { request } = event
    const { origin, pathname } = new URL(request.url)
    if (request.method !== 'GET' || origin !== scope.location.origin) return
    if (request.mode === 'navigate') {
      if (OWN.test(pathname)) return
      event.respondWith((async () => {
        try {
          const answer = (await event.preloadResponse) ?? (await scope.fetch(request))
          if ((answer.status === 404 || answer.status === 410) && STORY.test(pathname)) event.waitUntil(inTurn(() => forget(pathname)))
          return answer
        } catch {
          return fromKept(request)
        }
      })())
    } else if (/^\/(_next\/static|elements|api\/media)\//.test(pathname)) {
      event.respondWith(scope.fetch(request).catch(async () => (await scope.caches.match(pathname)) ?? Response.error()))
    }
  })
}

/** The worker that takes the place of the other one when reading offline is switched off: forgets all, and goes. */
export function endingWorker(scope: WorkerScope): void {
  scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()))
  scope.addEventListener('activate', (event) => {
    event.waitUntil((async () => {
      for (const name of await scope.caches.keys()) if (/^fp\d/.test(name)) await scope.caches.delete(name)
      await scope.registration.unregister()
    })())
  })
}
