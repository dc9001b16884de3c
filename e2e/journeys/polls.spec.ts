import { violationsOn } from '../fixtures/accessible.ts'
import { expect, test } from '../fixtures/newsroom.ts'
import { startStory } from '../fixtures/stories.ts'
import { EditorPage } from '../pages/editor.ts'
import { StoryDesk } from '../pages/story-desk.ts'

test('a poll is made, put into a story, voted on with and without script, and closed', async ({ as, reader }) => {
  const [writer, editor, adviser] = [await as('WRITER'), await as('EDITOR'), await as('ADVISER')]
  await writer.goto('/newsroom/polls/new')
  await writer.getByLabel('Question').fill('Which day should be the spirit day?')
  await writer.getByLabel('Answers').fill('Monday')
  await writer.getByRole('button', { name: 'Make the poll' }).click()
  await expect(writer.getByText('Write 2 to 8 answers, one a line.')).toBeVisible()
  await writer.getByLabel('Answers').fill('Monday\nFriday')
  await writer.getByRole('button', { name: 'Make the poll' }).click()
  await expect(writer.getByRole('heading', { level: 1 })).toHaveText('Which day should be the spirit day?')
  const desk = writer.url()

  const story = await startStory(writer, { headline: 'Spirit day needs a day', deck: '', text: 'The council asks.', tag: 'polls' })
  const text = await new EditorPage(writer).open(story.id)
  await text.write('')
  await writer.keyboard.press('Enter')
  await writer.keyboard.type('/poll')
  await writer.getByRole('option', { name: /^Poll/ }).click()
  await writer.getByRole('dialog').getByRole('button', { name: /Which day should be/ }).click()
  await expect(writer.getByRole('group', { name: 'Poll' }).getByText('Which day should be the spirit day?')).toBeVisible()
  await text.expectSaved()
  await (await new StoryDesk(writer, story.id).open()).handIn()
  await (await new StoryDesk(editor, story.id).open()).sendOn()
  const review = await new StoryDesk(adviser, story.id).open()
  await review.approve()
  await review.publish()
  const path = '/news/spirit-day-needs-a-day'

  // Without script: a form, the results, and the way back to the story. No cookie comes of it.
  const plain = await reader()
  await plain.goto(path)
  await expect(plain.getByRole('complementary', { name: 'Poll' }).getByRole('table')).toHaveCount(0)
  await plain.getByLabel('Friday').check()
  await plain.getByRole('button', { name: 'Vote' }).click()
  await expect(plain.getByText('Your answer: Friday')).toBeVisible()
  expect(await violationsOn(plain)).toEqual([])
  await plain.getByRole('button', { name: 'Count my vote' }).click()
  await expect(plain.getByText('Thank you for voting.')).toBeVisible()
  // The browser remembers once all of this page is there: whoever leaves sooner may be asked again.
  await plain.waitForLoadState('load')
  await expect(plain.getByRole('row', { name: /Friday 100% 1 vote/ })).toBeVisible()
  expect(await plain.context().cookies()).toEqual([])
  await plain.getByRole('link', { name: 'Back to the story' }).click()
  await expect(plain).toHaveURL(new RegExp(`${path}#poll-`))
  // The same browser is told that it has voted, whatever it chooses now, and nothing is counted again.
  for (const choice of ['Monday', 'Friday']) {
    await plain.goto(path)
    await plain.getByLabel(choice).check()
    await plain.getByRole('button', { name: 'Vote' }).click()
    await expect(plain.getByText('This browser has voted in this poll already.')).toBeVisible()
    await expect(plain.getByRole('row', { name: /Friday 100% 1 vote/ })).toBeVisible()
  }

  // With script: in place, and the browser knows that it has voted.
  const page = await reader({ script: true })
  await page.goto(path)
  await page.getByLabel('Monday').check()
  expect(await violationsOn(page)).toEqual([])
  await page.getByRole('button', { name: 'Vote' }).click()
  await expect(page.getByText('Thank you for voting. So far. 2 votes')).toBeFocused()
  await expect(page.getByRole('row', { name: /Monday.*50%.*1 vote/ })).toBeVisible()
  expect(new URL(page.url()).pathname).toBe(path)
  expect(await violationsOn(page)).toEqual([])
  await page.reload()
  await expect(page.getByText('So far. 2 votes')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Vote' })).toHaveCount(0)
  expect(await page.context().cookies()).toEqual([])

  await writer.goto(desk)
  await expect(writer.getByText('2 votes')).toBeVisible()
  await expect(writer.getByRole('button', { name: 'Save the poll' })).toHaveCount(0)
  await writer.getByRole('button', { name: 'Close the poll' }).click()
  await expect(writer.getByText('Closed', { exact: true })).toBeVisible()
  await plain.goto(path)
  await expect(plain.getByText('Voting is over. 2 votes')).toBeVisible()
  await expect(plain.getByRole('row', { name: /Monday 50% 1 vote/ })).toBeVisible()
  await review.open()
  await review.withdraw('The test is over.')
  expect((await plain.goto(`/polls/${desk.split('/').at(-1)}`))?.status()).toBe(404)
})
