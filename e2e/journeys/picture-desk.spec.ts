import { readFile } from 'node:fs/promises'
import { violationsOn } from '../fixtures/accessible.ts'
import { expect, test } from '../fixtures/newsroom.ts'
import { pictureFile, startStory } from '../fixtures/stories.ts'
import { EditorPage } from '../pages/editor.ts'
import { PictureDesk } from '../pages/picture-desk.ts'
import { StoryDesk } from '../pages/story-desk.ts'

const jpeg = async (name: string) => ({ name, mimeType: 'image/jpeg', buffer: await pictureFile() })

test('many pictures at once: a broken one stops no other, what failed is tried again, and all get their words in one row', async ({ as }) => {
  const writer = await as('WRITER')
  const desk = await new PictureDesk(writer).open()
  expect(await violationsOn(writer)).toEqual([])
  let failures = 1
  await writer.route('**/api/media', async (route) => {
    if (route.request().method() === 'POST' && (route.request().postDataBuffer()?.includes('second-in-line.jpg') ?? false) && failures > 0) {
      failures -= 1
      return route.abort('connectionreset')
    }
    return route.continue()
  })
  await desk.upload([
    await jpeg('first-in-line.jpg'),
    await jpeg('second-in-line.jpg'),
    { name: 'broken.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('GIF89a and nothing more') },
    { name: 'IMG_0007.HEIC', mimeType: 'image/heic', buffer: await readFile('e2e/fixtures/sun-over-field.heic') },
  ])
  await expect(desk.uploads.getByText('2 pictures uploaded, 2 failed')).toBeVisible({ timeout: 60_000 })
  await expect(desk.uploads.getByRole('listitem').filter({ hasText: 'broken.jpg' })).toContainText('This seems to be a GIF')
  await desk.uploads.getByRole('button', { name: 'Retry second-in-line.jpg' }).click()
  await expect(desk.uploads.getByText('3 pictures uploaded, 1 failed')).toBeVisible({ timeout: 60_000 })

  await writer.getByRole('link', { name: 'Write the words of these 3 pictures' }).click()
  const rows = writer.locator('main ol').first().locator('> li')
  await expect(rows).toHaveCount(3)
  // What the photo itself says came along from HEIC through the browser's JPEG.
  await expect(rows.filter({ hasText: 'IMG_0007.jpg' }).getByLabel('Caption')).toHaveValue('A yellow sun stands over a green field.')
  const person = `Bea Fairweather ${Date.now()}`
  await rows.nth(0).getByLabel('Caption').fill('Students line up for the bus on the first day of school.')
  await writer.keyboard.press('Tab')
  await writer.keyboard.type('Seven students with backpacks stand in a row beside a yellow bus')
  await writer.keyboard.press('Tab')
  await writer.keyboard.type('Ines Okonjo')
  await writer.keyboard.press('Tab')
  await writer.keyboard.type(person)
  await writer.keyboard.press('Tab')
  await expect(rows.nth(0).getByText('Saved', { exact: true }).first()).toBeVisible()
  expect(await violationsOn(writer)).toEqual([])

  await writer.getByText('Same maker and rights for all chosen (3)').click()
  const all = writer.locator('details').filter({ hasText: 'Same maker and rights for all chosen' })
  await all.getByRole('button', { name: 'I made this picture for the paper' }).click()
  await all.getByRole('button', { name: 'Set for 3 pictures' }).click()
  await expect(all.getByText('Set for 3 of 3 pictures.')).toBeVisible({ timeout: 30_000 })

  await desk.open()
  await desk.search(person)
  await expect(desk.pictures).toHaveCount(1)
})

test('the important spot is set by keyboard, and the crops follow', async ({ as }) => {
  const writer = await as('WRITER')
  const desk = await new PictureDesk(writer).open()
  await desk.upload([await jpeg('focal-point.jpg')])
  await desk.uploads.getByRole('link', { name: 'focal-point.jpg' }).click()
  const spot = writer.getByRole('button', { name: /Most important spot/ })
  await expect(spot).toHaveAccessibleName(/50% from the left, 50% from the top/)
  await spot.focus()
  for (const key of ['Shift+ArrowLeft', 'Shift+ArrowLeft', 'ArrowUp']) await writer.keyboard.press(key)
  await expect(spot).toHaveAccessibleName(/30% from the left, 49% from the top/)
  const square = writer.getByRole('list', { name: 'Crops' }).getByRole('listitem').filter({ hasText: 'Square' }).locator('img')
  await expect(square).not.toHaveCSS('object-position', '50% 50%')
  await writer.getByRole('slider', { name: 'From the top' }).focus()
  await writer.keyboard.press('End')
  await expect(writer.getByText('Saved', { exact: true }).first()).toBeVisible()
  expect(await violationsOn(writer)).toEqual([])
  await writer.reload()
  await expect(spot).toHaveAccessibleName(/30% from the left, 100% from the top/)
})

test('a picture goes from the library into a story, is replaced, and the sweep looks at what readers see', async ({ as }) => {
  const [writer, editor] = [await as('WRITER'), await as('EDITOR')]
  const name = `library-pick-${Date.now()}`
  const desk = await new PictureDesk(writer).open()
  await desk.upload([await jpeg(`${name}.jpg`)])
  await desk.uploads.getByRole('link', { name: `${name}.jpg` }).click()
  await writer.getByLabel('Caption', { exact: true }).fill(`The choir sings, ${name}.`)
  await writer.getByLabel('Alt text', { exact: true }).fill('Twelve singers in blue robes stand on the stairs of the gym')
  await writer.getByLabel('Credit', { exact: true }).fill('Ines Okonjo')
  await writer.getByRole('button', { name: 'I made this picture for the paper' }).click()
  await expect(writer.getByText('Saved', { exact: true })).toHaveCount(3, { timeout: 20_000 })

  const story = await startStory(writer, { headline: `Choir ${name}`, deck: '', text: 'They sang.', tag: 'choir' })
  const page = await new EditorPage(writer).open(story.id)
  await page.lead.getByRole('button', { name: 'Choose from the library' }).click()
  const dialog = writer.getByRole('dialog', { name: 'Choose from the library' })
  await dialog.getByRole('searchbox').fill(name)
  await expect(dialog.getByText('1 picture', { exact: true })).toBeVisible()
  await dialog.getByRole('button', { name: new RegExp(`The choir sings, ${name}`) }).click()
  await expect(page.lead.getByLabel('Alt text')).toHaveValue('Twelve singers in blue robes stand on the stairs of the gym')
  await expect(page.lead.getByLabel('Credit')).toHaveValue('Ines Okonjo')
  await page.expectSaved()
  await (await new StoryDesk(writer, story.id).open()).handIn()
  await (await new StoryDesk(editor, story.id).open()).sendOn()
  const adviser = await new StoryDesk(await as('ADVISER'), story.id).open()
  await adviser.approve()
  await adviser.publish()

  const editorDesk = await new PictureDesk(editor).open()
  await editorDesk.search(name)
  await editorDesk.pictures.first().click()
  await expect(editor.getByRole('region', { name: 'Where it stands' })).toContainText(`Choir ${name}`)
  const replace = editor.getByRole('region', { name: 'Replace the file' })
  await replace.getByLabel('Upload the new file').setInputFiles(await jpeg(`${name}-better.jpg`))
  await expect(replace.getByText('Readers keep seeing the old picture here')).toBeVisible({ timeout: 30_000 })
  await replace.getByRole('button', { name: 'Replace it' }).click()
  await expect(replace.getByText('Hand these in again')).toBeVisible()

  await editor.goto('/newsroom/media/sweep')
  await expect(editor.getByText(/^[1-9][\d,]* pictures? in [1-9]/)).toBeVisible()
  expect(await violationsOn(editor)).toEqual([])
  await editor.goto('/newsroom/media/expiring')
  expect(await violationsOn(editor)).toEqual([])
})
