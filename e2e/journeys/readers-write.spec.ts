import { violationsOn } from '../fixtures/accessible.ts'
import { expect, test } from '../fixtures/newsroom.ts'
import { CatchAll } from '../pages/told.ts'

const BEN = 'ben@readers.test'

test('a letter becomes a draft and an answer; a tip stays anonymous and becomes a pitch', async ({ as, reader }) => {
  const [editor, writer, admin, page] = [await as('EDITOR'), await as('WRITER'), await as('ADMIN'), await reader()]
  await page.goto('/letters')
  expect(await violationsOn(page)).toEqual([])
  await page.getByLabel('Your letter').fill('Dear editors,\n\nthe clock in the hall has been late since May.')
  await page.getByLabel('Your name, as it would appear under the letter').fill('Ben Castle')
  await page.getByLabel('Your e-mail address').fill(BEN)
  await page.getByLabel('You may publish this letter with my name.').check()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByText('Your letter has arrived.')).toBeVisible()
  await page.goto('/letters')
  await page.getByRole('main').getByRole('link', { name: 'Send a tip' }).click()
  await page.getByLabel('What should we know?').fill('Ask who voted on the budget of the gym.')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByText('Your tip has arrived.')).toBeVisible()
  expect(await page.context().cookies()).toEqual([])

  await writer.goto('/newsroom/readers/letters')
  await expect(writer.getByRole('heading', { name: 'Not part of your role' })).toBeVisible()
  await editor.goto('/newsroom/readers/letters')
  await editor.getByRole('link', { name: /the clock in the hall/ }).click()
  await editor.getByRole('button', { name: 'Set who answers' }).click()
  await expect(editor.getByText(/^Taken by/)).toBeVisible()
  await editor.getByLabel('Reply by mail').fill('We print it on Friday.')
  await editor.getByRole('button', { name: 'Send the reply' }).click()
  await expect(editor.getByRole('heading', { name: /^Reply, mailed/ })).toBeVisible()
  expect(await violationsOn(editor)).toEqual([])
  await editor.getByRole('button', { name: 'Make it a draft' }).click()
  await editor.waitForURL(/\/newsroom\/stories\/[0-9a-f-]{36}$/)
  await editor.goto(`${editor.url()}/review`)
  await expect(editor.getByRole('main')).toContainText('Ben Castle')
  await expect(editor.getByRole('main')).toContainText('the clock in the hall has been late since May.')
  await new CatchAll(admin).caught(BEN, 'Your letter to The Harbor Light')

  await editor.goto('/newsroom/readers/letters')
  await editor.getByRole('link', { name: /Ask who voted/ }).click()
  await expect(editor.getByText('Anonymous: nothing is known of who sent it.')).toBeVisible()
  await editor.getByLabel('Working title of the pitch').fill('Who pays for the gym')
  await editor.getByRole('button', { name: 'Make it a pitch' }).click()
  await editor.waitForURL(/\/newsroom\/pitches\/[0-9a-f-]{36}$/)
  await expect(editor.getByRole('main')).toContainText('Ask who voted on the budget of the gym.')
})

test('a comment is seen once it was let through, and no more once it was taken off', async ({ as, reader }) => {
  const [editor, admin, page] = [await as('EDITOR'), await as('ADMIN'), await reader()]
  await page.goto('/news')
  const path = (await page.locator('main a[href^="/news/"]').first().getAttribute('href')) ?? ''
  await page.goto(path)
  await expect(page.getByRole('heading', { name: 'Comments' })).toHaveCount(0)
  const open = async (wanted: boolean) => {
    await admin.goto('/newsroom/readers/comments')
    await admin.getByLabel('Readers can comment on stories').setChecked(wanted)
    await admin.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(admin.getByText('Saved.')).toBeVisible()
  }
  await open(true)

  const words = 'The buses were never that quick before.'
  const write = async () => {
    await page.getByLabel('Your comment').fill(words)
    await page.getByLabel('Your name, as it will be shown').fill('Ida')
    await page.getByRole('button', { name: 'Send the comment' }).click()
    await expect(page.getByText('Your comment has arrived.')).toBeVisible()
    await page.goto(path)
  }
  await page.goto(path)
  await write()
  await expect(page.getByText(words)).toHaveCount(0)
  expect(await violationsOn(page)).toEqual([])

  await editor.goto('/newsroom/readers/comments')
  const line = editor.getByRole('listitem').filter({ hasText: words })
  await line.getByRole('button', { name: 'Let it through' }).click()
  await expect(line).toHaveCount(0)
  await page.goto(path)
  await expect(page.locator('.story-comments').getByText(words)).toBeVisible()
  expect(await page.context().cookies()).toEqual([])

  await editor.goto('/newsroom/readers/comments?show=shown')
  expect(await violationsOn(editor)).toEqual([])
  await line.getByText('Take it off…').click()
  await line.getByLabel('Reason').fill('It was about another bus.')
  await line.getByRole('button', { name: 'Take it off', exact: true }).click()
  await expect(line).toHaveCount(0)
  await page.goto(path)
  await expect(page.getByText(words)).toHaveCount(0)
  await open(false)
  await page.goto(path)
  await expect(page.getByRole('button', { name: 'Send the comment' })).toHaveCount(0)
})
