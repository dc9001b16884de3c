import type { APIRequestContext } from '@playwright/test'
import { expect, test } from '../fixtures/newsroom.ts'
import { startStory } from '../fixtures/stories.ts'
import { EditorPage } from '../pages/editor.ts'
import { StoryDesk } from '../pages/story-desk.ts'
import { sitemapOfNow } from '../public-addresses.ts'

const WORD = 'quillfeather'

/** What each kind of public address says of the story: its status, and whether the word is in it. */
async function saidAt(request: APIRequestContext, addresses: readonly string[]): Promise<Record<string, string>> {
  const said = await Promise.all(
    addresses.map(async (address) => {
      const response = await request.get(address, { maxRedirects: 0, failOnStatusCode: false })
      const shows = (await response.body()).toString('latin1').toLowerCase().includes(WORD)
      return [address, `${response.status()}${shows ? ' shows it' : ''}`]
    }),
  )
  return Object.fromEntries(said)
}

test('from the first moment of a withdrawal, no public address shows the story, its correction, its picture or its social picture', async ({ as, reader }) => {
  const [{ request }, writer, editorPage, adviser] = [await reader(), await as('WRITER'), await as('EDITOR'), await as('ADVISER')]
  const story = await startStory(writer, { headline: `The ${WORD} affair`, deck: '', text: `All about ${WORD}.`, tag: WORD, picture: { fileName: 'feather.jpg', caption: WORD, alt: WORD, credit: 'Staff' } })
  const editor = await new EditorPage(writer).open(story.id)
  await editor.lead.getByLabel('Why we may publish it').selectOption({ label: 'Made by our staff' })
  await editor.expectNothingUnmet()
  await (await new StoryDesk(writer, story.id).open()).handIn()
  await (await new StoryDesk(editorPage, story.id).open()).sendOn()
  const desk = await new StoryDesk(adviser, story.id).open()
  await desk.approve()
  await desk.publish()
  await adviser.getByText('Publish a note for readers').click()
  await adviser.getByLabel('Words of the note').fill(`The first version misspelt ${WORD}, as we were told.`)
  await adviser.getByRole('button', { name: 'Publish the note', exact: true }).click()
  await expect(adviser.getByText(/, readers see it/)).toBeVisible()

  const path = `/news/the-${WORD}-affair`
  const html = await (await request.get(path)).text()
  const social = /property="og:image" content="([^"]+)"/.exec(html)?.[1]
  const ofLinks = social === undefined ? '' : new URL(social).pathname
  expect(ofLinks).toMatch(/\/social\/[0-9a-f]{16}\.jpg$/)
  const pictures = [ofLinks, ...new Set([...html.matchAll(/\/api\/media\/[a-z0-9.]+/g)].map(([address]) => address))]
  expect(pictures.length).toBeGreaterThan(1)
  const pages = ['/', '/news', '/corrections', path]
  const others = ['/feed.xml', '/feed.json', '/news/atom.xml', '/sitemap.xml', sitemapOfNow(), '/news-sitemap.xml', '/rss', `${path}.rsc`, '/how-we-edit']

  // Asked for once while it is live, so that everything that can be cached is.
  const before = await saidAt(request, [...pages, ...pictures, ...others])
  for (const page of pages) expect(before[page], page).toBe('200 shows it')
  for (const picture of pictures) expect(before[picture], picture).toBe('200')

  await desk.open()
  await desk.withdraw('It was not true.', 'We were wrong about this, and are sorry.')
  // The very first answer is right: nobody waits, and nothing is asked twice.
  const after = await saidAt(request, [...pages, ...pictures, ...others])
  for (const page of ['/', '/news', '/corrections']) expect(after[page], page).toBe('200')
  for (const picture of pictures) expect(after[picture], picture).toBe('404')
  for (const other of others) expect(after[other], other).not.toContain('shows it')
  // The address itself holds the word; nothing else of the page does.
  const gone = await request.get(path)
  expect(gone.status()).toBe(410)
  const text = await gone.text()
  expect(text).toContain('We were wrong about this, and are sorry.')
  expect(text.replaceAll(path, '')).not.toContain(WORD)
})
