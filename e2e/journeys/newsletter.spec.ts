import { violationsOn } from '../fixtures/accessible.ts'
import { expect, test } from '../fixtures/newsroom.ts'
import { CatchAll } from '../pages/told.ts'

const ROSA = 'rosa@readers.test'
const pathIn = (mail: string, place: string) => new URL(new RegExp(`https?://\\S+/newsletter/${place}/[A-Za-z0-9_-]{43}`).exec(mail)?.[0] ?? 'http://missing.test').pathname

test('a reader signs up, confirms, gets the week, and leaves; nobody is shown the address', async ({ as, reader }) => {
  const [editor, admin, page] = [await as('EDITOR'), await as('ADMIN'), await reader()]
  const mails = new CatchAll(admin)

  // Closed until an editor opens it.
  await page.goto('/newsletter')
  await expect(page.getByText('This paper sends no newsletter at present.')).toBeVisible()
  await editor.goto('/newsroom/readers')
  await editor.getByLabel('Readers can sign up').check()
  await editor.getByLabel('The week goes out on').selectOption({ label: 'Friday' })
  await editor.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(editor.getByText('Saved.')).toBeVisible()

  // Signed up without script and without a cookie; nothing but the link goes out before it is used.
  await page.goto('/newsletter')
  expect(await violationsOn(page)).toEqual([])
  await page.getByLabel('Your e-mail address').fill(ROSA)
  await page.getByLabel('Breaking news: at once, and rarely').check()
  await page.getByRole('button', { name: 'Sign up' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your mailbox')
  await mails.caught(ROSA, 'Confirm the newsletter of The Harbor Light')
  const link = pathIn(await mails.read(ROSA, 'Confirm the newsletter of The Harbor Light'), 'confirm')
  await page.goto(link)
  await page.getByRole('button', { name: 'Yes, send it to me' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are signed up')
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link no longer works')
  expect(await page.context().cookies()).toEqual([])

  // Previewed, tried, sent.
  await editor.goto('/newsroom/readers')
  const subject = (await editor.getByTestId('newsletter-subject').textContent()) ?? ''
  await expect(editor.frameLocator('iframe').getByRole('heading', { level: 1 })).toHaveText('The Harbor Light')
  await editor.getByRole('button', { name: 'Send a test to me' }).click()
  await expect(editor.getByText('A test is on its way to you.')).toBeVisible()
  await editor.getByRole('button', { name: 'Send now to 1 reader' }).click()
  await expect(editor.getByRole('listitem').filter({ hasText: /cop(y|ies)/ }).first()).toBeVisible()
  // They are written by a job.
  await expect(async () => {
    await editor.reload()
    await expect(editor.getByRole('listitem').filter({ hasText: '1 copy' }).first()).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
  await mails.caught(ROSA, subject)
  const week = await mails.read(ROSA, subject)
  expect(week).toContain('You get this mail because you signed up for the newsletter of The Harbor Light.')
  await editor.goto('/newsroom/readers/newsletter')
  await expect(editor.getByText('r…@readers.test')).toBeVisible()
  expect(await editor.content()).not.toContain(ROSA)
  expect(await violationsOn(editor)).toEqual([])

  // The button of the mail's page erases the address.
  await page.goto(pathIn(week, 'leave'))
  await page.getByRole('button', { name: 'Leave', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have left')
  await editor.reload()
  await expect(editor.getByText('Nobody has signed up yet.')).toBeVisible()
  const click = await page.request.post(`/api${pathIn(week, 'leave')}`, { form: { 'List-Unsubscribe': 'One-Click' } })
  expect(click.status()).toBe(200)
})
