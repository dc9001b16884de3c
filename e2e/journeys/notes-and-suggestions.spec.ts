import type { Page } from '@playwright/test'
import { accountOf, expect, test } from '../fixtures/newsroom.ts'
import { startStory } from '../fixtures/stories.ts'
import { EditorPage } from '../pages/editor.ts'
import { StoryDesk } from '../pages/story-desk.ts'

/** Selects these words in the text, as a person would with the mouse. */
async function select(page: Page, words: string): Promise<void> {
  const found = await page.evaluate((wanted) => {
    const text = document.querySelector<HTMLElement>('#field-body')
    if (text === null) return false
    text.focus()
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1
      if (at === -1) continue
      document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
      return true
    }
    return false
  }, words)
  expect(found, `"${words}" stands in the text`).toBe(true)
  // The editor hears of a selection with the browser's next event.
  await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe(words)
}

const notes = (page: Page) => page.locator('#field-notes')
const suggestions = (page: Page) => page.locator('#field-suggestions')
const passages = (page: Page) => page.locator('.note-passage')

async function openBoth(as: (role: 'WRITER' | 'EDITOR') => Promise<Page>, text: string): Promise<{ id: string; writer: Page; editor: Page }> {
  const [writer, editor] = [await as('WRITER'), await as('EDITOR')]
  const { id } = await startStory(writer, { headline: 'Council hears about buses', deck: '', text, tag: 'buses' })
  const desk = await new EditorPage(writer).open(id)
  await desk.text.click()
  await writer.keyboard.press('ControlOrMeta+End')
  await writer.keyboard.press('Enter')
  await writer.keyboard.type('The vote was nine to two.')
  await desk.expectSaved()
  await new EditorPage(editor).open(id)
  return { id, writer, editor }
}

test('a note stays on its passage while the text moves, is answered, calls somebody, and is settled', async ({ as }) => {
  const { id, writer, editor } = await openBoth(as, 'Students asked for later buses.')
  await select(editor, 'later buses')
  await editor.keyboard.press('ControlOrMeta+Alt+m')
  const form = editor.getByRole('group', { name: 'New note' })
  await expect(form.getByText('later buses')).toBeVisible()
  await form.getByLabel('Your note').pressSequentially('How late? Ask @Marlow')
  await expect(form.getByRole('option', { name: 'Marlow Petrakis' })).toBeVisible()
  await form.getByLabel('Your note').press('Enter')
  await form.getByLabel('Must be settled before it can be approved').check()
  await form.getByRole('button', { name: 'Add note' }).click()

  await test.step('the writer sees it at once, in the text and beside it', async () => {
    await expect(notes(writer).getByText('How late? Ask @Marlow Petrakis')).toBeVisible()
    await expect(passages(writer)).toHaveText('later buses')
    await expect(writer.getByRole('link', { name: 'One note must be settled first.' })).toBeVisible()
  })

  await test.step('it follows its paragraph', async () => {
    await select(writer, 'Students')
    await writer.keyboard.press('Alt+Shift+ArrowDown')
    await expect(writer.locator('#field-body p').first()).toHaveText('The vote was nine to two.')
    for (const page of [writer, editor]) await expect(passages(page)).toHaveText('later buses')
  })

  await test.step('it is answered, and whoever is called finds it first', async () => {
    await notes(writer).getByRole('button', { name: 'Answer' }).click()
    await notes(writer).getByLabel('Your answer').pressSequentially(`Half past seven, @${accountOf('ADVISER').name.slice(0, 6)}`)
    await notes(writer).getByLabel('Your answer').press('Enter')
    await notes(writer).getByRole('button', { name: 'Send answer' }).click()
    await expect(notes(editor).getByText('Half past seven')).toBeVisible()
    const first = await as('ADVISER')
    await first.goto('/newsroom')
    const called = first.getByRole('region', { name: /call/ }).getByRole('listitem').filter({ hasText: accountOf('WRITER').name }).filter({ hasText: 'Half past seven' })
    await expect(called).toHaveCount(1)
    await called.getByRole('button', { name: 'Seen' }).click()
    await expect(called).toHaveCount(0)
  })

  await test.step('it holds up the story until it is settled, and can be opened again', async () => {
    await notes(editor).getByRole('button', { name: 'Settled' }).click()
    await expect(notes(writer).getByText('1 settled')).toBeVisible()
    await expect(passages(writer)).toHaveCount(0)
    await notes(editor).getByText('1 settled').click()
    await notes(editor).getByRole('button', { name: 'Open again' }).click()
    await expect(passages(writer)).toHaveText('later buses')
  })

  await test.step('it stands beside the revision that is reviewed, where another can be added', async () => {
    await new StoryDesk(editor, id).open()
    await expect(notes(editor).getByText('How late?')).toBeVisible()
    await editor.evaluate(() => {
      const text = document.querySelector('#revision .story-body p')?.firstChild
      if (text) document.getSelection()?.setBaseAndExtent(text, 0, text, 8)
    })
    await notes(editor).getByRole('button', { name: 'Add a note' }).click()
    await expect(editor.getByRole('group', { name: 'New note' }).locator('blockquote')).toHaveText('The vote')
    await editor.getByRole('group', { name: 'New note' }).getByLabel('Your note').fill('Of which day?')
    await editor.getByRole('button', { name: 'Add note' }).click()
    await expect(notes(editor).getByText('Of which day?')).toBeVisible()
    await expect(passages(writer)).toHaveCount(2)
  })
})

test('an editor’s changes on a writer’s copy are suggestions, which the writer accepts and rejects', async ({ as }) => {
  const { writer, editor } = await openBoth(as, 'Students asked for later buses.')
  await expect(suggestions(editor).getByLabel('Suggesting')).toBeChecked()
  await expect(suggestions(writer).getByLabel('Suggesting')).not.toBeChecked()
  await select(editor, 'nine to two')
  await editor.keyboard.type('ten to one')
  await select(editor, 'later ')
  await editor.keyboard.press('Delete')

  await expect(writer.locator('#field-body ins')).toHaveText('ten to one')
  await expect(writer.locator('#field-body del')).toHaveText(['later ', 'nine to two'])
  await expect(suggestions(writer).getByRole('listitem')).toHaveCount(2)
  await expect(suggestions(writer).getByRole('listitem').first()).toContainText(accountOf('EDITOR').name)

  // What the writer types is no suggestion.
  await writer.locator('#field-body p').last().click()
  await writer.keyboard.press('End')
  await writer.keyboard.type(' It was close.')
  await expect(editor.locator('#field-body p').last()).toContainText('It was close.')
  await expect(editor.locator('#field-body ins')).toHaveText('ten to one')

  await suggestions(writer).getByRole('button', { name: 'Accept ten to one' }).click()
  await suggestions(writer).getByRole('button', { name: 'Reject later' }).click()
  for (const page of [writer, editor]) {
    await expect(page.locator('#field-body ins, #field-body del')).toHaveCount(0)
    await expect.poll(() => new EditorPage(page).words()).toBe('Students asked for later buses.The vote was ten to one. It was close.')
  }
  await new EditorPage(writer).expectSaved()
})

test('revisions are compared and one is restored, under the hands of whoever has the story open', async ({ as }) => {
  const { id, writer, editor } = await openBoth(as, 'Students asked for later buses.')
  await new StoryDesk(writer, id).open()
  await new StoryDesk(writer, id).handIn()
  await suggestions(editor).getByLabel('Suggesting').uncheck()
  await select(editor, 'nine to two')
  await editor.keyboard.type('ten to one')
  await new EditorPage(editor).expectSaved()

  const history = await as('EDITOR')
  await history.goto(`/newsroom/stories/${id}/history`)
  await expect(history.getByText('First edit after it was handed in')).toBeVisible()
  await history.getByRole('button', { name: 'Compare the chosen two' }).click()
  await expect(history.getByRole('heading', { name: 'What changed from revision 1 to revision 2' })).toBeVisible()
  await expect(history.locator('ins', { hasText: 'ten' })).toBeVisible()
  await expect(history.locator('del', { hasText: 'nine' })).toBeVisible()

  await history.getByRole('link', { name: 'Back to the history' }).click()
  await history.getByText('Restore revision 1').first().click()
  await history.getByRole('button', { name: 'Restore revision 1' }).click()
  await expect(history.getByText('Restored from revision 1')).toBeVisible()
  await expect(editor.locator('#field-body p').last()).toHaveText('The vote was nine to two.')
})

test('the history’s comparison works without script', async ({ as, browser, baseURL }) => {
  const writer = await as('WRITER')
  const { id } = await startStory(writer, { headline: 'Two revisions', deck: 'One.', text: 'Words.', tag: 'history' })
  await new StoryDesk(await as('WRITER'), id).open()
  const context = await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }), javaScriptEnabled: false, storageState: await writer.context().storageState() })
  const page = await context.newPage()
  await page.goto(`/newsroom/stories/${id}/history/compare?from=1&to=1`)
  await expect(page.getByText('These are the same revision. Choose two.')).toBeVisible()
  await page.goto(`/newsroom/stories/${id}/history/compare?from=1&to=99`)
  await expect(page.getByRole('heading', { name: 'Nothing here' })).toBeVisible()
  await context.close()
})
