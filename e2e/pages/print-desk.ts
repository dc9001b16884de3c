import { expect, type Page } from '@playwright/test'

/** The printed issues in the newsroom. */
export class PrintDesk {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  /** Uploads a PDF through the form, and waits until its pages are read. Answers the address of its page. */
  async upload(name: string, pdf: Buffer): Promise<string> {
    await this.page.goto('/newsroom/issues')
    await this.page.getByLabel('PDF of the whole issue').setInputFiles({ name, mimeType: 'application/pdf', buffer: pdf })
    await this.page.getByRole('button', { name: 'Upload' }).click()
    await this.page.waitForURL(/\/newsroom\/issues\/[0-9a-f-]{36}$/)
    await expect(this.page.getByRole('heading', { name: 'Not published yet' })).toBeVisible({ timeout: 90_000 })
    return new URL(this.page.url()).pathname
  }

  async call(words: { title: string; volume: string; number: string }): Promise<void> {
    await this.page.getByLabel('Title', { exact: true }).fill(words.title)
    await this.page.getByLabel('Volume').fill(words.volume)
    await this.page.getByLabel('Issue', { exact: true }).fill(words.number)
    await this.page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(this.page.getByRole('heading', { level: 1, name: words.title })).toBeVisible()
  }

  async typeText(page: number, text: string): Promise<void> {
    await this.page.getByLabel(`Text of page ${page}`).fill(text)
    await this.page.locator(`#page-${page}`).getByRole('button', { name: 'Save the text' }).click()
    await expect(this.page.locator(`#page-${page}`).getByText('Text of this page, typed')).toBeVisible()
  }

  /** Puts the newest live story on a page; answers its headline. */
  async putStory(page: number): Promise<string> {
    const choice = this.page.getByLabel(`A story on page ${page}`)
    const option = choice.locator('option').nth(1)
    const headline = ((await option.textContent()) ?? '').replace(/^[^:]+: /, '')
    await choice.selectOption({ index: 1 })
    await this.page.locator(`#page-${page}`).getByRole('button', { name: 'Put on this page' }).click()
    await expect(this.page.getByRole('list', { name: `Stories on page ${page}` }).getByRole('link', { name: headline })).toBeVisible()
    return headline
  }

  keysOf = () => this.page.locator('a[href^="/api/issues/"]').evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))])
}
