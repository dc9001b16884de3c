import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { accountOf, expect, test } from '../fixtures/newsroom.ts'
import { pictureFile } from '../fixtures/stories.ts'
import { EditorPage } from '../pages/editor.ts'
import { FromTextPage } from '../pages/from-text.ts'
import { StoryDesk } from '../pages/story-desk.ts'

const OWN = path.join(import.meta.dirname, '../fixtures/pasted-story.txt')
const SEEDS = path.join(import.meta.dirname, '../../../shared/seeds')

/** A page as a school site really published it, where one lies beside the project; our own of the same shape always. */
const TEXTS = [OWN, ...(existsSync(SEEDS) ? readdirSync(SEEDS).filter((name) => name.endsWith('.txt')).map((name) => path.join(SEEDS, name)) : [])]

for (const [number, file] of TEXTS.entries()) {
  test(`a pasted page becomes a story that readers see (text ${number + 1})`, async ({ as, reader }) => {
    const source = readFileSync(file, 'utf8')
    const headline = source.split('\n')[0]?.trim() ?? ''

    // A reader asks for the story before it exists, so that the paper has "nothing here" in its cache.
    const readerPage = await reader()
    const writer = await as('WRITER')
    const fromText = await new FromTextPage(writer).open()
    await fromText.paste(source)
    await expect(fromText.picture(1).getByLabel('Caption')).not.toHaveValue('')
    await expect(fromText.picture(1).getByLabel('Credit')).toHaveValue(/courtesy of/i)
    const caption = await fromText.picture(1).getByLabel('Caption').inputValue()
    await fromText.expectUnderstood({ headline, bylines: [], paragraphs: 3 })
    const id = await fromText.make()

    // The publish checks stop the writer, who supplies what is missing.
    const editor = new EditorPage(writer)
    await editor.open(id)
    await editor.handIn()
    await expect(writer.getByRole('alert').filter({ hasText: 'Choose a section.' })).toBeVisible()
    await editor.expectUnmet('Choose a section.')
    await editor.chooseSection('News')
    if ((await writer.getByText('Add at least one byline.').count()) > 0) await editor.addByline(accountOf('WRITER').name)
    await editor.uploadLead({ name: 'IMG_2041.jpg', mimeType: 'image/jpeg', buffer: await pictureFile() })
    await editor.lead.getByLabel('Caption').fill(caption)
    await editor.expectUnmet(/Lead picture: write alt text/)
    await editor.lead.getByLabel('Alt text').fill('A robot arm reaches over a table')
    await editor.lead.getByLabel('Credit').fill('Illustration by our staff')
    await editor.expectUnmet(/A credit alone is not a right/)
    await editor.lead.getByLabel('Why we may publish it').selectOption({ label: 'Made by our staff' })
    for (const settle of await writer.getByRole('region', { name: 'Notes' }).getByRole('button', { name: /settle/i }).all()) await settle.click()
    await editor.expectNothingUnmet()
    await editor.expectSaved()
    await editor.handIn()
    await expect(writer.getByTestId('story-state')).toHaveText('Editing')

    const editorPage = await as('EDITOR')
    await (await new StoryDesk(editorPage, id).open()).sendOn()

    const adviser = await as('ADVISER')
    const desk = await new StoryDesk(adviser, id).open()
    await desk.sendBack('Say in the deck who won.', 'Readers must know it from the first line.')

    // The writer reads the note, fixes, settles it and hands in again.
    await editor.open(id)
    await expect(writer.getByText('Say in the deck who won.')).toBeVisible()
    await writer.getByLabel('Deck', { exact: true }).fill('Nobody won, and everybody learned something.')
    await editor.expectSaved()
    await writer.getByRole('region', { name: 'Notes' }).getByRole('button', { name: /settle/i }).first().click()
    await editor.expectNothingUnmet()
    await editor.handIn()
    await expect(writer.getByTestId('story-state')).toHaveText('Editing')
    await (await new StoryDesk(editorPage, id).open()).sendOn()

    // The adviser sees what changed since the last decision, approves and publishes.
    await desk.open()
    await adviser.getByRole('button', { name: 'What changed since your last decision' }).click()
    await expect(adviser.locator('ins', { hasText: 'Nobody won, and everybody learned something.' })).toBeVisible()
    await readerPage.goto('/news')
    await expect(readerPage.getByText(headline)).toHaveCount(0)
    await desk.approve()
    await desk.publish()

    // A signed-out reader without script sees it on the front page, in its section and on its own page.
    await readerPage.goto('/')
    await expect(readerPage.getByRole('link', { name: headline }).first()).toBeVisible()
    await readerPage.goto('/news')
    await readerPage.getByRole('link', { name: headline }).first().click()
    await expect(readerPage.getByRole('heading', { level: 1 })).toHaveText(headline)
    await expect(readerPage.getByText('Nobody won, and everybody learned something.')).toBeVisible()
    await expect(readerPage.getByRole('img', { name: 'A robot arm reaches over a table' })).toBeVisible()
    await expect(readerPage.getByText(caption)).toBeVisible()
    expect(await readerPage.context().cookies()).toEqual([])
    await desk.withdraw('The journey is over; the next run starts it again.')
    expect((await readerPage.reload())?.status()).toBe(410)
  })
}
