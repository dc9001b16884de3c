import type { Page } from '@playwright/test'
import { control } from '../fixtures/faults.ts'
import { editStory } from '../fixtures/edit-story.ts'
import { accountOf, expect, test } from '../fixtures/newsroom.ts'
import { startStory } from '../fixtures/stories.ts'
import { EditorPage } from '../pages/editor.ts'

/** The story as the database has it. */
const textOf = async (page: Page, id: string) => JSON.stringify(await editStory(page, id))
const OFFLINE = 'Offline: kept on this computer'

/** The network goes and comes back: what was connected connects anew. */
async function blink(page: Page): Promise<void> {
  await page.context().setOffline(true)
  await expect(new EditorPage(page).status).toHaveText(/^Offline/)
  await page.context().setOffline(false)
}

test('leaving right after typing keeps the text, and coming back goes on from it', async ({ as }) => {
  const writer = await as('WRITER')
  const { id } = await startStory(writer, { headline: 'Typed in a hurry', deck: '', text: 'It begins.', tag: 'haste' })
  const editor = await new EditorPage(writer).open(id)
  await editor.write(' Typed and gone at once.')
  await writer.getByRole('navigation', { name: 'Newsroom' }).getByRole('link', { name: 'Stories' }).click()
  await expect(writer.getByRole('heading', { name: 'Stories', exact: true })).toBeVisible()
  await expect.poll(() => textOf(writer, id)).toContain('Typed and gone at once.')
  await writer.goBack()
  await expect(editor.text).toContainText('Typed and gone at once.')
  await editor.write(' And more.')
  await editor.expectSaved()
  expect(await textOf(writer, id)).toContain('And more.')
})

test('two people write in one story at once and see each other, by name', async ({ as }) => {
  const [one, two] = [await as('WRITER'), await as('EDITOR')]
  const { id } = await startStory(one, { headline: 'Two hands', deck: 'Before.', text: 'It begins.', tag: 'together' })
  const writer = await new EditorPage(one).open(id)
  const desk = await new EditorPage(two).open(id)
  await expect(writer.people).toContainText(accountOf('EDITOR').name)
  await expect(desk.people).toContainText(accountOf('WRITER').name)

  await writer.text.click()
  await one.keyboard.press('ControlOrMeta+End')
  await desk.text.click()
  await two.keyboard.press('ControlOrMeta+Home')
  await Promise.all([one.keyboard.type(' From the writer, letter by letter.', { delay: 15 }), two.keyboard.type('From the desk, at the same time. ', { delay: 15 })])
  const both = 'From the desk, at the same time. It begins. From the writer, letter by letter.'
  await expect.poll(() => writer.words()).toContain(both)
  await expect.poll(() => desk.words()).toContain(both)
  await expect(writer.carets).toHaveText([accountOf('EDITOR').name])
  await expect(desk.carets).toHaveText([accountOf('WRITER').name])

  // Undo takes back one's own words only.
  await one.keyboard.press('ControlOrMeta+z')
  await expect(writer.text).not.toContainText('letter by letter.')
  await expect(writer.text).toContainText('From the desk, at the same time.')

  await desk.headline.fill('Two hands, one headline')
  await expect(writer.headline).toHaveValue('Two hands, one headline')
  await expect(writer.people).toContainText('is in Headline')
  await Promise.all([writer.expectSaved(), desk.expectSaved()])
  const stored = await textOf(one, id)
  expect(stored).toContain('From the desk, at the same time.')
  expect(stored).toContain('Two hands, one headline')

  await two.close()
  await expect(writer.people).toHaveCount(0)
})

test('a cursor stays between its words while somebody else types in the same headline', async ({ as }) => {
  const [one, two] = [await as('WRITER'), await as('EDITOR')]
  const { id } = await startStory(one, { headline: 'Middle', deck: '', text: 'It begins.', tag: 'cursor' })
  const writer = await new EditorPage(one).open(id)
  const desk = await new EditorPage(two).open(id)
  await writer.headline.focus()
  await one.keyboard.press('End')
  await desk.headline.focus()
  await two.keyboard.press('Home')
  await two.keyboard.type('In the ')
  await expect(writer.headline).toHaveValue('In the Middle')
  await one.keyboard.type(' of it')
  await expect(desk.headline).toHaveValue('In the Middle of it')
  await two.keyboard.type('very ')
  await expect(writer.headline).toHaveValue('In the very Middle of it')
})

test('text typed without a connection survives closing the tab, and merges on return', async ({ as }) => {
  const [one, two] = [await as('WRITER'), await as('EDITOR')]
  const { id } = await startStory(one, { headline: 'Offline', deck: '', text: 'It begins.', tag: 'offline' })
  const writer = await new EditorPage(one).open(id)
  const desk = await new EditorPage(two).open(id)
  await one.context().setOffline(true)
  await writer.write(' Typed in a dead spot.')
  await expect(writer.status).toHaveText(OFFLINE)
  await desk.text.click()
  await two.keyboard.press('ControlOrMeta+Home')
  await two.keyboard.type('Meanwhile at the desk. ')
  await desk.expectSaved()
  expect(await textOf(two, id)).not.toContain('dead spot')

  const context = one.context()
  await one.close()
  await context.setOffline(false)
  const again = await new EditorPage(await context.newPage()).open(id)
  const merged = 'Meanwhile at the desk. It begins. Typed in a dead spot.'
  await expect.poll(() => again.words()).toContain(merged)
  await again.expectSaved()
  await expect.poll(() => desk.words()).toContain(merged)
  expect(await textOf(two, id)).toContain('Typed in a dead spot.')
})

test('signed out meanwhile: a dialog signs in again on the same page, and what was typed is saved', async ({ as }) => {
  const writer = await as('WRITER')
  const { id } = await startStory(writer, { headline: 'Signed out', deck: '', text: 'It begins.', tag: 'session' })
  const editor = await new EditorPage(writer).open(id)
  await writer.context().clearCookies()
  await blink(writer)
  await expect(editor.signInAgain).toBeVisible()
  await writer.keyboard.press('Escape')
  await editor.write(' Typed while signed out.')
  await expect(editor.status).toHaveText('Signed out: kept on this computer')

  await writer.getByRole('button', { name: 'Sign in', exact: true }).click()
  const { email, password } = accountOf('WRITER')
  await editor.signInAgain.getByLabel('E-mail').fill(email)
  await editor.signInAgain.getByLabel('Password', { exact: true }).fill(password)
  await editor.signInAgain.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(editor.signInAgain).toBeHidden()
  await editor.expectSaved()
  await expect(editor.text).toContainText('Typed while signed out.')
  expect(await textOf(writer, id)).toContain('Typed while signed out.')
})

test('what one person typed is not sent when somebody else signs in', async ({ as }) => {
  const writer = await as('WRITER')
  const { id } = await startStory(writer, { headline: 'Whose words', deck: '', text: 'It begins.', tag: 'whose' })
  const editor = await new EditorPage(writer).open(id)
  await writer.context().clearCookies()
  await blink(writer)
  await expect(editor.signInAgain).toBeVisible()
  await writer.keyboard.press('Escape')
  await editor.write(' By the writer.')
  await writer.getByRole('button', { name: 'Sign in', exact: true }).click()
  const { email, password, name } = accountOf('EDITOR')
  await editor.signInAgain.getByLabel('E-mail').fill(email)
  await editor.signInAgain.getByLabel('Password', { exact: true }).fill(password)
  await editor.signInAgain.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(writer.getByText(`${name} is signed in now.`, { exact: false })).toBeVisible()
  await expect(editor.status).toHaveText('Not sent: kept on this computer')
  await expect(editor.text).toContainText('By the writer.')
  await expect(writer.getByRole('button', { name: 'Copy my text' })).toBeVisible()
  expect(await textOf(writer, id)).not.toContain('By the writer.')
})

test('a role taken away makes the open story read-only, says why, and leaves what was typed in sight', async ({ as, browser, baseURL }) => {
  const [admin, writer] = [await as('ADMIN'), await as('WRITER')]
  const { id } = await startStory(writer, { headline: 'Not yours any more', deck: '', text: 'It begins.', tag: 'rights' })
  const email = `e2e-rights-${Date.now()}@demo.fourth-period.test`
  await admin.goto('/newsroom/staff')
  const form = admin.getByRole('region', { name: 'Invite somebody' })
  await form.getByLabel('E-mail').fill(email)
  await form.getByLabel('Role').selectOption({ label: 'Editor' })
  await form.getByRole('button', { name: 'Invite', exact: true }).click()
  const link = await form.getByLabel('One-time link').inputValue()
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL })
  const person = await context.newPage()
  await person.goto(link)
  await person.getByLabel('Your name').fill('Rowan Demoted')
  await person.getByLabel('Password', { exact: true }).fill('nine patient lanterns')
  await person.getByRole('button', { name: 'Join the staff' }).click()
  await person.waitForURL(/\/newsroom/)
  const editor = await new EditorPage(person).open(id)
  await editor.write(' Edited.')
  await editor.expectSaved()

  await admin.goto('/newsroom/staff')
  const line = admin.getByRole('listitem').filter({ hasText: 'Rowan Demoted' })
  await line.getByText('Manage').click()
  await line.getByLabel('Role').selectOption({ label: 'Writer' })
  await line.getByRole('button', { name: 'Change role' }).click()
  // A new role ends every session; the connection with it, at once.
  await expect(editor.signInAgain).toBeVisible()
  await person.keyboard.press('Escape')
  await editor.write(' Too late.')
  await person.getByRole('button', { name: 'Sign in', exact: true }).click()
  await editor.signInAgain.getByLabel('E-mail').fill(email)
  await editor.signInAgain.getByLabel('Password', { exact: true }).fill('nine patient lanterns')
  await editor.signInAgain.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(editor.text).toHaveAttribute('contenteditable', 'false')
  await expect(editor.status).toHaveText('Not saved: kept on this computer')
  await expect(editor.text).toContainText('Too late.')
  await expect(person.getByRole('button', { name: 'Copy my text' })).toBeVisible()
  expect(await textOf(writer, id)).not.toContain('Too late.')
  await context.close()
})

test('while the database is stopped nothing is called saved, and afterwards everything is', async ({ as }) => {
  const writer = await as('WRITER')
  const { id } = await startStory(writer, { headline: 'No database', deck: '', text: 'It begins.', tag: 'database' })
  const editor = await new EditorPage(writer).open(id)
  await editor.expectSaved()
  await control('stop')
  try {
    await editor.write(' Typed against')
    const seen = await editor.watchStatus()
    await editor.write(' a stopped database.')
    await expect(editor.status).toHaveText(/(the paper’s database does not answer; |Offline: )kept on this computer$/, { timeout: 20_000 })
    expect((await seen()).filter((words) => words.startsWith('Saved'))).toEqual([])
  } finally {
    await control('start')
  }
  await expect(editor.status).toHaveText(/^Saved \d/, { timeout: 40_000 })
  await expect.poll(() => textOf(writer, id)).toContain('Typed against a stopped database.')
})
