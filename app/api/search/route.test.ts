import { expect, test, vi } from 'vitest'
import { aStory } from '#server/testing/builders.ts'
import { bodyOf } from '#server/testing/searching.ts'

vi.mock('next/cache', () => ({ cacheTag: () => {}, cacheLife: () => {} }))
const { GET } = await import('./route.ts')

const ask = (query: string, address = '10.9.0.1') => GET(new Request(`http://localhost:3000/api/search?${query}`, { headers: { 'x-real-ip': address } }))

test('answers in short what the page says, for nobody to keep and no engine to list', async () => {
  for (let at = 0; at < 9; at += 1) await aStory('LIVE', { headline: `Narwhal ${at}`, body: bodyOf('A narwhal swims by.') })
  const answer = await ask('q=narwhal')
  expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('x-robots-tag')]).toEqual([200, 'private, max-age=1', 'noindex'])
  const { results, ...rest } = await answer.json()
  expect(rest).toEqual({ kind: 'found', count: 9, said: '9 stories for “narwhal”', instead: null, meant: null, next: expect.stringMatching(/^x_0_0_/), groups: [] })
  expect(results).toHaveLength(8)
  expect(results[0]).toEqual({
    path: expect.stringMatching(/^\/news-/),
    headline: [{ text: 'Narwhal', hit: true }, { text: expect.stringMatching(/^ \d$/), hit: false }],
    section: 'News',
    byline: expect.stringMatching(/^Test Person/),
    day: expect.stringMatching(/^[A-Z]\w+\.? \d{1,2}, \d{4}$/),
    publishedAt: expect.stringMatching(/^\d{4}-/),
    passage: [{ text: 'A ', hit: false }, { text: 'narwhal', hit: true }, { text: ' swims by.', hit: false }],
  })
  expect((await (await ask(`q=narwhal&after=${rest.next}`)).json()).results).toHaveLength(1)
})

test('nothing to look for is no mistake', async () => {
  expect(await (await ask('')).json()).toEqual({ kind: 'empty', results: [] })
  for (const words of ['the', 'the+of', 'and']) expect(await (await ask(`q=${words}`)).json(), words).toMatchObject({ results: [] })
  expect((await ask('q=%00%ff')).status).toBe(200)
})

test('one address can ask so often, and another is not kept from it', async () => {
  const answers = await Promise.all(Array.from({ length: 605 }, () => ask('', '10.9.0.2')))
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused.length).toBe(5)
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await refused[0]?.json()).toEqual({ kind: 'many', results: [] })
  expect((await ask('', '10.9.0.3')).status).toBe(200)
})
