import { expect, type Locator, type Page } from '@playwright/test'
import { wallTimeOf } from '#domain/school-time.ts'
import { ZONE } from './schedule-desk.ts'

type Part = 'Lead' | 'Secondary stories' | 'Sections' | 'Other live stories' | 'Breaking banner' | 'Publish at a time' | 'Published before'

/** The page on which the front page is arranged. */
export class FrontDeskPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<this> {
    await this.page.goto('/newsroom/front')
    return this
  }

  part = (name: Part) => this.page.getByRole('region', { name, exact: true })
  story = (headline: string) => this.page.locator('[data-story]').filter({ has: this.page.getByRole('link', { name: headline, exact: true }) })
  button = (name: string) => this.page.getByRole('button', { name, exact: true })

  /** The headlines in a part, in their order. */
  headlines(part: Part): Promise<string[]> {
    return this.part(part).locator('[data-story]').getByRole('link').allTextContents()
  }

  /** The lead, then the secondary stories. */
  async top(): Promise<string[]> {
    return [...(await this.headlines('Lead')), ...(await this.headlines('Secondary stories'))]
  }

  /** Waits until these stand on top, in this order. */
  expectTop = (headlines: string[]) => expect.poll(async () => (await this.top()).slice(0, headlines.length)).toEqual(headlines)

  said = (words: string | RegExp) => expect(this.page.getByRole('status').filter({ hasText: words })).toBeVisible()

  /** Presses a button by keyboard alone. */
  async pressByKey(name: string): Promise<void> {
    await this.button(name).focus()
    await this.page.keyboard.press('Enter')
  }

  async drag(from: Locator, to: Locator): Promise<void> {
    await from.hover()
    await this.page.mouse.down()
    await to.hover({ position: { x: 14, y: 14 } })
    await to.hover({ position: { x: 22, y: 18 } })
    await this.page.mouse.up()
  }

  async makeLead(headline: string): Promise<void> {
    await this.button(`Make lead “${headline}”`).click()
    await this.said(`Made “${headline}” the lead.`)
    await this.expectTop([headline])
  }

  async publish(): Promise<void> {
    await this.button('Publish now').click()
    await this.said('Published. Readers see it now.')
    await expect(this.page.getByTestId('draft-standing')).toHaveText('Readers see this front page.')
  }

  /** Puts a banner into the draft: the headline of a story, or words of its own. */
  async banner(says: { headline: string } | { words: string }): Promise<void> {
    const part = this.part('Breaking banner')
    const own = part.getByLabel('words of its own')
    if (!(await own.isVisible())) await part.getByText(/^(Write a|Change the) banner$/).click()
    if ('words' in says) {
      await own.check()
      await part.getByLabel('Words', { exact: true }).fill(says.words)
    } else {
      await part.getByLabel('the headline of a live story').check()
      await part.getByLabel('Story', { exact: true }).selectOption({ label: says.headline })
    }
    await part.getByRole('button', { name: 'Put it into the draft' }).click()
    await expect(part.getByTestId('banner-standing')).toContainText(`“${'words' in says ? says.words : says.headline}”`)
  }

  /** Schedules the draft for a minute that means one instant. */
  async schedule(at: Date): Promise<void> {
    const { date, time } = wallTimeOf(at, ZONE)
    const part = this.part('Publish at a time')
    await part.getByLabel('Day').fill(date)
    await part.getByLabel('Time').fill(time)
    await part.getByRole('button', { name: 'Schedule this draft' }).click()
    await expect(part.getByText(/^Scheduled for /)).toBeVisible()
  }

  /** Back to the automatic front, without a banner and with nothing scheduled, for readers too. */
  async reset(): Promise<void> {
    await this.open()
    const cancel = this.page.getByRole('button', { name: /^(Cancel the schedule|Put this away)$/ })
    for (let left = await cancel.count(); left > 0; left -= 1) {
      await cancel.first().click()
      await expect(cancel).toHaveCount(left - 1)
    }
    const takeOut = this.button('Take the banner out')
    if ((await takeOut.count()) > 0) await takeOut.click()
    // The button says something else while it is at work; the draft tells when it is done.
    await expect(this.part('Breaking banner').getByTestId('banner-standing')).toHaveText('The draft has no banner.')
    await this.button('Back to the automatic front').click()
    await this.said(/^(Went back to the automatic front|Nothing changed)/)
    // Pressed a moment too early, it is still about the draft before.
    await expect(async () => {
      await this.button('Publish now').click()
      await expect(this.page.getByText(/^(Published\. Readers see it now|Readers see this front page already)\./)).toBeVisible({ timeout: 3_000 })
    }).toPass()
  }
}
