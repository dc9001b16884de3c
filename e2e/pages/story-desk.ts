import { expect, type Page } from '@playwright/test'

type Change = { kind: 'A correction' | 'An update' | 'A typo'; note?: string }

/** The buttons of a story's way, on its review page. */
export class StoryDesk {
  readonly page: Page
  readonly storyId: string
  constructor(page: Page, storyId: string) {
    this.page = page
    this.storyId = storyId
  }

  async open(): Promise<this> {
    await this.page.goto(`/newsroom/stories/${this.storyId}/review`)
    return this
  }

  private async press(button: string, state: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click()
    await expect(this.page.getByTestId('story-state')).toHaveText(new RegExp(`^${state}( · older version live)?$`))
  }

  sendOn = () => this.press('Send on for review', 'In review')
  approve = () => this.press('Approve this revision', 'Approved')

  /** What the new version of a story is that readers see already. */
  private async say(change: Change | undefined): Promise<void> {
    if (change !== undefined) await this.page.getByLabel(change.kind, { exact: true }).check()
    if (change?.note !== undefined) await this.page.getByLabel('Note for readers').fill(change.note)
  }

  async handIn(change?: Change): Promise<void> {
    await this.say(change)
    await this.press('Hand in to the editors', 'Editing')
  }

  /** Without `change`, a new version goes out as what it was handed in as. */
  async publish(change?: Change): Promise<void> {
    await this.say(change)
    await this.press('Publish now', 'Live')
  }

  /** `reason` undefined: a suggestion. */
  async sendBack(notes: string, reason?: string): Promise<void> {
    await this.page.getByText('Send back with notes', { exact: true }).click()
    await this.page.getByLabel('What should change').fill(notes)
    await this.page.getByLabel(reason === undefined ? 'A suggestion' : 'A required change').check()
    if (reason !== undefined) await this.page.getByLabel('Why it is required').fill(reason)
    await this.press('Send back', 'Draft')
  }

  async withdraw(reason: string, statement?: string): Promise<void> {
    await this.page.getByText('Withdraw the live story').click()
    await this.page.getByLabel('Reason, for the record').fill(reason)
    if (statement !== undefined) await this.page.getByLabel('What readers are told in its place').fill(statement)
    await this.press('Withdraw from the paper', 'Withdrawn')
  }
}
