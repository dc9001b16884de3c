import type { Locator, Page } from '@playwright/test'
import { editStory } from '../fixtures/edit-story.ts'
import { expect, test } from '../fixtures/newsroom.ts'
import { startStory } from '../fixtures/stories.ts'
import { EditorPage } from '../pages/editor.ts'
import { StoryDesk } from '../pages/story-desk.ts'

const RULE = 'Repeated words'
const FAULTY = 'The bell rang at the the usual time.'
const TITLE = 'They sang “Home Home” in the gym.'

/** The panel beside the text. */
const panelOf = (page: Page) => page.getByRole('region', { name: /^Copy desk/ })
/** A finding in its list, by the name of its rule and words in its sentence. */
const findingIn = (page: Page, name: string, words: string) => page.locator('#copydesk-list li').filter({ hasText: name }).filter({ hasText: words })
const marksIn = (page: Page) => page.locator('#field-body .copydesk-mark')

const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })

async function storyWith(page: Page, headline: string, paragraphs: string[]): Promise<{ id: string; editor: EditorPage }> {
  const { id } = await startStory(page, { headline, deck: 'What the morning sounded like.', text: 'Soon more.', tag: 'School life' })
  await editStory(page, id, (content) => ({ ...content, body: { type: 'doc', content: paragraphs.map(paragraph) } }))
  return { id, editor: await new EditorPage(page).open(id) }
}

async function letStand(finding: Locator, reason: string): Promise<void> {
  await finding.getByRole('button', { name: 'Right as it is…' }).click()
  await finding.getByRole('button', { name: 'Let it stand' }).click()
  await expect(finding.getByRole('alert')).toHaveText('Say in a few words why it is right.')
  await finding.getByLabel('Why is it right?').fill(reason)
  await finding.getByRole('button', { name: 'Let it stand' }).click()
}

test('faulty text is marked; a click fixes one place; a reason stays with its passage when that moves', async ({ as }) => {
  const page = await as('WRITER')
  const { editor } = await storyWith(page, 'Bell rings as planned', [FAULTY, TITLE, 'It rang again at noon.'])
  const doubled = findingIn(page, RULE, 'usual time')
  await expect(doubled).toBeVisible()
  await expect(marksIn(page).filter({ hasText: 'the the' })).toBeVisible()
  await doubled.getByRole('button', { name: /^Fix/ }).click()
  await expect(editor.text).toContainText('The bell rang at the usual time.')
  await expect(doubled).toHaveCount(0)
  await panelOf(page).getByRole('button', { name: 'Undo the fix' }).click()
  await expect(editor.text).toContainText(FAULTY)
  await expect(doubled).toBeVisible()
  await letStand(doubled, 'It is how the song goes.')
  await expect(doubled).toHaveCount(0)
  await expect(panelOf(page).getByText('1 let stand')).toBeVisible()

  // The paragraph goes to the end, by the keyboard.
  await editor.text.getByText('It rang again at noon.').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('A last word.')
  await editor.text.getByText(FAULTY).click()
  await page.keyboard.press('Alt+Shift+ArrowDown')
  await editor.expectSaved()
  await page.reload()
  await expect(panelOf(page).getByText('1 let stand')).toBeVisible()
  await expect(findingIn(page, RULE, 'usual time')).toHaveCount(0)
})

test('F8 walks through the findings, and the box beside the passage can be reached and left', async ({ as }) => {
  const page = await as('WRITER')
  const { editor } = await storyWith(page, 'Bell rings twice', [FAULTY, 'It rang and and rang.'])
  await expect(findingIn(page, RULE, 'and and')).toBeVisible()
  await panelOf(page).getByRole('button', { name: /^Style/ }).click()
  await editor.text.click()
  for (let step = 0; step < 12 && !(await page.getByRole('dialog', { name: `Copy desk: ${RULE}` }).isVisible()); step += 1) await page.keyboard.press('F8')
  const box = page.getByRole('dialog', { name: `Copy desk: ${RULE}` })
  await expect(box).toBeVisible()
  expect(await page.evaluate(() => String(getSelection()))).toBe('the the')
  await page.keyboard.press('Alt+F8')
  await expect(box).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(box).toHaveCount(0)
  await expect(editor.text).toBeFocused()
})

test('spelling comes from this server alone, and a name that an editor adds is right from then on', async ({ as }) => {
  const page = await as('EDITOR')
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(page.url() === 'about:blank' ? request.url() : page.url()).origin) && /^https?:/.test(request.url())) elsewhere.push(request.url())
  })
  const word = `Quillstrom${String.fromCharCode(...Array.from({ length: 5 }, () => 97 + Math.floor(Math.random() * 26)))}`
  const { id } = await storyWith(page, 'Custodian tunes piano', [`The custodian, Ada ${word}, tunes the piano.`, 'The cafetria was quiet.'])
  const spelling = findingIn(page, 'Spelling', word)
  await expect(spelling).toBeVisible({ timeout: 60_000 })
  await findingIn(page, 'Spelling', 'cafetria').getByRole('button', { name: '“cafeteria”' }).click()
  await expect(new EditorPage(page).text).toContainText('The cafeteria was quiet.')
  await spelling.getByRole('button', { name: 'Add to the paper’s dictionary' }).click()
  await expect(spelling).toHaveCount(0)
  await expect(panelOf(page).getByText(`“${word}” is in the paper’s dictionary now.`)).toBeVisible()
  await page.goto('/newsroom/settings/copydesk')
  await expect(page.getByText(word, { exact: true })).toBeVisible()
  await page.goto(`/newsroom/stories/${id}`)
  await expect(panelOf(page).getByText('Spelling is on its way.')).toHaveCount(0, { timeout: 60_000 })
  await expect(findingIn(page, 'Spelling', word)).toHaveCount(0)
  expect(elsewhere).toEqual([])
})

test('a rule that blocks in a section is met at the handing in; the adviser sees what was let stand, and by whom', async ({ as }) => {
  const [writer, editor, adviser] = [await as('WRITER'), await as('EDITOR'), await as('ADVISER')]
  const setRule = async (level: 'Blocking' | 'As the paper') => {
    await adviser.goto('/newsroom/settings/copydesk')
    const rule = adviser.getByRole('listitem').filter({ has: adviser.getByRole('heading', { name: RULE }) })
    await rule.getByText('Change').click()
    await rule.getByLabel('News', { exact: true }).selectOption({ label: level })
    await rule.getByRole('button', { name: 'Save' }).click()
    await expect(rule.getByText(/^Saved\./)).toBeVisible()
  }
  await setRule('Blocking')
  try {
    const { id, editor: text } = await storyWith(writer, 'Choir sings at noon', [FAULTY])
    const finding = findingIn(writer, RULE, 'usual time')
    await expect(finding.getByText('Blocking')).toBeVisible()
    await text.expectUnmet(/^Copy desk, Repeated words/)
    await text.handIn()
    await expect(writer.getByRole('alert').getByText(/Copy desk, Repeated words/)).toBeVisible()

    // The writer's reason lets the story be handed in, and no more.
    await letStand(finding, 'It is the name of the song.')
    await expect(panelOf(writer).getByText(/An editor or adviser must agree/)).toBeVisible()
    await text.handIn()
    await expect(writer.getByText('Editing', { exact: true }).first()).toBeVisible()
    await new StoryDesk(editor, id).open().then((desk) => desk.sendOn())

    await adviser.goto('/newsroom')
    await expect(adviser.getByRole('listitem').filter({ hasText: 'Choir sings at noon' }).getByText(/^Copy desk: .*1 blocking/)).toBeVisible()
    const desk = await new StoryDesk(adviser, id).open()
    const review = adviser.getByRole('region', { name: /^Copy desk/ })
    await review.getByText('To look at').click()
    await expect(review.getByText(/“It is the name of the song/)).toBeVisible()
    const waiting = review.getByRole('listitem').filter({ hasText: RULE })
    await waiting.getByText('Right as it is…').click()
    await waiting.getByLabel('Why is it right?').fill('Checked with the choir.')
    await waiting.getByRole('button', { name: 'Let it stand' }).click()
    await expect(review.getByText('Let stand, by whom and why')).toBeVisible()
    await desk.open()
    await desk.approve()
  } finally {
    await setRule('As the paper')
  }
})

test('paused, nothing is marked, and it stays paused on this computer', async ({ as }) => {
  const page = await as('WRITER')
  await storyWith(page, 'Bell rings once', [FAULTY])
  await expect(marksIn(page).first()).toBeVisible()
  await panelOf(page).getByRole('button', { name: 'Pause' }).click()
  await expect(marksIn(page)).toHaveCount(0)
  await page.reload()
  await expect(panelOf(page).getByText(/^Paused on this computer/)).toBeVisible()
  await panelOf(page).getByRole('button', { name: 'Go on' }).click()
  await expect(marksIn(page).first()).toBeVisible()
})
