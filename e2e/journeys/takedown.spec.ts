import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/newsroom.ts'
import { violationsOn } from '../fixtures/accessible.ts'
import { startStory } from '../fixtures/stories.ts'
import { StoryDesk } from '../pages/story-desk.ts'

type As = Parameters<Parameters<typeof test>[2]>[0]['as']

/** A live story of the writer's; answers its address and the adviser's desk of it. */
async function liveStory(as: As, headline: string): Promise<{ path: string; desk: StoryDesk; writer: Page; editor: Page; adviser: Page }> {
  const [writer, editor, adviser] = [await as('WRITER'), await as('EDITOR'), await as('ADVISER')]
  const story = await startStory(writer, { headline, deck: '', text: 'The home team won by two.', tag: 'takedown' })
  await (await new StoryDesk(writer, story.id).open()).handIn()
  await (await new StoryDesk(editor, story.id).open()).sendOn()
  const desk = await new StoryDesk(adviser, story.id).open()
  await desk.approve()
  await desk.publish()
  return { path: `/news/${headline.toLowerCase().replaceAll(' ', '-')}`, desk, writer, editor, adviser }
}

/** Sends the form from the link under the story, and answers the reference number. */
async function ask(page: Page, path: string, what: { ground: string; problem: string; wish: string; email?: string }): Promise<string> {
  await page.goto(path)
  await page.getByRole('link', { name: 'Ask for a correction' }).click()
  await expect(page.getByLabel('Address of the story')).toHaveValue(path)
  await page.getByLabel(what.ground).check()
  await page.getByLabel('What is wrong?').fill(what.problem)
  await page.getByLabel('What do you ask us to do?').fill(what.wish)
  if (what.email !== undefined) await page.getByLabel('Your e-mail address').fill(what.email)
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your request has arrived')
  return (await page.locator('.plain-page-lead strong').textContent()) ?? ''
}

async function openRequest(page: Page, reference: string): Promise<void> {
  await page.goto('/newsroom/requests')
  await page.getByRole('listitem').filter({ hasText: reference }).getByRole('link').click()
  await expect(page.getByRole('heading', { name: /^Request about/ })).toBeVisible()
}

test('a reader asks, an editor votes, an adviser corrects, and the next reader sees it', async ({ as, reader }) => {
  const page = await reader()
  const { path, desk, writer, editor, adviser } = await liveStory(as, 'The score of the final')

  // What is missing is said beside its field, and nothing that was typed is lost; without script and without a cookie.
  await page.goto(`/corrections/request?story=${path}`)
  await page.getByLabel('I was on staff, and it is my own work').check()
  await page.getByLabel('What is wrong?').fill('The score is the wrong way round.')
  await page.getByLabel('What do you ask us to do?').fill('Put the score right.')
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.getByText('Nothing that you typed is lost.')).toBeVisible()
  await expect(page.getByLabel('What is wrong?')).toHaveValue('The score is the wrong way round.')
  await expect(page.getByLabel('I was on staff, and it is my own work')).toBeChecked()
  await expect(page.getByLabel('Your name')).toHaveAttribute('aria-invalid', 'true')
  expect(page.url()).not.toContain('score')

  const reference = await ask(page, path, { ground: 'Something in it is wrong', problem: 'The score is the wrong way round.', wish: 'Put the score right.', email: 'rosa@example.org' })
  expect(await page.context().cookies()).toEqual([])

  await writer.goto('/newsroom/requests')
  await expect(writer.getByRole('heading', { name: 'Not part of your role' })).toBeVisible()

  await openRequest(editor, reference)
  await expect(editor.getByText('An adviser decides. Your vote is what you propose.')).toBeVisible()
  await editor.getByRole('radio', { name: 'Correct', exact: true }).check()
  await editor.getByLabel('Remark').fill('I asked the coach: it was 3 to 1.')
  await editor.getByRole('button', { name: 'Vote', exact: true }).click()
  await expect(editor.getByText('I asked the coach: it was 3 to 1.').first()).toBeVisible()

  await openRequest(adviser, reference)
  await expect(adviser.getByText('I asked the coach: it was 3 to 1.')).toBeVisible()
  const decide = adviser.getByRole('region', { name: 'Decision' })
  await decide.getByRole('radio', { name: 'Correct', exact: true }).check()
  await decide.getByLabel('Note for readers').fill('The first version had the score the wrong way round. It was 3 to 1.')
  await decide.getByLabel('Reason, for the record').fill('The coach confirmed it.')
  await decide.getByRole('button', { name: 'Decide' }).click()
  await expect(decide.getByText('Write a reply: somebody waits for it.').first()).toBeVisible()
  await decide.getByLabel('Reply to the person who asked').fill('You were right. Thank you.')
  expect(await violationsOn(adviser)).toEqual([])
  await decide.getByRole('button', { name: 'Decide' }).click()
  await expect(adviser.getByRole('heading', { name: 'Decided: Correct' })).toBeVisible()
  await expect(adviser.getByLabel('Reply, mailed to rosa@example.org')).toHaveValue('You were right. Thank you.')

  for (const address of [path, '/corrections']) {
    await page.goto(address)
    await expect(page.getByText('The first version had the score the wrong way round. It was 3 to 1.')).toBeVisible()
    expect(await page.content()).not.toContain('rosa@example.org')
    // Axe is a script; the reader's page has none of its own.
    const looked = await reader({ script: true })
    await looked.goto(address)
    expect(await violationsOn(looked)).toEqual([])
  }
  await page.goto(path)
  await expect(page.getByText(/^This story was corrected on /)).toBeVisible()
  await desk.open()
  await desk.withdraw('The test is over.')
})

test('a story is hidden from search engines, then withdrawn: 410 with the paper’s statement', async ({ as, reader }) => {
  const page = await reader()
  const { path, adviser } = await liveStory(as, 'A letter that was forged')
  const head = async () => (await page.request.get(path)).headers()['x-robots-tag']
  expect(await head()).toBeUndefined()

  const first = await ask(page, path, { ground: 'It tells something private, or somebody could be harmed by it', problem: 'My name comes first in every search.', wish: 'Hide it there.' })
  await openRequest(adviser, first)
  const decide = adviser.getByRole('region', { name: 'Decision' })
  await decide.getByRole('radio', { name: 'Keep, but hide from search engines' }).check()
  await decide.getByLabel('Reason, for the record').fill('The harm is in the search, not in the paper.')
  await decide.getByRole('button', { name: 'Decide' }).click()
  await expect(adviser.getByRole('heading', { name: 'Decided: Keep, but hide from search engines' })).toBeVisible()
  expect(await head()).toBe('noindex')
  await adviser.getByRole('button', { name: 'Let search engines list the story again' }).click()
  await expect.poll(head).toBeUndefined()

  const second = await ask(page, path, { ground: 'It says something false that harms somebody’s reputation (libel)', problem: 'The letter was forged, and I never wrote it.', wish: 'Take the story down.' })
  await openRequest(adviser, second)
  await decide.getByRole('radio', { name: 'Withdraw', exact: true }).check()
  await decide.getByLabel('What readers are told in its place').fill('This story rested on a letter that was forged.')
  await decide.getByLabel('Reason, for the record').fill('The letter was shown to be forged.')
  await decide.getByRole('button', { name: 'Decide' }).click()
  await expect(adviser.getByRole('heading', { name: 'Decided: Withdraw' })).toBeVisible()
  const gone = await page.goto(path)
  expect(gone?.status()).toBe(410)
  await expect(page.getByText('This story rested on a letter that was forged.')).toBeVisible()
  expect(await page.content()).not.toContain('The home team won')
  for (const list of ['/', '/news', '/corrections']) expect(await (await page.request.get(list)).text()).not.toContain('A letter that was forged')
})
