import type { Page } from '@playwright/test'
import { violationsOn } from '../fixtures/accessible.ts'
import { expect, test } from '../fixtures/newsroom.ts'
import { pictureFile, startStory } from '../fixtures/stories.ts'
import { EditorPage } from '../pages/editor.ts'

const VIDEO = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'

/** Chooses a block by typing a slash and a part of its name. */
async function block(page: Page, name: string): Promise<void> {
  await page.keyboard.type(`/${name}`)
  await expect(page.getByRole('listbox', { name: 'Blocks' })).toBeVisible()
  await page.keyboard.press('Enter')
}

/** To the end of the text, without a click that could meet a field in it. */
async function toEnd(editor: EditorPage): Promise<void> {
  await editor.text.focus()
  await editor.page.keyboard.press('ControlOrMeta+End')
}

async function upload(page: Page, dialog: string, field: string, names: string[]): Promise<void> {
  const files = await Promise.all(names.map(async (name) => ({ name, mimeType: 'image/jpeg', buffer: await pictureFile() })))
  await page.getByRole('dialog', { name: dialog }).getByLabel(field).setInputFiles(files)
}

test('every block is made from the keyboard, one is moved, words are replaced, and the preview shows it all', async ({ as }) => {
  const page = await as('EDITOR')
  const { keyboard } = page
  const other = await startStory(page, { headline: 'The other story of the hands', deck: '', text: 'It is another one.', tag: 'hands' })
  const { id } = await startStory(page, { headline: 'A harbour at dawn', deck: 'The harbour wakes.', text: 'First line about the harbour.', tag: 'hands' })
  expect(other.id).not.toBe(id)
  const editor = await new EditorPage(page).open(id)
  await toEnd(editor)
  await keyboard.press('Enter')

  await test.step('Markdown at the start of a line', async () => {
    await keyboard.type('## Large subhead')
    await keyboard.press('Enter')
    await keyboard.type('### Small subhead')
    await keyboard.press('Enter')
    await keyboard.type('- One point')
    await keyboard.press('Enter')
    await keyboard.press('Enter')
    await keyboard.type('1. One step')
    await keyboard.press('Enter')
    await keyboard.press('Enter')
    await keyboard.type('> Words of somebody')
    await keyboard.press('Enter')
    await keyboard.press('Enter')
    await keyboard.type('---')
    await keyboard.type('Behind the line, **bold** and *italic* ')
    await keyboard.press('Enter')
    await expect(editor.text.locator('hr')).toHaveCount(1)
    await expect(editor.text.locator('strong')).toHaveText('bold')
    await keyboard.type('Kept under the line')
    await keyboard.press('Home')
    await keyboard.type('---')
    await expect(editor.text.locator('hr')).toHaveCount(2)
    await toEnd(editor)
    await keyboard.press('Enter')
    await expect(editor.text.getByText('Kept under the line')).toHaveText('Kept under the line')
  })

  await test.step('the slash menu says what Enter would take, and Escape leaves the text alone', async () => {
    await keyboard.type('/fact')
    await expect(page.getByRole('option', { name: /Fact box/ })).toHaveAttribute('aria-selected', 'true')
    await expect(editor.text).toHaveAttribute('aria-activedescendant', 'slash-block-factBox')
    expect(await violationsOn(page)).toEqual([])
    await keyboard.press('Escape')
    await expect(page.getByRole('listbox', { name: 'Blocks' })).toHaveCount(0)
    for (let letter = 0; letter < '/fact'.length; letter += 1) await keyboard.press('Backspace')
  })

  await test.step('blocks from the slash menu', async () => {
    await block(page, 'pull')
    await keyboard.type('Words lifted out')
    await keyboard.press('Enter')
    await block(page, 'fact')
    await keyboard.type('A fact of the harbour')
    await keyboard.press('ControlOrMeta+Enter')
    await page.getByLabel('Title of the fact box').fill('# No shortcut in here')
    await toEnd(editor)
    await block(page, 'table')
    await keyboard.type('Team')
    await keyboard.press('Tab')
    await keyboard.type('Goals')
    await keyboard.press('ControlOrMeta+Enter')
    await page.getByLabel('Caption of the table').fill('Goals of the year')
    await toEnd(editor)
    await block(page, 'youtube')
    const embed = page.getByRole('dialog', { name: 'Insert a video, sound or link card' })
    await embed.getByLabel('Web address').fill(VIDEO)
    await expect(embed.getByText('A player of YouTube.', { exact: false })).toBeVisible()
    await embed.getByLabel('Title').fill('The film of the day')
    expect(await violationsOn(page)).toEqual([])
    await embed.getByLabel('Title').press('Enter')
    await toEnd(editor)
    await block(page, 'related')
    const related = page.getByRole('dialog', { name: 'Insert a related story' })
    await related.getByLabel('Words of the headline').fill('other story of the hands')
    const found = related.getByRole('button', { name: /The other story of the hands/ }).first()
    await expect(found).toBeVisible()
    expect(await violationsOn(page)).toEqual([])
    await found.press('Enter')
    await expect(editor.text.getByText('The other story of the hands')).toBeVisible()
  })

  await test.step('a picture and a gallery', async () => {
    await toEnd(editor)
    await block(page, 'picture')
    await upload(page, 'Insert a picture', 'Upload a picture', ['Pier at dawn.jpg'])
    await expect(editor.text.getByRole('group', { name: 'Picture 1', exact: true })).toBeVisible({ timeout: 60_000 })
    await editor.text.getByLabel('Room on the page').selectOption('wide')
    await toEnd(editor)
    await block(page, 'gallery')
    await upload(page, 'Insert a gallery', 'Upload pictures', ['Boat one.jpg', 'Boat two.jpg'])
    await page.getByRole('button', { name: 'Insert 2 pictures' }).click({ timeout: 60_000 })
    await expect(editor.text.getByRole('group', { name: 'Gallery of 2 pictures' })).toBeVisible()
  })

  await test.step('a block is moved by the keyboard, and undone', async () => {
    const first = editor.text.locator(':scope > *').first()
    await editor.clickInto('First line about the harbour.')
    await keyboard.press('Alt+Shift+ArrowDown')
    await expect(first).toHaveText('Large subhead')
    await keyboard.press('ControlOrMeta+z')
    await expect(first).toHaveText('First line about the harbour.')
    await page.getByRole('button', { name: 'Block 1, paragraph: move or change' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Move down' }).press('Enter')
    await expect(first).toHaveText('Large subhead')
  })

  await test.step('find and replace, in the text and around it', async () => {
    await keyboard.press('ControlOrMeta+f')
    const panel = page.getByRole('region', { name: 'Find and replace' })
    await panel.getByLabel('Find', { exact: true }).fill('harbour')
    await expect(panel.getByText('2 in the text')).toBeVisible()
    await keyboard.press('Enter')
    await expect(panel.getByText(/^[12] of 2$/)).toBeVisible()
    await panel.getByLabel('Replace with').fill('harbor')
    expect(await violationsOn(page)).toEqual([])
    await panel.getByRole('button', { name: 'Replace all', exact: true }).press('Enter')
    await expect(panel.getByText('Replaced 2 places in the text.')).toBeVisible()
    await panel.getByRole('button', { name: /^Replace it in Headline/ }).press('Enter')
    await expect(editor.headline).toHaveValue('A harbor at dawn')
    await keyboard.press('Escape')
    await expect(editor.text).toBeFocused()
  })

  await test.step('the help names the shortcuts', async () => {
    await keyboard.press('ControlOrMeta+/')
    const help = page.getByRole('dialog', { name: 'Keyboard help' })
    await expect(help.getByText('Find and replace')).toBeVisible()
    expect(await violationsOn(page)).toEqual([])
    await keyboard.press('Escape')
    await expect(help).toHaveCount(0)
  })

  await test.step('nothing is wider than a phone', async () => {
    await page.setViewportSize({ width: 375, height: 800 })
    const beyond = await page.evaluate(() => {
      if (document.documentElement.scrollWidth <= window.innerWidth) return []
      return [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > window.innerWidth).map((one) => `${one.tagName} ${one.className} ${Math.round(one.getBoundingClientRect().right)}`)
    })
    expect(beyond).toEqual([])
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  await editor.expectSaved()
  // Stands in for all that is not ours, and tells who was asked.
  const elsewhere: string[] = []
  const { origin } = new URL(page.url())
  await page.context().route((url) => url.protocol.startsWith('http') && url.origin !== origin, (route) => {
    elsewhere.push(route.request().url())
    return route.fulfill({ contentType: 'text/html', body: 'The player of somebody else' })
  })
  await page.goto(`/newsroom/stories/${id}/review`)
  const shown = page.locator('article.story')
  await expect(shown.getByRole('heading', { level: 2, name: 'Large subhead' })).toBeVisible()
  await expect(shown.getByRole('heading', { level: 3, name: 'Small subhead' })).toBeVisible()
  for (const words of ['First line about the harbor.', 'One point', 'One step', 'Words of somebody', 'Kept under the line', 'Words lifted out', 'A fact of the harbor', '# No shortcut in here']) await expect(shown.getByText(words).first()).toBeVisible()
  await expect(shown.locator('hr').first()).toBeAttached()
  await expect(shown.getByRole('table', { name: 'Goals of the year' }).getByRole('columnheader', { name: 'Team' })).toBeVisible()
  await expect(shown.getByRole('group', { name: 'Gallery of 2 pictures' })).toBeVisible()
  const film = shown.getByText('Watch: The film of the day')
  await film.scrollIntoViewIfNeeded()
  await page.waitForLoadState('networkidle')
  expect(elsewhere).toEqual([])
  await film.click()
  await expect(page.frameLocator('iframe[title^="The film of the day"]').getByText('The player of somebody else')).toBeVisible()
  expect(elsewhere).toEqual([expect.stringMatching(/^https:\/\/www\.youtube-nocookie\.com\/embed\/dQw4w9WgXcQ/)])
})
