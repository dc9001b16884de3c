import { expect, test } from '../fixtures/newsroom.ts'
import { editStory } from '../fixtures/edit-story.ts'
import { startStory } from '../fixtures/stories.ts'
import { StoryDesk } from '../pages/story-desk.ts'

test('each person is shown only what they may do', async ({ as }) => {
  const [writer, editor, adviser] = [await as('WRITER'), await as('EDITOR'), await as('ADVISER')]
  const story = await startStory(writer, { headline: 'Who may do what', deck: '', text: 'A story about rights.', tag: 'rights' })
  const buttons = (page: typeof writer) => page.getByRole('complementary', { name: 'What to decide' }).locator('button:visible, summary:visible').allTextContents()
  const at = async (page: typeof writer) => {
    await new StoryDesk(page, story.id).open()
    return buttons(page)
  }
  expect(await at(writer)).toEqual(['Hand in to the editors'])
  await new StoryDesk(writer, story.id).handIn()
  expect(await at(writer)).toEqual([])
  const RISKS = 'Risk checklist: not filled in'
  expect(await at(editor)).toEqual(['Send on for review', 'Send back with notes', RISKS])
  await new StoryDesk(editor, story.id).sendOn()
  expect(await at(editor)).toEqual([RISKS])
  expect(await at(adviser)).toEqual(['Approve this revision', 'Send back with notes', RISKS])
  await new StoryDesk(adviser, story.id).approve()
  expect(await at(writer)).toEqual([])
  expect(await at(editor)).toEqual(['Publish now', RISKS])
})

test('a decision on an old revision is refused, and what changed is shown', async ({ as }) => {
  const [writer, editor, adviser] = [await as('WRITER'), await as('EDITOR'), await as('ADVISER')]
  const story = await startStory(writer, { headline: 'A story that moves', deck: 'Before.', text: 'The words stay.', tag: 'stale' })
  await (await new StoryDesk(writer, story.id).open()).handIn()
  await (await new StoryDesk(editor, story.id).open()).sendOn()
  await new StoryDesk(adviser, story.id).open()
  await editStory(editor, story.id, (content) => ({ ...content, deck: 'After.' }))
  await adviser.getByRole('button', { name: 'Approve this revision' }).click()
  await expect(adviser.getByRole('alert').filter({ hasText: 'changed the story while you were reading, so nothing was decided' })).toBeVisible()
  await expect(adviser.locator('ins', { hasText: 'After' }).first()).toBeVisible()
  await expect(adviser.getByTestId('story-state')).toHaveText('In review')
})

test('a writer who types a page’s address by hand gets nothing more', async ({ as }) => {
  const writer = await as('WRITER')
  await writer.goto('/newsroom/settings')
  await expect(writer.getByRole('heading', { name: 'Not part of your role' })).toBeVisible()
  await writer.goto('/newsroom/stories/00000000-0000-4000-8000-000000000000/review')
  await expect(writer.getByRole('heading', { name: 'Nothing here' })).toBeVisible()
})
