import type { Page } from '@playwright/test'
import { slugify } from '#domain/slug.ts'
import { accountOf, expect, test } from '../fixtures/newsroom.ts'
import { startStory } from '../fixtures/stories.ts'
import { EditorPage } from '../pages/editor.ts'
import { StoryDesk } from '../pages/story-desk.ts'
import { sitemapOfNow } from '../public-addresses.ts'

const HEADLINE = 'Bells & <towers>: the “last” ring'
const PATH = '/news/bells-and-towers-the-last-ring'

const AUTHOR = `/staff/${slugify(accountOf('WRITER').name)}`
const TAG = '/tag/bells'
const XML_FEEDS = ['', '/news', AUTHOR, TAG].flatMap((folder) => [`${folder}/feed.xml`, `${folder}/atom.xml`])
const JSON_FEEDS = ['', '/news', AUTHOR, TAG].map((folder) => `${folder}/feed.json`)
const SITEMAPS = [sitemapOfNow(), '/news-sitemap.xml']

type Parsed = { broken: string | null; root: string; links: string[]; title: string; text: string; html: string }

/** What the browser's own parser makes of a text: whether it is well-formed, the addresses of its entries, and what the entry of our story says. */
function parsed(page: Page, xml: string): Promise<Parsed> {
  return page.evaluate(({ text, path }) => {
    const dom = new DOMParser().parseFromString(text, 'application/xml')
    const wordsOf = (all: Iterable<Element>) => [...all].map((one) => one.textContent ?? '')
    const items = [...dom.querySelectorAll('item, entry, url, sitemap')]
    const links = items.map((one) => one.querySelector('link[rel="alternate"]')?.getAttribute('href') ?? one.querySelector('link, loc')?.textContent ?? '')
    const ours = items[links.findIndex((link) => link.endsWith(path))]
    const html = ours?.getElementsByTagName('content:encoded')[0]?.textContent ?? ours?.querySelector('content')?.textContent ?? ''
    return {
      broken: dom.querySelector('parsererror')?.textContent ?? null,
      root: dom.documentElement.nodeName,
      links,
      title: ours?.querySelector('title')?.textContent ?? '',
      text: wordsOf(new DOMParser().parseFromString(html, 'text/html').querySelectorAll('p, h2, figcaption')).join('\n'),
      html,
    }
  }, { text: xml, path: PATH })
}

async function got(page: Page, address: string): Promise<{ status: number; type: string; etag: string; text: string }> {
  const answer = await page.request.get(address, { maxRedirects: 0 })
  const { 'content-type': type = '', etag = '', ...headers } = answer.headers()
  expect([headers['set-cookie'], headers['cache-control']], address).toEqual([undefined, 'public, max-age=0, must-revalidate'])
  return { status: answer.status(), type, etag, text: await answer.text() }
}

async function xmlAt(page: Page, address: string): Promise<Parsed & { type: string }> {
  const { status, type, text } = await got(page, address)
  expect(status, address).toBe(200)
  const found = await parsed(page, text)
  expect(found.broken, address).toBeNull()
  return { ...found, type }
}

/** The feeds and sitemaps that our story is in; all that is there at all can be read. Whoever signs nothing that is live has no feed. */
async function publishedIn(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const address of [...XML_FEEDS, ...SITEMAPS]) {
    const { status, text } = await got(page, address)
    if (status !== 200) continue
    const { broken, links } = await parsed(page, text)
    expect(broken, address).toBeNull()
    if (links.some((link) => new URL(link).pathname === PATH)) found.push(address)
  }
  for (const address of JSON_FEEDS) {
    const { status, text } = await got(page, address)
    const feed: { items: { url: string }[] } = status === 200 ? JSON.parse(text) : { items: [] }
    if (feed.items.some(({ url }) => new URL(url).pathname === PATH)) found.push(address)
  }
  return found
}

test('a story is in every feed and sitemap in the moment when it is published, whole and well-formed, and in none in the moment when it is withdrawn', async ({ as, reader }) => {
  // The page lends its parser alone; what readers get is asked for without it.
  const [page, writer, editorPage, adviser] = [await reader({ script: true }), await as('WRITER'), await as('EDITOR'), await as('ADVISER')]
  await page.goto('about:blank')
  const everywhere = [...XML_FEEDS, ...SITEMAPS, ...JSON_FEEDS]
  const story = await startStory(writer, { headline: HEADLINE, deck: 'It was quiet & then it was not.', text: 'They rang ]]> at <noon> & again.', tag: 'Bells', picture: { fileName: 'bells.jpg', caption: 'The bells of the tower.', alt: 'Two bells', credit: 'Staff & friends' } })
  const editor = await new EditorPage(writer).open(story.id)
  await editor.lead.getByLabel('Why we may publish it').selectOption({ label: 'Made by our staff' })
  await editor.expectNothingUnmet()
  await (await new StoryDesk(writer, story.id).open()).handIn()
  await (await new StoryDesk(editorPage, story.id).open()).sendOn()
  const desk = await new StoryDesk(adviser, story.id).open()
  await desk.approve()
  // Asked for while it is approved and not live, so that "not there" is what is kept.
  expect(await publishedIn(page)).toEqual([])

  await desk.publish()
  expect(await publishedIn(page)).toEqual(everywhere)

  for (const [address, root, type] of [['/feed.xml', 'rss', 'application/rss+xml'], ['/atom.xml', 'feed', 'application/atom+xml'], ['/news/feed.xml', 'rss', 'application/rss+xml'], [`${AUTHOR}/atom.xml`, 'feed', 'application/atom+xml']] as const) {
    const feed = await xmlAt(page, address)
    expect([feed.root, feed.type, feed.title], address).toEqual([root, `${type}; charset=utf-8`, HEADLINE])
    expect(feed.text, address).toContain('They rang ]]> at <noon> & again.')
    expect(feed.text, address).toContain('The bells of the tower. Staff & friends')
  }
  // The picture of the feed can be fetched by anybody, from another site's window too.
  const picture = /<img src="([^"]+)"/.exec((await xmlAt(page, '/feed.xml')).html)?.[1] ?? ''
  const image = await page.request.get(new URL(picture).pathname)
  expect([image.status(), image.headers()['cross-origin-resource-policy']]).toEqual([200, 'cross-origin'])
  const itemIn = (text: string) => (JSON.parse(text) as { items: { url: string }[] }).items.find(({ url }) => url.endsWith(PATH))
  const json = await got(page, '/feed.json')
  expect([json.type, JSON.parse(json.text).version]).toEqual(['application/feed+json; charset=utf-8', 'https://jsonfeed.org/version/1.1'])
  expect(itemIn(json.text)).toMatchObject({ title: HEADLINE, content_html: expect.stringContaining('They rang ]]&gt; at &lt;noon&gt; &amp; again.') })

  // Who has it already is told so in a few bytes; a HEAD has no body.
  const { etag } = await got(page, '/feed.xml')
  expect((await page.request.get('/feed.xml', { headers: { 'if-none-match': etag } })).status()).toBe(304)
  const head = await page.request.head('/feed.xml')
  expect([head.status(), (await head.body()).length]).toEqual([200, 0])

  await adviser.getByText('Publish a note for readers').click()
  await adviser.getByLabel('Words of the note').fill('The first version counted one bell too many.')
  await adviser.getByRole('button', { name: 'Publish the note', exact: true }).click()
  await expect(adviser.getByText(/, readers see it/)).toBeVisible()
  for (const address of ['/feed.xml', '/news/atom.xml']) expect((await xmlAt(page, address)).text, address).toContain('counted one bell too many')
  expect(itemIn((await got(page, '/feed.json')).text)).toHaveProperty('date_modified')

  await desk.open()
  await desk.withdraw('It did not ring.')
  expect(await publishedIn(page)).toEqual([])
  for (const address of everywhere) expect((await got(page, address)).text, address).not.toContain('the “last” ring')
})

test('pages name the feeds that belong to them, robots.txt names the sitemaps, and each sitemap can be read', async ({ reader }) => {
  const [page, plain] = [await reader({ script: true }), await reader()]
  await page.goto('about:blank')
  const robots = await (await page.request.get('/robots.txt')).text()
  const named = [...robots.matchAll(/^Sitemap: (.*)$/gm)].map(([, address = '']) => new URL(address).pathname)
  expect(named).toEqual(['/sitemap.xml', '/news-sitemap.xml'])
  const index = await xmlAt(page, '/sitemap.xml')
  expect([index.root, index.type, index.links.length > 1]).toEqual(['sitemapindex', 'application/xml; charset=utf-8', true])
  const listed: string[] = []
  for (const sitemap of index.links) listed.push(...(await xmlAt(page, new URL(sitemap).pathname)).links.map((link) => new URL(link).pathname))
  expect(listed).toEqual(expect.arrayContaining(['/', '/news', '/corrections', '/how-we-edit']))
  expect(new Set(listed).size).toBe(listed.length)

  const feedsOf = async (address: string) => {
    await plain.goto(address)
    const links = await plain.locator('link[rel="alternate"][type="application/rss+xml"]').all()
    return Promise.all(links.map(async (link) => new URL((await link.getAttribute('href')) ?? '').pathname))
  }
  expect(await feedsOf('/')).toEqual(['/feed.xml'])
  expect(await feedsOf('/news')).toEqual(['/feed.xml', '/news/feed.xml'])
  for (const other of ['/corrections', '/how-we-edit', '/staff/1999-00']) expect(await feedsOf(other), other).toEqual(['/feed.xml'])
  const story = (await xmlAt(page, '/news/feed.xml')).links.map((link) => new URL(link).pathname).find((path) => listed.includes(path)) ?? 'none'
  const [paper, section, ...authors] = await feedsOf(story)
  expect([paper, section]).toEqual(['/feed.xml', '/news/feed.xml'])
  for (const author of authors) expect((await xmlAt(page, author)).links.map((link) => new URL(link).pathname), author).toContain(story)
  await expect(plain.locator('link[rel="canonical"]')).toHaveAttribute('href', new RegExp(`${story}$`))

  for (const none of ['/no-such-section/feed.xml', '/staff/nobody/feed.json', '/staff/2026-27/feed.xml', '/sitemaps/1.xml', '/sitemaps/1999-12.xml']) expect((await got(page, none)).status, none).toBe(404)
})
