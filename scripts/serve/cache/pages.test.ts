import { expect, test } from 'vitest'
import { KeptPages, type Page } from './pages.ts'
import { Renders } from './renders.ts'

const page = (bytes = 100, more: Partial<Page> = {}): Page => ({ status: 200, headers: [], body: Buffer.alloc(bytes), packed: new Map(), etag: 'W/"a"', whateverQuery: true, lasting: false, until: Infinity, ...more })

test('a page is found by its address, and with a query only where that changes nothing', () => {
  const kept = new KeptPages(1_000_000)
  const [a, feed] = [page(), page(100, { whateverQuery: false })]
  kept.keep('/a', a, kept.era)
  kept.keep('/feed.xml', feed, kept.era)
  expect([kept.find('/a'), kept.find('/a?x=1'), kept.find('/feed.xml'), kept.find('/feed.xml?x=1'), kept.find('/b')]).toEqual([a, a, feed, undefined, undefined])
})

test('a new epoch forgets all but what belongs to the build, and takes nothing that was begun before it', () => {
  const kept = new KeptPages(1_000_000)
  const era = kept.era
  kept.keep('/a', page(), era)
  kept.keep('/_next/static/a.css', page(100, { lasting: true }), era)
  kept.turn()
  kept.keep('/b', page(), era)
  expect(['/a', '/b', '/_next/static/a.css'].map((target) => kept.find(target) !== undefined)).toEqual([false, false, true])
})

test('what holds for a while only is forgotten after it', () => {
  const kept = new KeptPages(1_000_000)
  kept.keep('/a', page(100, { until: performance.now() - 1 }), kept.era)
  expect(kept.find('/a')).toBeUndefined()
  expect(kept.bytes).toBe(0)
})

test('memory has a limit: who was asked for least recently goes, and nothing comes in that would drive out everything', () => {
  const kept = new KeptPages(100_000)
  kept.keep('/huge', page(50_000), kept.era)
  for (let n = 0; n < 50; n += 1) {
    kept.keep(`/${n}`, page(8_000), kept.era)
    kept.find('/0')
  }
  expect(kept.bytes).toBeLessThanOrEqual(100_000)
  expect(['/huge', '/0', '/1', '/49'].map((target) => kept.find(target) !== undefined)).toEqual([false, true, false, true])
})

test('what is packed later counts too', () => {
  const kept = new KeptPages(100_000)
  const grown = page(8_000)
  kept.keep('/grown', grown, kept.era)
  const before = kept.bytes
  grown.packed?.set('br', Buffer.alloc(500))
  kept.grown('/grown')
  expect(kept.bytes).toBe(before + 500)
})

test('one address is made once at a time, and never beside a page of a former epoch', async () => {
  let era = 0
  const renders = new Renders<string>(() => era)
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  const first = renders.start('/a', true, async () => {
    await released
    return 'old'
  })
  await Promise.resolve()
  expect(renders.under('/a')).toBe(first)
  era = 1
  expect(renders.under('/a')).toBeUndefined()
  let began = false
  const second = renders.start('/b', true, async (of, settled) => {
    began = true
    return `new ${of} ${settled}`
  })
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(began).toBe(false)
  release()
  expect([await first, await second]).toEqual(['old', 'new 1 true'])
  expect(renders.under('/b')).toBeUndefined()
})
