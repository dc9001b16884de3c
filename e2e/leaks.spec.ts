import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { APIRequestContext, Page } from '@playwright/test'
import type { Role } from '#domain/people.ts'
import type { StoryContent } from '#domain/story.ts'
import { test, expect } from './fixtures/newsroom.ts'
import { editStory } from './fixtures/edit-story.ts'
import { startStory, type StartedStory } from './fixtures/stories.ts'
import { EditorPage } from './pages/editor.ts'
import { StoryDesk } from './pages/story-desk.ts'
import { ADDRESS_KINDS, builtRoutes, variantsOf, type Known } from './public-addresses.ts'

/**
 * "Nothing unpublished leaks" (docs/workflow.md): a word that stands only in a draft, in an approved story, in a
 * withdrawn one and in an edit of a live one is looked for behind every kind of public address, as every transport asks
 * for it.
 */
const CANARY = 'zanzibarquokka'

type As = (role: Role) => Promise<Page>

/** One page for each role, used again for every story. */
function pages(as: As): As {
  const open = new Map<Role, Promise<Page>>()
  return (role) => {
    const page = open.get(role) ?? as(role)
    open.set(role, page)
    return page
  }
}

/** What one answer says, head and body, in a form that escaping cannot hide the word in. */
async function answerOf(reader: APIRequestContext, ask: { path: string; method: 'GET' | 'HEAD'; headers: Record<string, string> }): Promise<{ status: number; text: string }> {
  const response = await reader.fetch(ask.path, { method: ask.method, headers: ask.headers, maxRedirects: 0, failOnStatusCode: false })
  const body = await response.body()
  return { status: response.status(), text: `${JSON.stringify(response.headers())}\n${body.toString('latin1')}`.toLowerCase() }
}

/** So many addresses are asked for at once. */
const AT_ONCE = 6

/** Every ask that was answered with the word; with `one`, no more are made once it was found. */
async function searchEverywhere(reader: APIRequestContext, known: Known, { one = false } = {}): Promise<string[]> {
  const found: string[] = []
  const asks = ADDRESS_KINDS.flatMap((kind) => kind.paths(known)).flatMap((address) => variantsOf(address)).values()
  const search = async () => {
    for (const ask of asks) {
      if (one && found.length > 0) return
      const { text } = await answerOf(reader, ask)
      // The address itself may hold the word (a guessed slug or tag): what is asked for is not a leak.
      const rest = text.replaceAll(new RegExp(`[a-z0-9-]*${CANARY}-(draft|approved|edited|withdrawn)[a-z0-9-]*|tag(/|\\\\*",\\\\*")${CANARY}`, 'g'), '')
      if (rest.includes(CANARY)) found.push(`${ask.method} ${ask.path} ${JSON.stringify(ask.headers)}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, search))
  return found
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)).filter((file) => statSync(file).isFile())
}

/** Takes a story that its writer has begun to an approval; answers the adviser's desk of it. */
async function approved(as: As, storyId: string): Promise<StoryDesk> {
  await (await new StoryDesk(await as('WRITER'), storyId).open()).handIn()
  await (await new StoryDesk(await as('EDITOR'), storyId).open()).sendOn()
  const desk = await new StoryDesk(await as('ADVISER'), storyId).open()
  await desk.approve()
  return desk
}

const words = (name: string) => ({ headline: `${CANARY} ${name}`, deck: `Deck ${CANARY}`, text: `Body ${CANARY} body.`, tag: CANARY })
const picture = (name: string) => ({ fileName: `${CANARY}-${name}.jpg`, caption: CANARY, alt: CANARY, credit: CANARY })

/** A story whose picture readers could get while it was live, and that was then withdrawn. */
async function withdrawnStory(as: As, writer: Page, reader: APIRequestContext): Promise<StartedStory> {
  const story = await startStory(writer, { ...words('withdrawn'), picture: picture('withdrawn') })
  const editor = await new EditorPage(writer).open(story.id)
  await editor.lead.getByLabel('Why we may publish it').selectOption({ label: 'Made by our staff' })
  await editor.expectNothingUnmet()
  const desk = await approved(as, story.id)
  await desk.publish()
  expect(story.mediaKeys.length).toBeGreaterThan(0)
  for (const key of story.mediaKeys) expect((await reader.get(`/api/media/${key}`)).status()).toBe(200)
  await desk.withdraw('It was published only to be withdrawn.')
  return story
}

/** A live story that says nothing, with an edit that says the word and that nobody has approved. */
async function editedStory(as: As, writer: Page): Promise<StartedStory & { desk: StoryDesk }> {
  const story = await startStory(writer, { headline: 'A quiet story with an edit', deck: 'It says nothing.', text: 'Nothing at all.', tag: 'search' })
  const desk = await approved(as, story.id)
  await desk.publish()
  const body: StoryContent['body'] = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: `Body ${CANARY} body.` }] }] }
  await editStory(writer, story.id, (content) => ({ ...content, headline: `${CANARY} edited`, deck: `Deck ${CANARY}`, tags: [CANARY], body }))
  return { ...story, desk }
}

async function fourStories(as: As, reader: APIRequestContext): Promise<Known & { guesses: string[]; withdrawnPath: string; livePath: string; liveDesk: StoryDesk }> {
  const writer = await as('WRITER')
  const draft = await startStory(writer, { ...words('draft'), picture: picture('draft') })
  const waiting = await startStory(writer, words('approved'))
  await approved(as, waiting.id)
  const withdrawn = await withdrawnStory(as, writer, reader)
  const edited = await editedStory(as, writer)
  const guesses = ['draft', 'approved', 'edited'].map((name) => `${CANARY}-${name}`)
  return {
    sectionSlug: draft.sectionSlug,
    slugs: [...guesses, `${CANARY}-withdrawn`, 'a-quiet-story-with-an-edit'],
    storyIds: [draft.id, waiting.id, withdrawn.id, edited.id],
    mediaKeys: [...draft.mediaKeys, ...withdrawn.mediaKeys],
    assetIds: [...draft.assetIds, ...withdrawn.assetIds],
    guesses,
    withdrawnPath: `/${draft.sectionSlug}/${CANARY}-withdrawn`,
    livePath: `/${draft.sectionSlug}/a-quiet-story-with-an-edit`,
    liveDesk: edited.desk,
  }
}

test('nothing of a draft, an approved story, a withdrawn one or an edit of a live one leaks through any public address', async ({ as, reader }) => {
  test.setTimeout(900_000)
  const { request } = await reader()
  // Asked for before anything exists: a cached answer from this moment must not matter later.
  await request.get('/')
  const known = await fourStories(pages(as), request)
  expect(known.mediaKeys.length).toBeGreaterThan(0)
  const live = await request.get(known.livePath)
  expect([live.status(), (await live.text()).includes('Nothing at all.')]).toEqual([200, true])
  expect(await searchEverywhere(request, known)).toEqual([])

  for (const key of known.mediaKeys) expect((await request.get(`/api/media/${key}`)).status()).toBe(404)
  for (const slug of known.guesses) {
    const guessed = await request.get(`/${known.sectionSlug}/${slug}`)
    const unknown = await request.get(`/${known.sectionSlug}/no-such-story-at-all`)
    expect([guessed.status(), unknown.status()]).toEqual([404, 404])
    expect((await guessed.text()).replaceAll(slug, '')).toBe((await unknown.text()).replaceAll('no-such-story-at-all', ''))
  }
  expect((await request.get(known.withdrawnPath)).status()).toBe(410)
  expect((await request.head(known.withdrawnPath)).status()).toBe(410)
  await known.liveDesk.withdraw('The search is done.')
})

test('a leak would be found: the same search finds the word in a live story', async ({ as, reader }) => {
  test.setTimeout(900_000)
  const onePage = pages(as)
  const story = await startStory(await onePage('WRITER'), { headline: 'A story for the search', deck: '', text: `Body ${CANARY} body.`, tag: 'search' })
  const desk = await approved(onePage, story.id)
  await desk.publish()
  const known = { sectionSlug: story.sectionSlug, slugs: ['a-story-for-the-search'], storyIds: [story.id], mediaKeys: [], assetIds: [] }
  const found = await searchEverywhere((await reader()).request, known, { one: true })
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
