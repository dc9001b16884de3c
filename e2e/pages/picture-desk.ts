import { expect, type Page } from '@playwright/test'

type FileToUpload = { name: string; mimeType: string; buffer: Buffer }

/** The media library. */
export class PictureDesk {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<this> {
    await this.page.goto('/newsroom/media')
    await expect(this.page.getByRole('heading', { name: 'Pictures', level: 1 })).toBeVisible()
    return this
  }

  get uploads() {
    return this.page.getByRole('region', { name: 'Uploads', exact: true })
  }

  upload(files: FileToUpload[]): Promise<void> {
    return this.page.getByLabel('Upload pictures').setInputFiles(files)
  }

  async search(words: string): Promise<void> {
    await this.page.getByRole('searchbox').fill(words)
    await this.page.getByRole('button', { name: 'Show', exact: true }).click()
    await expect(this.page.getByRole('searchbox')).toHaveValue(words)
  }

  get pictures() {
    return this.page.getByRole('list', { name: 'Pictures' }).getByRole('link')
  }
}
