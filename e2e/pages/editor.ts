import { expect, type Page } from '@playwright/test'

/** The editor of one story. */
export class EditorPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async open(storyId: string): Promise<this> {
    await this.page.goto(`/newsroom/stories/${storyId}`)
    await expect(this.text).toHaveAttribute('contenteditable', 'true')
    return this
  }

  get text() {
    return this.page.getByRole('textbox', { name: 'Story text' })
  }
  /** Whether the text is stored, in words. */
  get status() {
    return this.page.locator('[data-save] > p').first()
  }
  get headline() {
    return this.page.getByLabel('Headline', { exact: true })
  }
  /** Who else has the story open. */
  get people() {
    return this.page.getByRole('list', { name: 'Also here' })
  }
  /** The names at the others' places in the text. */
  get carets() {
    return this.text.locator('.other-caret-name')
  }
  get signInAgain() {
    return this.page.getByRole('dialog', { name: 'Sign in again' })
  }
  get lead() {
    return this.page.getByRole('region', { name: 'Lead picture' })
  }

  async expectSaved(): Promise<void> {
    await expect(this.status).toHaveText(/^Saved \d/)
  }

  /** The story's words without the names at other people's places. */
  words(): Promise<string> {
    return this.text.evaluate((element) => {
      const copy = element.cloneNode(true)
      if (copy instanceof Element) for (const caret of copy.querySelectorAll('.other-caret')) caret.remove()
      return copy.textContent ?? ''
    })
  }

  /** Puts the cursor into these words with the mouse. The editor hears of it with the browser's next event. */
  async clickInto(words: string): Promise<void> {
    await this.text.getByText(words).click()
    await this.page.evaluate(() => new Promise((heard) => requestAnimationFrame(() => requestAnimationFrame(heard))))
  }

  /** Types at the end of the text. */
  async write(words: string): Promise<void> {
    await this.text.click()
    await this.page.keyboard.press('ControlOrMeta+End')
    await this.page.keyboard.type(words)
  }

  /** Collects every status that is shown from now on. */
  async watchStatus(): Promise<() => Promise<string[]>> {
    await this.page.evaluate(() => {
      const seen: string[] = []
      const look = () => seen.push(document.querySelector('[data-save] > p')?.textContent ?? '')
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
      Object.assign(window, { statusesSeen: seen })
    })
    return () => this.page.evaluate(() => [Reflect.get(window, 'statusesSeen')].flat().map(String))
  }

  async chooseSection(name: string): Promise<void> {
    await this.page.getByLabel('Section', { exact: true }).selectOption({ label: name })
  }

  async addByline(name: string): Promise<void> {
    await this.page.getByLabel('Add somebody on staff').selectOption({ label: name })
  }

  async uploadLead(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.lead.getByLabel('Upload a lead picture').setInputFiles(file)
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
