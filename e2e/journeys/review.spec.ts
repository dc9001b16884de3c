import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/newsroom.ts'
import { editStory } from '../fixtures/edit-story.ts'
import { startStory } from '../fixtures/stories.ts'
import { StoryDesk } from '../pages/story-desk.ts'

const PHONE = { width: 375, height: 667 }

async function inReview(writer: Page, editor: Page, headline: string): Promise<string> {
  const { id } = await startStory(writer, { headline, deck: 'What it is about.', text: 'The bell rang at noon.', tag: 'review' })
  await (await new StoryDesk(writer, id).open()).handIn()
  await (await new StoryDesk(editor, id).open()).sendOn()
  return id
}

test('on a phone, an adviser approves with two taps from the queue, under the thumb', async ({ as }) => {
  const adviser = await as('ADVISER')
  const headline = 'The library opens on Saturdays'
  await inReview(await as('WRITER'), await as('EDITOR'), headline)
  await adviser.setViewportSize(PHONE)
  await adviser.goto('/newsroom')
  const line = adviser.getByRole('listitem').filter({ hasText: headline })
  await expect(line).toContainText('Review and approve')
  await expect(line).toContainText('New to you, 5 words')
  await expect(line).toContainText('decide by')
  await line.getByRole('link', { name: headline }).click()
  const approve = adviser.getByRole('button', { name: 'Approve this revision' })
  const box = await approve.boundingBox()
  expect(box?.y).toBeGreaterThan(PHONE.height / 2)
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(PHONE.height)
  expect(await adviser.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
  await approve.click()
  await expect(adviser.getByTestId('story-state')).toHaveText('Approved')
})

test('a required change has a reason, the author objects on record, and the adviser answers', async ({ as }) => {
  const [writer, editor, adviser] = [await as('WRITER'), await as('EDITOR'), await as('ADVISER')]
  const id = await inReview(writer, editor, 'Who was at the meeting')
  const desk = await new StoryDesk(adviser, id).open()
  await expect(adviser.getByText('A decision is due by')).toBeVisible()
  // A key does nothing before script has loaded.
  await expect(async () => {
    await adviser.keyboard.press('b')
    await expect(adviser.getByLabel('What should change')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await adviser.getByLabel('What should change').fill('Take the name of the pupil out.')
  await adviser.getByRole('button', { name: 'Send back', exact: true }).click()
  await expect(adviser.getByText('Choose what you ask for.').first()).toBeVisible()
  await adviser.getByLabel('A required change').check()
  await adviser.getByRole('button', { name: 'Send back', exact: true }).click()
  await expect(adviser.getByText('A required change needs a reason: it stays on record.').first()).toBeVisible()
  await expect(adviser.getByLabel('What should change')).toHaveValue('Take the name of the pupil out.')
  await adviser.getByLabel('Why it is required').fill('The pupil is twelve.')
  await adviser.getByRole('button', { name: 'Send back', exact: true }).click()
  await expect(adviser.getByTestId('story-state')).toHaveText('Draft')

  await new StoryDesk(writer, id).open()
  await expect(writer.getByText('(prior restraint)')).toBeVisible()
  await writer.getByText('Put an objection on record').click()
  await writer.getByLabel('Why you disagree').fill('The family agreed in writing.')
  await writer.getByRole('button', { name: 'Object' }).click()
  await expect(writer.getByText('objects,')).toBeVisible()

  await adviser.goto('/newsroom')
  await expect(adviser.getByRole('listitem').filter({ hasText: 'Who was at the meeting' })).toContainText('An objection waits for your answer')
  await desk.open()
  await adviser.locator('summary', { hasText: 'Answer the objection' }).click()
  await adviser.getByLabel('The requirement is lifted').check()
  await adviser.getByLabel('Why', { exact: true }).fill('I have seen the letter.')
  await adviser.getByRole('button', { name: 'Answer the objection' }).click()
  await expect(adviser.getByText('lifted the requirement')).toBeVisible()
  await new StoryDesk(writer, id).open()
  await expect(writer.getByText('Every publish check is met.')).toBeVisible()
})

test('one key shows what changed since the last decision, and an editor fills in the risk checklist', async ({ as }) => {
  const [writer, editor, adviser] = [await as('WRITER'), await as('EDITOR'), await as('ADVISER')]
  const id = await inReview(writer, editor, 'What the budget says')
  await (await new StoryDesk(adviser, id).open()).sendBack('Round the number.')
  await editStory(writer, id, (content) => ({ ...content, deck: 'About a million.' }))
  await (await new StoryDesk(writer, id).open()).handIn()
  await (await new StoryDesk(editor, id).open()).sendOn()
  await new StoryDesk(adviser, id).open()
  await expect(adviser.getByRole('region', { name: 'The story as readers will see it' })).toBeVisible()
  await expect(async () => {
    if (!(await adviser.locator('ins', { hasText: 'About' }).isVisible())) await adviser.keyboard.press('c')
    await expect(adviser.locator('ins', { hasText: 'About' })).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(adviser.getByRole('region', { name: 'The story as readers will see it' })).toBeHidden()
  await adviser.keyboard.press('c')
  await expect(adviser.getByRole('region', { name: 'The story as readers will see it' })).toBeVisible()

  await new StoryDesk(editor, id).open()
  await editor.getByText('Risk checklist:').click()
  const checklist = editor.locator('#risks')
  for (const group of await checklist.getByRole('radiogroup').all()) await group.getByLabel('Yes, checked').check()
  await checklist.getByRole('radiogroup', { name: /^Libel/ }).getByLabel('No, or not sure').check()
  await checklist.getByRole('button', { name: 'Keep these answers' }).click()
  await expect(checklist.getByText('Say what is open.').first()).toBeVisible()
  await checklist.getByLabel('Remark on libel').fill('The district has not answered yet.')
  await checklist.getByRole('button', { name: 'Keep these answers' }).click()
  await expect(editor.getByText(/Risk checklist:.*filled in$/)).toBeVisible()
})

test('the review policy is changed by an admin, and readers see it at once', async ({ as, reader }) => {
  const [admin, paper] = [await as('ADMIN'), await reader()]
  const choose = async (policy: string) => {
    await admin.goto('/newsroom/settings/review')
    await admin.getByLabel(policy, { exact: true }).check()
    await admin.getByRole('button', { name: 'Save the review policy' }).click()
    await expect(admin.getByText('Saved, and recorded.')).toBeVisible()
  }
  await paper.goto('/how-we-edit')
  await expect(paper.getByText('Our review policy: adviser approves.')).toBeVisible()
  await choose('Open forum')
  await paper.reload()
  await expect(paper.getByText('Our review policy: open forum.')).toBeVisible()
  await choose('Adviser approves')
  await paper.reload()
  await expect(paper.getByText('Our review policy: adviser approves.')).toBeVisible()
  await admin.getByLabel('Days without school').fill('Thanksgiving')
  await admin.getByRole('button', { name: 'Save the review policy' }).click()
  await expect(admin.getByText('“Thanksgiving” is no day.').first()).toBeVisible()
})
