import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { APIRequestContext, Page } from '@playwright/test'
import { test, expect } from './fixtures/newsroom.ts'
import { startStory } from './fixtures/stories.ts'
import { StoryDesk } from './pages/story-desk.ts'
import { ADDRESS_KINDS, builtRoutes, variantsOf, type Known } from './public-addresses.ts'

/**
 * "Nothing unpublished leaks" (docs/workflow.md): a word that stands only in a draft, in an approved story and in a
 * withdrawn one is looked for behind every kind of public address, as every transport asks for it.
 */
const CANARY = 'zanzibarquokka'

/** What one answer says, head and body, in a form that escaping cannot hide the word in. */
async function answerOf(reader: APIRequestContext, ask: { path: string; method: 'GET' | 'HEAD'; headers: Record<string, string> }): Promise<{ status: number; text: string }> {
  const response = await reader.fetch(ask.path, { method: ask.method, headers: ask.headers, maxRedirects: 0, failOnStatusCode: false })
  const body = await response.body()
  return { status: response.status(), text: `${JSON.stringify(response.headers())}\n${body.toString('latin1')}`.toLowerCase() }
}

async function searchEverywhere(reader: APIRequestContext, known: Known): Promise<string[]> {
  const found: string[] = []
  for (const kind of ADDRESS_KINDS) {
    for (const address of kind.paths(known)) {
      for (const ask of variantsOf(address)) {
        const { text } = await answerOf(reader, ask)
        // The address itself may hold the word (a guessed slug): what is asked for is not a leak.
        const rest = text.replaceAll(new RegExp(`[a-z0-9-]*${CANARY}-(draft|approved|withdrawn)[a-z0-9-]*`, 'g'), '')
        if (rest.includes(CANARY)) found.push(`${ask.method} ${ask.path} ${JSON.stringify(ask.headers)}`)
      }
    }
  }
  return found
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)).filter((file) => statSync(file).isFile())
}

async function threeStories(as: (role: 'WRITER' | 'EDITOR' | 'ADVISER') => Promise<Page>): Promise<Known & { withdrawnPath: string }> {
  const writer = await as('WRITER')
  const words = (name: string) => ({ headline: `${CANARY} ${name}`, deck: `Deck ${CANARY}`, text: `Body ${CANARY} body.`, tag: CANARY })
  const draft = await startStory(writer, { ...words('draft'), picture: { fileName: `${CANARY}.jpg`, caption: CANARY, alt: CANARY, credit: CANARY } })
  const approved = await startStory(writer, words('approved'))
  const withdrawn = await startStory(writer, words('withdrawn'))
  const [editor, adviser] = [await as('EDITOR'), await as('ADVISER')]
  for (const story of [approved, withdrawn]) {
    await (await new StoryDesk(writer, story.id).open()).handIn()
    await (await new StoryDesk(editor, story.id).open()).sendOn()
    await (await new StoryDesk(adviser, story.id).open()).approve()
  }
  const desk = await new StoryDesk(adviser, withdrawn.id).open()
  await desk.publish()
  await desk.withdraw('It was published only to be withdrawn.')
  return {
    sectionSlug: draft.sectionSlug,
    slugs: [`${CANARY}-draft`, `${CANARY}-approved`, `${CANARY}-withdrawn`],
    storyIds: [draft.id, approved.id, withdrawn.id],
    mediaKeys: draft.mediaKeys,
    assetIds: draft.assetIds,
    withdrawnPath: `/${draft.sectionSlug}/${CANARY}-withdrawn`,
  }
}

test('nothing of a draft, an approved or a withdrawn story leaks through any public address', async ({ as, reader }) => {
  test.setTimeout(240_000)
  const page = await reader()
  // Asked for before anything exists: a cached answer from this moment must not matter later.
  await page.goto('/')
  const known = await threeStories(as)
  expect(known.mediaKeys.length).toBeGreaterThan(0)
  expect(await searchEverywhere(page.request, known)).toEqual([])

  for (const key of known.mediaKeys) expect((await page.request.get(`/api/media/${key}`)).status()).toBe(404)
  for (const slug of known.slugs.slice(0, 2)) {
    const guessed = await page.request.get(`/${known.sectionSlug}/${slug}`)
    const unknown = await page.request.get(`/${known.sectionSlug}/no-such-story-at-all`)
    expect(guessed.status()).toBe(404)
    expect((await guessed.text()).replaceAll(slug, '')).toBe((await unknown.text()).replaceAll('no-such-story-at-all', ''))
  }
  expect((await page.request.get(known.withdrawnPath)).status()).toBe(410)
  expect((await page.request.head(known.withdrawnPath)).status()).toBe(410)
})

test('a leak would be found: the same search finds the word in a live story', async ({ as, reader }) => {
  test.setTimeout(120_000)
  const writer = await as('WRITER')
  const story = await startStory(writer, { headline: 'A story for the search', deck: '', text: `Body ${CANARY} body.`, tag: 'search' })
  await (await new StoryDesk(writer, story.id).open()).handIn()
  await (await new StoryDesk(await as('EDITOR'), story.id).open()).sendOn()
  const desk = await new StoryDesk(await as('ADVISER'), story.id).open()
  await desk.approve()
  await desk.publish()
  const known = { sectionSlug: story.sectionSlug, slugs: ['a-story-for-the-search'], storyIds: [story.id], mediaKeys: [], assetIds: [] }
  const found = await searchEverywhere((await reader()).request, known)
  expect(found.length).toBeGreaterThan(0)
  await desk.withdraw('The search is done.')
  expect(await searchEverywhere((await reader()).request, known)).toEqual([])
})

test('every route of the build belongs to an address kind of this test', () => {
  const covered = new Set(ADDRESS_KINDS.flatMap(({ routes }) => routes))
  expect(builtRoutes().filter((route) => !covered.has(route))).toEqual([])
})

test('no built file that readers can fetch holds the word', () => {
  const built = path.join(import.meta.dirname, '..', '.next')
  const files = [...filesBelow(path.join(built, 'static')), ...filesBelow(path.join(import.meta.dirname, '..', 'public'))]
  expect(files.length).toBeGreaterThan(5)
  expect(files.filter((file) => readFileSync(file, 'latin1').toLowerCase().includes(CANARY))).toEqual([])
})
