import type { Page } from '@playwright/test'
import { wallTimeOf, type WallTime } from '#domain/school-time.ts'
import { expect } from '../fixtures/newsroom.ts'

/** The time zone of the demo paper. */
export const ZONE = 'America/Los_Angeles'

/** The page on which the time of a story is decided. */
export class ScheduleDesk {
  readonly page: Page
  readonly storyId: string
  constructor(page: Page, storyId: string) {
    this.page = page
    this.storyId = storyId
  }

  async open(): Promise<this> {
    await this.page.goto(`/newsroom/stories/${this.storyId}/schedule`)
    return this
  }

  part = (name: 'Publish at a time' | 'Embargo' | 'Unpublish at a time') => this.page.getByRole('region', { name })

  /** Fills day and time of the publication in and sends them. */
  async ask({ date, time }: WallTime): Promise<void> {
    const part = this.part('Publish at a time')
    await part.getByLabel('Day').fill(date)
    await part.getByLabel('Time').fill(time)
    await part.getByRole('button', { name: /^Schedule/ }).click()
  }

  /** Asks for a time that means one instant. */
  async schedule(at: Date): Promise<void> {
    await this.ask(wallTimeOf(at, ZONE))
    await expect(this.page.getByText(/^Scheduled for /)).toBeVisible()
  }
}
