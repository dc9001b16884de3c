import { expect, type Locator, type Page } from '@playwright/test'

/** What somebody is told: the count in the header, their list, and how they choose. */
export class Told {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  /** How many are unread, as the header of the newsroom says. */
  async unread(): Promise<number> {
    await this.page.goto('/newsroom')
    const words = await this.page.getByRole('banner').getByRole('link', { name: /^Notifications/ }).textContent()
    return Number(/\d+/.exec(words ?? '')?.[0] ?? 0)
  }

  async open(): Promise<this> {
    await this.page.goto('/newsroom/notifications')
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText('Notifications')
    return this
  }

  line = (words: string): Locator => this.page.getByRole('main').getByRole('listitem').filter({ hasText: words }).first()

  async readAll(): Promise<void> {
    await this.open()
    const button = this.page.getByRole('button', { name: 'Mark all as read' })
    if (await button.isVisible()) await button.click()
    await expect(this.page.getByText('Everything is read.')).toBeVisible()
  }

  /** Chooses how one is mailed about a kind, named as in the settings. */
  async chooseMail(kind: string, choice: 'At once' | 'In the digest' | 'Not at all'): Promise<void> {
    await this.page.goto('/newsroom/account/notifications')
    await this.page.getByRole('group', { name: kind, exact: true }).getByLabel('By mail').selectOption({ label: choice })
    await this.page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(this.page.getByText('Saved. It holds from now on.')).toBeVisible()
  }
}

/** The catch-all of the paper, as its admin sees it. */
export class CatchAll {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<this> {
    await this.page.goto('/newsroom/settings/mail')
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText('Catch-all')
    return this
  }

  /** The mails to an address whose subject holds these words, newest first. */
  mails = (to: string, subject: string | RegExp): Locator =>
    this.page.getByRole('main').getByRole('listitem').filter({ hasText: `To ${to}` }).filter({ has: this.page.getByRole('link', { name: subject }) })

  /** Waits until the newest of them has been sent, as far as this paper sends any. */
  async caught(to: string, subject: string | RegExp): Promise<void> {
    await expect(async () => {
      await this.open()
      await expect(this.mails(to, subject).first()).toContainText('Caught', { timeout: 1_000 })
    }).toPass({ timeout: 20_000 })
  }

  /** Opens the newest of them and answers what it says. */
  async read(to: string, subject: string | RegExp): Promise<string> {
    await this.mails(to, subject).first().getByRole('link').click()
    const text = await this.page.getByRole('region', { name: 'Text of the mail' }).textContent()
    return text ?? ''
  }
}
