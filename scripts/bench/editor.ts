import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from '@playwright/test'
import type { StoryContent } from '#domain/story.ts'
import { editStory } from '#e2e/fixtures/edit-story.ts'
import { pictureFile } from '#e2e/fixtures/stories.ts'

const WORDS = 5_000
const PICTURES = 30
const KEYS = 240
/** As fast as somebody who types 120 words a minute. */
const BETWEEN_KEYS_MS = 100
const TYPED = 'The new garden opened after lunch and many students came to see it. '
const WORDS_TYPED_ABOVE = 'The team met again on Tuesday to talk about the season. '
const VOCABULARY = 'students planted row young trees along fence behind gym while coach watched and principal said that garden would open in spring after rain for with on at by from library robotics practice lunch teacher meeting parents budget board bus winter season game'.split(' ')

type Line = { what: string; value: string }

/** Sentences of twelve words, each other than the last, the same in every run. */
function sentences(): () => string {
  let seed = 7
  const word = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return VOCABULARY[seed % VOCABULARY.length] ?? ''
  }
  return () => {
    const words = Array.from({ length: 12 }, word).join(' ')
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
  }
}

/** A long story: 5,000 words in paragraphs of four sentences, with 30 pictures among them. */
function longBody(assetId: string): StoryContent['body'] {
  const sentence = sentences()
  const paragraphs = Math.ceil(WORDS / 48)
  const every = Math.floor(paragraphs / PICTURES)
  return {
    type: 'doc',
    content: Array.from({ length: paragraphs }, (_, at): StoryContent['body']['content'] => [
      { type: 'paragraph', content: [{ type: 'text', text: Array.from({ length: 4 }, sentence).join(' ') }] },
      ...(at % every === 0 && at / every < PICTURES ? [{ type: 'image' as const, attrs: { assetId, caption: `Row ${at}.`, alt: 'A row of trees', credit: 'Staff' } }] : []),
    ]).flat(),
  }
}

async function newStory(page: Page, site: string): Promise<string> {
  await page.goto(`${site}/newsroom/stories/new`)
  await page.getByRole('button', { name: /start/i }).click()
  await page.waitForURL(/\/newsroom\/stories\/[0-9a-f-]{36}$/)
  return page.url().split('/').at(-1) ?? ''
}

/** Milliseconds from each keydown to the frame that shows it, as the page itself measures them. */
async function keystrokes(page: Page, keys: number): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { keyTimes: times })
    window.addEventListener(
      'keydown',
      () => {
        const began = performance.now()
        // After the next frame has been drawn.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => times.push(performance.now() - began)
          port2.postMessage(null)
        })
      },
      { capture: true },
    )
  })
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.press(TYPED[key % TYPED.length] ?? 'a')
    await pause(BETWEEN_KEYS_MS)
  }
  return page.evaluate(() => [Reflect.get(window, 'keyTimes')].flat().map(Number))
}

/** The work alone: how long the main thread is busy with one key, without waiting for the next frame. */
async function busy(page: Page, keys: number): Promise<number[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const taskTime = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
  const found: number[] = []
  for (let key = 0; key < keys; key += 1) {
    const before = await taskTime()
    await page.keyboard.press('e')
    await pause(BETWEEN_KEYS_MS)
    found.push(((await taskTime()) - before) * 1000)
  }
  return found
}

const quantile = (values: readonly number[], part: number) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN
const ms = (value: number) => `${value.toFixed(1)} ms`

/**
 * The editor with a long story and two people in it, beside the same text in a bare contenteditable of the same browser: time from
 * key to paint, and from the click on a story to a usable editor on a warm server.
 */
export async function benchEditor(site: string, signIn: (role: 'WRITER' | 'EDITOR') => Promise<Page>, browser: Browser): Promise<Line[]> {
  const [writer, editor] = [await signIn('WRITER'), await signIn('EDITOR')]
  const id = await newStory(writer, site)
  const upload = await writer.request.post(`${site}/api/media`, { headers: { origin: site }, multipart: { file: { name: 'row.jpg', mimeType: 'image/jpeg', buffer: await pictureFile() } } })
  const { asset }: { asset: { id: string } } = await upload.json()
  const body = longBody(asset.id)
  await editStory(writer, id, (content) => ({ ...content, headline: 'A long story', body }))

  const opens: number[] = []
  for (let round = 0; round < 5; round += 1) {
    await writer.goto(`${site}/newsroom/stories`)
    const began = performance.now()
    await writer.goto(`${site}/newsroom/stories/${id}`)
    await writer.waitForFunction(() => document.querySelector('#field-body')?.getAttribute('contenteditable') === 'true' && (document.querySelector('#field-body')?.textContent?.length ?? 0) > 20_000)
    opens.push(performance.now() - began)
  }
  await editor.goto(`${site}/newsroom/stories/${id}`)
  await editor.waitForFunction(() => document.querySelector('#field-body')?.getAttribute('contenteditable') === 'true')
  // The copy desk reads a story once when it opens; what is measured is the typing after that.
  await pause(20_000)
  await writer.locator('#field-body p').nth(50).click()
  await editor.locator('#field-body p').nth(5).click()
  let going = true
  const other = (async () => {
    while (going) await editor.keyboard.type(WORDS_TYPED_ABOVE, { delay: BETWEEN_KEYS_MS })
  })()
  const product = await keystrokes(writer, KEYS)
  const productBusy = await busy(writer, 60)
  going = false
  await other

  const bare = await (await browser.newContext()).newPage()
  await bare.setContent(`<div contenteditable="true">${body.content.flatMap((block) => (block.type === 'paragraph' ? [`<p>${block.content?.map((node) => (node.type === 'text' ? node.text : '')).join('')}</p>`] : [])).join('')}</div>`)
  await bare.locator('p').nth(50).click()
  const reference = await keystrokes(bare, KEYS)
  const referenceBusy = await busy(bare, 60)
  return [
    { what: 'story of 5,000 words and 30 pictures opens to a usable editor (median of 5)', value: ms(quantile(opens, 0.5)) },
    { what: 'key to paint, two people typing, p50 / p95', value: `${ms(quantile(product, 0.5))} / ${ms(quantile(product, 0.95))}` },
    { what: 'the same text in a bare contenteditable, p50 / p95', value: `${ms(quantile(reference, 0.5))} / ${ms(quantile(reference, 0.95))}` },
    { what: 'ratio of p95', value: (quantile(product, 0.95) / quantile(reference, 0.95)).toFixed(2) },
    { what: 'main thread busy per key, p50 / p95 (bare: p50 / p95)', value: `${ms(quantile(productBusy, 0.5))} / ${ms(quantile(productBusy, 0.95))} (${ms(quantile(referenceBusy, 0.5))} / ${ms(quantile(referenceBusy, 0.95))})` },
  ]
}
