import { expect, type Page } from '@playwright/test'

/** The screen on which the paper's look is changed. */
export class LookDesk {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<this> {
    await this.page.goto('/newsroom/settings/look')
    return this
  }

  field = (name: string) => this.page.getByLabel(name, { exact: true })
  button = (name: string) => this.page.getByRole('button', { name, exact: true })
  said = (words: string | RegExp) => expect(this.page.getByRole('status').filter({ hasText: words })).toBeVisible()

  /** Adds a link to the head or the foot, as its last. */
  async addLink(place: 'head' | 'foot', label: string, href: string): Promise<void> {
    const list = this.page.getByRole('group', { name: `In the ${place}` })
    await list.getByRole('button', { name: `Add a link to the ${place}` }).click()
    const row = list.getByRole('listitem').last()
    await row.getByLabel(/^Name of link/).fill(label)
    await row.getByLabel(/^Address of link/).fill(href)
  }

  async preview(): Promise<void> {
    await this.button('Show me a preview').click()
    await this.said('The preview below shows it.')
  }

  async save(): Promise<void> {
    // It answers with a new document: the one before may say "Saved" already.
    const loaded = this.page.waitForEvent('load')
    await this.button('Save for readers').click()
    await loaded
    await this.said('Saved. Readers see it now.')
  }
}
