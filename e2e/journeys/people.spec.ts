import type { Browser, Page } from '@playwright/test'
import { accountOf, expect, test } from '../fixtures/newsroom.ts'
import { startStory } from '../fixtures/stories.ts'
import { StoryDesk } from '../pages/story-desk.ts'

const PASSWORD = 'seven quiet drummers'

async function freshPage(browser: Browser, baseURL: string | undefined): Promise<Page> {
  return (await browser.newContext(baseURL === undefined ? {} : { baseURL })).newPage()
}

/** Invites through the screen and answers the link that is shown once. */
async function invite(admin: Page, email: string, role: string): Promise<string> {
  await admin.goto('/newsroom/staff')
  const form = admin.getByRole('region', { name: 'Invite somebody' })
  await form.getByLabel('E-mail').fill(email)
  await form.getByLabel('Role').selectOption({ label: role })
  await form.getByRole('button', { name: 'Invite', exact: true }).click()
  return form.getByLabel('One-time link').inputValue()
}

async function join(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Join the staff' }).click()
  await page.waitForURL(/\/newsroom/)
}

test('an invitation works once, and a session ends when its role changes', async ({ as, browser, baseURL }) => {
  const admin = await as('ADMIN')
  const email = `e2e-${Date.now()}@demo.fourth-period.test`
  const link = await invite(admin, email, 'Writer')
  const person = await freshPage(browser, baseURL)
  await join(person, link, 'Casey Invited')
  await expect(person.getByText('Casey Invited')).toBeVisible()

  const second = await freshPage(browser, baseURL)
  await second.goto(link)
  await expect(second.getByRole('button', { name: 'Join the staff' })).toHaveCount(0)

  await admin.goto('/newsroom/staff')
  const line = admin.getByRole('listitem').filter({ hasText: 'Casey Invited' })
  await line.getByText('Manage').click()
  await line.getByLabel('Role').selectOption({ label: 'Editor' })
  await line.getByRole('button', { name: 'Change role' }).click()
  await expect(line.getByText('Editor').first()).toBeVisible()
  await person.goto('/newsroom')
  await expect(person).toHaveURL(/\/sign-in/)
  await person.context().close()
  await second.context().close()
})

test('whoever is signed out is sent to sign in, and comes back to the page that they wanted', async ({ browser, baseURL }) => {
  const page = await freshPage(browser, baseURL)
  for (const path of ['/newsroom', '/newsroom/stories', '/newsroom/settings/mail']) {
    const answer = await page.request.get(path, { maxRedirects: 0 })
    expect([answer.status(), answer.headers()['location']]).toEqual([307, `/sign-in?callbackUrl=${path}`])
  }
  await page.goto('/newsroom/stories?state=DRAFT')
  const { email, password } = accountOf('EDITOR')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(/\/newsroom\/stories/)
  await page.context().close()
})

test('whoever asks for the newsroom itself comes to the newsroom after signing in', async ({ browser, baseURL }) => {
  const page = await freshPage(browser, baseURL)
  await page.goto('/')
  await page.getByRole('contentinfo').getByRole('link', { name: 'Newsroom' }).click()
  const { email, password } = accountOf('EDITOR')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Waiting for you', level: 1 })).toBeVisible()
  await expect(page).toHaveURL(/\/newsroom$/)
  await page.context().close()
})

test('who is signed out in another tab meanwhile keeps what they typed, and sends it after signing in again', async ({ browser, baseURL }) => {
  const page = await freshPage(browser, baseURL)
  const { email, password } = accountOf('EDITOR')
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(/\/newsroom$/)
  await page.goto('/newsroom/pitches/new')
  await page.getByLabel('Working title').fill('Who paints the rock')
  const cookies = await page.context().cookies()
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Pitch it' }).click()
  await expect(page.getByText('You are signed out. Sign in in another tab')).toBeVisible()
  await expect(page.getByLabel('Working title')).toHaveValue('Who paints the rock')
  await page.context().addCookies(cookies)
  await page.getByRole('button', { name: 'Pitch it' }).click()
  await expect(page.getByText('Say what the story is, and why now.').first()).toBeVisible()
  await page.context().close()
})

test('wrong password and unknown address look the same', async ({ browser, baseURL }) => {
  const page = await freshPage(browser, baseURL)
  const attempt = async (email: string) => {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password', { exact: true }).fill('not the right words')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    return page.getByRole('alert').filter({ hasText: /./ }).first().innerText()
  }
  const known = await attempt(accountOf('EDITOR').email)
  expect(known).toBe('E-mail or password is not right.')
  expect(await attempt('nobody@demo.fourth-period.test')).toBe(known)
  await page.context().close()
})

test('the way back after signing in never leaves the site', async ({ browser, baseURL }) => {
  const page = await freshPage(browser, baseURL)
  const { email, password } = accountOf('EDITOR')
  for (const evil of ['//evil.example', '/\\evil.example', 'https://evil.example/newsroom', 'javascript:alert(1)']) {
    await page.context().clearCookies()
    await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(evil)}`)
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL((url) => url.pathname !== '/sign-in')
    expect(page.url().startsWith(`${baseURL}/newsroom`), page.url()).toBe(true)
  }
  await page.context().close()
})

test('a byline that is shortened or withdrawn changes for readers at once, on stories already published', async ({ as, reader }) => {
  const [writer, page] = [await as('WRITER'), await reader()]
  const { name } = accountOf('WRITER')
  const story = await startStory(writer, { headline: 'Signed and then not', deck: '', text: 'A name is a promise.', tag: 'names' })
  await (await new StoryDesk(writer, story.id).open()).handIn()
  await (await new StoryDesk(await as('EDITOR'), story.id).open()).sendOn()
  const desk = await new StoryDesk(await as('ADVISER'), story.id).open()
  await desk.approve()
  await desk.publish()
  await page.goto('/news/signed-and-then-not')
  await expect(page.locator('.story-meta').getByText(name)).toBeVisible()
  const choose = async (form: string) => {
    await writer.goto('/newsroom/account')
    await writer.getByLabel('How your name appears').selectOption(form)
    await writer.getByRole('button', { name: 'Save' }).click()
    await expect(writer.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
  }
  try {
    await choose('SHORT')
    for (const path of ['/news/signed-and-then-not', '/news', '/']) {
      const html = await (await page.request.get(path)).text()
      expect(html).toContain('Ines O.')
      expect(html).not.toContain(name)
    }
    await choose('HIDDEN')
    for (const path of ['/news/signed-and-then-not', '/news', '/']) expect(await (await page.request.get(path)).text()).not.toContain('Ines O')
  } finally {
    await choose('FULL')
  }
  await page.reload()
  await expect(page.locator('.story-meta').getByText(name)).toBeVisible()
  await desk.withdraw('Only a test of names.')
})
