import { gzipSync } from 'node:zlib'
import { expect, test } from '../fixtures/newsroom.ts'
import { ADDRESS_KINDS } from '../public-addresses.ts'

const SCRIPT_LIMIT = 12_000

/** Public pages of the demo paper: those that every paper has, and every page that these lead to in one step. */
const PAGES = ADDRESS_KINDS.filter(({ routes }) => routes.some((route) => /^\/\((reader|form)\)/.test(route)))

test('no page of the paper sends React or Next to its readers, nor more than 12 kB of script, and none of it inline', async ({ reader }) => {
  const { request } = await reader()
  const known = { sectionSlug: 'news', slugs: [], storyIds: [], mediaKeys: [], assetIds: [] }
  const isThePapers = (path: string) => !/^\/(newsroom|sign-in|api)/.test(path)
  const named = PAGES.flatMap(({ paths }) => paths(known)).filter(isThePapers)
  const front = await (await request.get('/')).text()
  const linked = [...front.matchAll(/href="(\/[a-z0-9-]+(?:\/[a-z0-9-]+)?)"/g)].map(([, href = '']) => href).filter(isThePapers)
  const sizes = new Map<string, number>()
  for (const path of new Set([...named, ...linked])) {
    const answer = await request.get(path)
    if (answer.headers()['content-type']?.startsWith('text/html') !== true) continue
    expect(answer.headers()['content-security-policy'], path).toMatch(/script-src '(self|none)';/)
    const html = await answer.text()
    let bytes = 0
    for (const [tag = '', source, inside = ''] of html.matchAll(/<script(?=[\s>])(?:[^>]*?\bsrc="([^"]*)")?[^>]*>([^]*?)<\/script>/g)) {
      if (/^<script[^>]*type="application\/ld\+json"/.test(tag)) continue
      expect(source, `${path}: ${tag.slice(0, 200)}`).toMatch(/^\/elements\/[a-z][a-z0-9+-]*\.[\w-]{12}\.js$/)
      expect(inside).toBe('')
      sizes.set(source ?? '', sizes.get(source ?? '') ?? gzipSync(await (await request.get(source ?? '')).body()).length)
      bytes += sizes.get(source ?? '') ?? 0
    }
    expect(html, path).not.toMatch(/<link[^>]*(modulepreload|as="script")|__next_f|\$RC\(/)
    expect(bytes, path).toBeLessThanOrEqual(SCRIPT_LIMIT)
  }
})

test('a page is answered out of memory to whoever asks, and browsers fetch the next one ahead', async ({ as, reader }) => {
  const page = await reader()
  const first = await page.request.get('/news')
  const again = await page.request.get('/news?from=somewhere')
  const staff = await (await as('EDITOR')).request.get('/news')
  expect([again.headers().etag, staff.headers().etag, await staff.text()]).toEqual([first.headers().etag, first.headers().etag, await first.text()])
  expect(again.headers()).not.toHaveProperty('set-cookie')
  expect((await page.request.get('/news', { headers: { 'if-none-match': first.headers().etag ?? '' } })).status()).toBe(304)
  const refused: string[] = []
  page.on('console', (message) => void (message.type() === 'error' && refused.push(message.text())))
  const rules = page.waitForResponse('**/speculation-rules.json')
  await page.goto('/')
  expect((await rules).headers()['content-type']).toBe('application/speculationrules+json')
  expect(refused).toEqual([])
})
