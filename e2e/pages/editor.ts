import { expect, type Page } from '@playwright/test'

/** The editor of one story. */
export class EditorPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async open(storyId: string): Promise<this> {
    await this.page.goto(`/newsroom/stories/${storyId}`)
    await expect(this.text).toBeVisible()
    return this
  }

  get text() {
    return this.page.getByRole('textbox', { name: 'Story text' })
  }
  get saved() {
    return this.page.getByText(/^Saved \d/)
  }
  get lead() {
    return this.page.getByRole('region', { name: 'Lead picture' })
  }

  async expectSaved(): Promise<void> {
    await expect(this.saved).toBeVisible()
  }

  async chooseSection(name: string): Promise<void> {
    await this.page.getByLabel('Section', { exact: true }).selectOption({ label: name })
  }

  async addByline(name: string): Promise<void> {
    await this.page.getByLabel('Add somebody on staff').selectOption({ label: name })
  }

  async uploadLead(path: string): Promise<void> {
    await this.lead.getByLabel('Upload a lead picture').setInputFiles(path)
    await expect(this.lead.getByLabel('Alt text')).toBeVisible()
  }

  async expectUnmet(message: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('link', { name: message })).toBeVisible()
  }

  async expectNothingUnmet(): Promise<void> {
    await expect(this.page.getByText('Every publish check is met.').first()).toBeVisible({ timeout: 60_000 })
  }

  async handIn(): Promise<void> {
    await this.page.getByRole('button', { name: 'Hand in to the editors' }).click()
  }
}
