import { expect, type Page } from '@playwright/test'

/** What a text is expected to be understood as; what is left out is not looked at. */
type Expected = { headline?: string; deck?: string; bylines?: string[]; pictures?: { caption: string; credit: string }[]; paragraphs?: number }

/** "New story from text": the text comes in, is compared with what was understood, and becomes a story. */
export class FromTextPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<this> {
    await this.page.goto('/newsroom/stories/new/from-text')
    return this
  }

  private get source() {
    return this.page.getByLabel('Paste your text')
  }
  private get box() {
    return this.page.getByRole('region', { name: 'Your text', exact: true })
  }

  /** Text as if it were pasted into the field. */
  async paste(text: string): Promise<void> {
    await this.source.fill(text)
  }

  /** A file dropped on the text's box. */
  async dropFile(name: string, content: string | Uint8Array): Promise<void> {
    const bytes = [...(typeof content === 'string' ? new TextEncoder().encode(content) : content)]
    const transfer = await this.page.evaluateHandle(
      (file) => {
        const dropped = new DataTransfer()
        dropped.items.add(new File([Uint8Array.from(file.bytes)], file.name))
        return dropped
      },
      { name, bytes },
    )
    await this.box.dispatchEvent('drop', { dataTransfer: transfer })
  }

  /** A file chosen with the file field. */
  async chooseFile(path: string): Promise<void> {
    await this.page.getByLabel('Or choose a .docx, .txt or .md file').setInputFiles(path)
  }

  /** What stands below the field about a text or file that was not taken; '' = nothing. */
  async expectRefused(words: string, options: { timeout?: number } = {}): Promise<void> {
    const alert = this.box.getByRole('alert')
    await (words === '' ? expect(alert).toHaveText('', options) : expect(alert).toContainText(words, options))
  }

  async expectUnderstood(expected: Expected): Promise<void> {
    const { headline, deck, bylines, pictures, paragraphs } = expected
    if (headline !== undefined) await expect(this.page.getByLabel('Headline', { exact: true })).toHaveValue(headline)
    if (deck !== undefined) await expect(this.page.getByLabel('Deck', { exact: true })).toHaveValue(deck)
    if (bylines !== undefined) {
      const names = this.page.getByLabel(/^Name of byline \d+$/)
      await expect(names).toHaveCount(bylines.length)
      for (const [index, name] of bylines.entries()) await expect(names.nth(index)).toHaveValue(name)
    }
    if (pictures !== undefined) await this.expectPictures(pictures)
    if (paragraphs !== undefined) await expect(this.page.getByTestId('understood-text').locator('.story-body > p')).toHaveCount(paragraphs)
  }

  private async expectPictures(pictures: readonly { caption: string; credit: string }[]): Promise<void> {
    await expect(this.page.getByRole('group', { name: /^Picture \d+$/ })).toHaveCount(pictures.length)
    for (const [index, { caption, credit }] of pictures.entries()) {
      await expect(this.picture(index + 1).getByLabel('Caption')).toHaveValue(caption)
      await expect(this.picture(index + 1).getByLabel('Credit')).toHaveValue(credit)
    }
  }

  /** The words of one picture, counted from 1. */
  picture(number: number) {
    return this.page.getByRole('group', { name: `Picture ${number}`, exact: true })
  }

  /** Says what a line of the source is, with the words of the screen: "Headline", "Caption", "Not part of the story"… */
  async sayThatLine(number: number, role: string): Promise<void> {
    await this.page.getByLabel(`Line ${number} is`, { exact: true }).selectOption(role)
  }

  async expectLine(number: number, role: string): Promise<void> {
    await expect(this.page.getByLabel(`Line ${number} is`, { exact: true }).locator('option:checked')).toHaveText(role)
  }

  /** Makes the story and answers its id. */
  async make(): Promise<string> {
    await this.page.getByRole('button', { name: 'Make this story' }).click()
    await this.page.waitForURL(/\/newsroom\/stories\/[0-9a-f-]{36}$/)
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? ''
  }
}
