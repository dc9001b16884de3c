import type { Page } from '@playwright/test'
import { slugify } from '#domain/slug.ts'
import { TEMPLATES } from '#prisma/seed/stories/templates.ts'
import { violationsOn } from '../fixtures/accessible.ts'
import { expect, test } from '../fixtures/newsroom.ts'
import { startStory } from '../fixtures/stories.ts'
import { EditorPage } from '../pages/editor.ts'
import { StoryDesk } from '../pages/story-desk.ts'

/** The address of the demo story of a template; a standard one has none there. */
function addressOf(kind: string): string {
  const story = TEMPLATES.find(({ template }) => template?.kind === kind)
  return story === undefined ? '/news/two-new-bus-routes-cut-the-longest-ride-by-26-minutes' : `/${slugify(story.section)}/${slugify(story.headline)}`
}

// What the accessibility tree says of the story, in this order; everything else may stand between.
const READING_ORDER: Record<string, RegExp[]> = {
  standard: [/link "News"/, /heading .*\[level=1\]/, /By/, /link "Share"/, /paragraph/, /Topics/],
  longForm: [
    /link "Features"/, /heading "The last ferry" \[level=1\]/, /Ines Okonjo/, /link "Share"/, /img "Illustration of a harbor/, /navigation "In this story"/, /link "A boat instead of a road"/, /The list is in a ledger/,
    /link "Source 1"/, /heading "A boat instead of a road" \[level=2\]/, /Hoy también se aprende/, /table/, /complementary "The Tern"/, /heading "Everybody" \[level=2\]/, /heading "Sources" \[level=2\]/, /link "Back to the text of source 1"/, /Topics/,
  ],
  photoEssay: [/Photo essay/, /heading "From dark to dark" \[level=1\]/, /img "Illustration of a yellow school bus/, /A school day is longer/, /img "Illustration of a student reading/, /group "Gallery of 3 pictures"/, /12:14 p\.m\./, /almost tomorrow/],
  review: [/Review/, /heading "Dinner in a paper cone" \[level=1\]/, /region "Net & Lemon"/, /term.*By/, /Chef Odile Baptiste/, /4\.5 of 5 stars/, /There is no menu/, /heading "The one to skip"/, /You could have had the fish/, /Go anyway/],
  opinion: [/link "Opinion"/, /heading "Give us back the bulletin board" \[level=1\]/, /Until August/, /heading "A wall is not old-fashioned"/, /heading "Sources"/, /complementary "About the author"/, /I write about what the school decides/, /views of those who sign them/],
}

test('each template is read in the right order, and whole, without script; light and dark break no rule', async ({ reader }) => {
  const [plain, scripted] = [await reader(), await reader({ script: true })]
  for (const [kind, order] of Object.entries(READING_ORDER)) {
    await plain.goto(addressOf(kind))
    const tree = await plain.locator('article.story').ariaSnapshot()
    let from = 0
    for (const part of order) {
      const found = tree.slice(from).search(part)
      expect(found, `${kind}: ${String(part)} comes after what is before it in\n${tree}`).toBeGreaterThanOrEqual(0)
      from += found
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await scripted.emulateMedia({ colorScheme })
      await scripted.goto(addressOf(kind))
      await expect(scripted.getByRole('button', { name: 'Copy link' })).toBeVisible()
      expect(await violationsOn(scripted), `${kind}, ${colorScheme}`).toEqual([])
    }
  }
  // Around the story: others like it and its neighbours.
  await expect(plain.getByRole('heading', { name: 'Related stories' })).toBeVisible()
  await expect(plain.getByRole('navigation', { name: /More from/ })).toBeVisible()
})

/** Voices that say nothing, and what they were given to say. */
async function giveVoice(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const said: { text: string; lang: string }[] = []
    Object.defineProperty(window, 'said', { value: said })
    const speech = Object.assign(new EventTarget(), {
      getVoices: () => [{ lang: 'en-US' }], speak: ({ text, lang }: SpeechSynthesisUtterance) => said.push({ text, lang }), cancel: () => undefined, pause: () => undefined, resume: () => undefined,
    })
    Object.defineProperty(window, 'speechSynthesis', { value: speech })
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: class extends EventTarget { text: string; lang = ''; constructor(text: string) { super(); this.text = text } } })
  })
}

test('with script a story can be heard, set larger and shared, its pictures enlarged; nothing moves', async ({ reader }) => {
  const page = await reader({ script: true })
  await giveVoice(page)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.defineProperty(window, 'shifts', { value: shifts })
    new PerformanceObserver((list) => shifts.push(...list.getEntries().map((entry) => Number(Reflect.get(entry, 'value'))))).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(addressOf('longForm'))
  await page.getByRole('button', { name: 'Listen' }).click()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  const said: { text: string; lang: string }[] = await page.evaluate(() => Reflect.get(window, 'said'))
  expect(said[0]).toEqual({ text: 'The last ferry', lang: 'en' })
  expect(said).toContainEqual({ text: expect.stringContaining('Buenos días'), lang: 'es' })
  expect(said.map(({ text }) => text).join(' ')).not.toContain('Copy link')
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('button', { name: 'Stop' })).toBeHidden()
  // What a face from the network moves when it takes the place of the one from the machine is less than anybody sees.
  expect(await page.evaluate(() => [Reflect.get(window, 'shifts')].flat().reduce((sum: number, one: unknown) => sum + Number(one), 0))).toBeLessThan(0.02)

  const size = () => page.locator('.story-body > p').first().evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
  const normal = await size()
  await page.getByRole('button', { name: 'Text size: Very large' }).click()
  expect(await size()).toBeGreaterThan(normal * 1.2)
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/features\/the-last-ferry$/)

  await page.goto(addressOf('photoEssay'))
  await expect(page.getByRole('button', { name: 'Text size: Very large' })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: /^Enlarge picture: Illustration of a robot arm/ }).click()
  const large = page.getByRole('dialog', { name: 'Gallery of 3 pictures' })
  await expect(large.getByText('10:05 a.m.')).toBeInViewport()
  await page.keyboard.press('ArrowRight')
  await expect(large.getByText('12:14 p.m.')).toBeInViewport()
  await large.getByRole('button', { name: 'Next picture' }).click()
  await expect(large.getByText('12:40 p.m.')).toBeInViewport()
  expect(await violationsOn(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(large).toBeHidden()
  await expect(page.getByRole('button', { name: /^Enlarge picture: Illustration of a robot arm/ })).toBeFocused()
})

test('a writer makes a story a review with a source and a passage in Spanish; the review page shows all of it', async ({ as }) => {
  const writer = await as('WRITER')
  const { id } = await startStory(writer, { headline: 'A book about rain', deck: 'It pours.', text: 'It sold a million copies. Llueve sobre el mar.', tag: 'books' })
  const editor = await new EditorPage(writer).open(id)
  await writer.getByLabel('Template', { exact: true }).selectOption('Review')
  await expect(writer.getByRole('link', { name: 'Say what is reviewed' })).toBeVisible()
  await writer.getByLabel('Title', { exact: true }).fill('Rain, and After')
  await writer.getByLabel('Rating', { exact: true }).selectOption('4.5 of 5 stars')

  await editor.text.click()
  await writer.keyboard.press('ControlOrMeta+Home')
  for (let letter = 0; letter < 'It sold a million copies'.length; letter += 1) await writer.keyboard.press('Shift+ArrowRight')
  await writer.keyboard.press('ControlOrMeta+Alt+f')
  const source = writer.getByRole('dialog', { name: 'Add a source' })
  await source.getByLabel('Web address (optional)').fill('http://insecure.example')
  await source.getByRole('button', { name: 'Add source' }).click()
  await expect(source.getByText('Say where this comes from.')).toBeVisible()
  await expect(source.getByText('begins with https://')).toBeVisible()
  await source.getByLabel('Source', { exact: true }).fill('The publisher’s report for 2026')
  await source.getByLabel('Web address (optional)').fill('report.example/2026')
  await source.getByRole('button', { name: 'Add source' }).click()
  await writer.keyboard.press('End')
  for (let letter = 0; letter < 'Llueve sobre el mar.'.length; letter += 1) await writer.keyboard.press('Shift+ArrowLeft')
  await writer.keyboard.press('ControlOrMeta+Alt+l')
  await writer.getByRole('dialog', { name: 'Language of these words' }).getByLabel('Language', { exact: true }).selectOption('Spanish')
  await writer.getByRole('button', { name: 'Set language' }).click()
  await expect(editor.text.locator('[lang=es]')).toHaveText('Llueve sobre el mar.')
  await editor.expectSaved()

  await new StoryDesk(writer, id).open()
  const shown = writer.getByRole('region', { name: 'The story as readers will see it' })
  await expect(shown.getByRole('region', { name: 'Rain, and After' })).toContainText('4.5 of 5 stars')
  await expect(shown.getByRole('link', { name: 'report.example/2026' })).toHaveAttribute('href', 'https://report.example/2026')
  await expect(shown.locator('[lang=es]')).toHaveText('Llueve sobre el mar.')
})

test('on paper a story is a sheet that can be handed out', async ({ reader }) => {
  const page = await reader()
  await page.goto(addressOf('longForm'))
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(/^From The Harbor Light, http.*\/features\/the-last-ferry$/)).toBeVisible()
  for (const away of ['.story-tools', '.chapters', '.sections', '.related-stories', '.paper-foot']) await expect(page.locator(away).first()).toBeHidden()
})
