import type { Page } from '@playwright/test'
import { en } from '#domain/words/en.ts'
import { es } from '#domain/words/es.ts'
import { DEMO_PAPER } from '#prisma/seed/accounts.ts'
import { expect, test } from '../fixtures/newsroom.ts'
import { LookDesk } from '../pages/look-desk.ts'

/** What a function of words is given in place of a name or a number. */
const GIVEN = '§'

/** Every text of a language by its place; of a function what stands around what it is given. */
function textsIn(words: object, place = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const here = `${place}/${key}`
    if (typeof value === 'string') return [[here, value]]
    if (typeof value === 'function') {
      const said: unknown = value(...Array.from({ length: value.length }, () => GIVEN))
      return typeof said === 'string' ? said.split(GIVEN).map((part, at): [string, string] => [`${here}(${at})`, part]) : []
    }
    return typeof value === 'object' && value !== null ? textsIn(value, here) : []
  })
}

const spanish = new Set(textsIn(es).map(([, text]) => text.trim()))
/** The English words of the paper itself that Spanish does not share. One word alone counts where it is all that is said, several wherever they stand. */
const ENGLISH = textsIn(en)
  .map(([place, text]): [string, string] => [place, text.trim()])
  .filter(([, text]) => /\p{L}{2}/u.test(text) && !spanish.has(text))

/** What the page says of itself, piece by piece: texts, and what is said instead of pictures and in the head. What the newsroom wrote (stories, names of sections) is left out. */
const saidOn = (page: Page) =>
  page.evaluate(() => {
    const written = '[dir="auto"], .kicker, .masthead-sections, .story-body, nav[aria-label="Secciones"] a, a[href="/opinion"], .search-filters option, script, style'
    const own = (element: Element | null) => element !== null && element.closest(written) === null
    const texts = document.evaluate('//body//text()', document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE)
    const said: string[] = []
    for (let at = 0; at < texts.snapshotLength; at += 1) {
      const node = texts.snapshotItem(at)
      if (node !== null && own(node.parentElement)) said.push(node.textContent ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [data-words], link[rel="alternate"]')) {
      if (own(element)) for (const name of ['aria-label', 'title', 'placeholder', 'data-words']) said.push(element.getAttribute(name) ?? '')
    }
    said.push(document.title)
    return said.map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter((text) => text !== '')
  })

const PAGES = [
  '/', '/news', '/search', '/search?q=robot', '/search?q=zzzzqqqq', '/search?q=the', '/archive', '/archive/2026-27', '/staff', '/staff/2026-27', '/corrections', '/corrections/request', '/corrections/request/sent?reference=AAAA-AAAA',
  '/how-we-edit', '/newsletter', '/newsletter?done=sent', `/newsletter/confirm/${'A'.repeat(43)}`, `/newsletter/leave/${'A'.repeat(43)}`, '/letters', '/letters?done=sent', '/tips', '/issues', '/scores', '/offline', '/no-such-page', '/news/no-such-story', '/scores/no-such-team', '/problem',
]

test.afterEach(async ({ as }) => {
  const desk = await new LookDesk(await as('ADMIN')).open()
  await desk.field('Motto').fill(DEMO_PAPER.motto)
  await desk.field('Language').selectOption('en')
  await desk.save()
})

test('a Spanish paper says nothing of its own in English, on any page', async ({ as, reader }) => {
  test.setTimeout(300_000)
  const [desk, page] = [await new LookDesk(await as('ADMIN')).open(), await reader({ script: true })]
  await desk.field('Motto').fill('El periódico de la escuela')
  await desk.field('Language').selectOption('es')
  await desk.save()

  // Every page that the sitemaps name and those that hang on a query; of each kind of page some are enough.
  const sitemaps = [...(await (await page.request.get('/sitemap.xml')).text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname)
  const listed: string[] = []
  for (const address of sitemaps) listed.push(...[...(await (await page.request.get(address)).text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = '']) => new URL(loc).pathname))
  expect(listed.length).toBeGreaterThan(40)
  const found: string[] = []
  for (const address of new Set([...PAGES, ...listed])) {
    await page.goto(address)
    if (page.url().endsWith('/problem')) continue
    expect(await page.locator('html').getAttribute('lang'), address).toBe('es')
    const said = await saidOn(page)
    for (const [place, text] of ENGLISH) {
      const several = /\p{L}\s\p{L}/u.test(text)
      const where = said.find((words) => (several ? words.includes(text) : words === text))
      if (where !== undefined) found.push(`${address}: “${where}” (${place})`)
    }
  }
  expect(found).toEqual([])
  for (const feed of ['/feed.xml', '/atom.xml', '/feed.json']) {
    const text = await (await page.request.get(feed)).text()
    for (const words of [en.story.sources, en.story.readTranscript, en.story.disclaimer, en.telling.correctedOn]) expect(text, `${feed}: ${words}`).not.toContain(`>${words}<`)
  }
})
