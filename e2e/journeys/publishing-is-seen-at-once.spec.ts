import { expect, test } from '../fixtures/newsroom.ts'
import { editStory } from '../fixtures/edit-story.ts'
import { startStory } from '../fixtures/stories.ts'
import { StoryDesk } from '../pages/story-desk.ts'

test('publishing, updating and withdrawing are seen by the very next reader, also where "nothing here" was cached', async ({ as, reader }) => {
  const [page, writer, editor, adviser] = [await reader(), await as('WRITER'), await as('EDITOR'), await as('ADVISER')]
  const address = '/news/the-bell-that-rang-early'
  const status = async () => (await page.request.get(address, { maxRedirects: 0 })).status()
  expect([await status(), await status()]).toEqual([404, 404])

  const story = await startStory(writer, { headline: 'The bell that rang early', deck: 'First deck.', text: 'It rang at noon.', tag: 'bells' })
  const take = async (id: string, change?: Parameters<StoryDesk['handIn']>[0]) => {
    await (await new StoryDesk(writer, id).open()).handIn(change)
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
  await new StoryDesk(writer, story.id).open()
  await writer.getByRole('button', { name: 'Hand in to the editors' }).click()
  await expect(writer.getByRole('alert').filter({ hasText: 'Say what the change is.' })).toBeVisible()
  const again = await take(story.id, { kind: 'A correction', note: 'The first deck was wrong.' })
  await again.approve()
  // What the writer said stands in the form; whoever publishes has the last word on it.
  await expect(again.page.getByLabel('A correction', { exact: true })).toBeChecked()
  await expect(again.page.getByLabel('Note for readers')).toHaveValue('The first deck was wrong.')
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
