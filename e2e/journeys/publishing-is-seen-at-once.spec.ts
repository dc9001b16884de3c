import { expect, test } from '../fixtures/newsroom.ts'
import { editStory } from '../fixtures/edit-story.ts'
import { startStory } from '../fixtures/stories.ts'
import { StoryDesk } from '../pages/story-desk.ts'

test('publishing, updating and withdrawing are seen by the very next reader, also where "nothing here" was cached', async ({ as, reader }) => {
  test.setTimeout(120_000)
  const [page, writer, editor, adviser] = [await reader(), await as('WRITER'), await as('EDITOR'), await as('ADVISER')]
  const address = '/news/the-bell-that-rang-early'
  const status = async () => (await page.request.get(address, { maxRedirects: 0 })).status()
  expect([await status(), await status()]).toEqual([404, 404])

  const story = await startStory(writer, { headline: 'The bell that rang early', deck: 'First deck.', text: 'It rang at noon.', tag: 'bells' })
  const take = async (id: string) => {
    await (await new StoryDesk(writer, id).open()).handIn()
    await (await new StoryDesk(editor, id).open()).sendOn()
    return new StoryDesk(adviser, id).open()
  }
  const desk = await take(story.id)
  await desk.approve()
  expect(await status()).toBe(404)
  await desk.publish()
  await page.goto(address)
  await expect(page.getByText('First deck.')).toBeVisible()

  // An edit of the live story changes nothing for readers before it is approved and published.
  await editStory(writer, story.id, (content) => ({ ...content, deck: 'Second deck.', slug: 'the-bell-again' }))
  await page.reload()
  await expect(page.getByText('First deck.')).toBeVisible()
  const again = await take(story.id)
  await again.approve()
  await again.page.getByRole('button', { name: 'Publish now', exact: true }).click()
  await expect(again.page.getByRole('alert').filter({ hasText: 'Say what the change is.' })).toBeVisible()
  await again.publish({ kind: 'A correction', note: 'The first version of the deck was wrong.' })

  // The new address answers, and the old one leads there for ever.
  await page.goto(address)
  expect(new URL(page.url()).pathname).toBe('/news/the-bell-again')
  await expect(page.getByText('Second deck.')).toBeVisible()
  expect((await page.request.get(address, { maxRedirects: 0 })).status()).toBe(308)
  for (const path of ['/news/the-bell-again', '/corrections']) expect(await (await page.request.get(path)).text()).toContain('The first version of the deck was wrong.')

  await again.withdraw('It did not ring.')
  for (const gone of [address, '/news/the-bell-again']) {
    const answer = await page.request.get(gone, { maxRedirects: 0 })
    expect(answer.status()).toBe(410)
    expect(await answer.text()).not.toContain('bell that rang')
  }
  for (const list of ['/', '/news', '/corrections']) expect(await (await page.request.get(list)).text()).not.toContain('bell that rang')
})
