import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/newsroom.ts'
import { control } from '../fixtures/faults.ts'
import { EditorPage } from '../pages/editor.ts'

/** npm test kills it four times; FP_KILLS=50 for the long run. server/together/kills.test.ts kills fifty times, without a browser. */
const KILLS = Number(process.env.FP_KILLS ?? 4)

/** Types numbered words until told to stop; answers all of them. */
function typing(page: Page, name: string): { stop: () => Promise<string[]> } {
  const words: string[] = []
  let going = true
  const done = (async () => {
    while (going) {
      const word = `${name}${String(words.length).padStart(4, '0')}`
      words.push(word)
      await page.keyboard.type(`${word} `, { delay: 12 })
    }
    return words
  })()
  return {
    stop: () => {
      going = false
      return done
    },
  }
}

const wordsOf = async (editor: EditorPage, name: string) => (await editor.words()).match(new RegExp(`${name}\\d{4}`, 'g')) ?? []

// The seed makes a failure repeatable: kills fall into every part of typing, sending and storing.
function randomly(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

test('the server is killed again and again while two people type, and not a letter is lost or doubled', async ({ as }) => {
  test.setTimeout(240_000 + KILLS * 15_000)
  const [first, second] = [await as('WRITER'), await as('EDITOR')]
  await first.goto('/newsroom/stories/new')
  await first.getByRole('button', { name: /start/i }).click()
  await first.waitForURL(/\/newsroom\/stories\/[0-9a-f-]{36}$/)
  const id = first.url().split('/').at(-1) ?? ''
  const one = new EditorPage(first)
  await expect(one.text).toHaveAttribute('contenteditable', 'true')
  await one.write('Above: \nBelow: ')
  await one.expectSaved()
  const two = await new EditorPage(second).open(id)
  await expect(two.text).toContainText('Below:')
  await two.write('')
  await one.text.getByText('Above:').click()
  await first.keyboard.press('End')

  const random = randomly(7)
  const [above, below] = [typing(first, 'a'), typing(second, 'b')]
  for (let kill = 0; kill < KILLS; kill += 1) {
    await pause(Math.round(random() * 900))
    await control('kill')
  }
  const [typedAbove, typedBelow] = [await above.stop(), await below.stop()]
  // Both first: what one of them still keeps cannot stand with the other.
  for (const editor of [one, two]) await expect(editor.status).toHaveText(/^Saved \d/, { timeout: 120_000 })
  for (const editor of [one, two]) {
    await expect.poll(() => wordsOf(editor, 'a')).toEqual(typedAbove)
    await expect.poll(() => wordsOf(editor, 'b')).toEqual(typedBelow)
  }
  // What the database holds, read by somebody who has nothing kept on their computer.
  const fresh = await new EditorPage(await as('ADVISER')).open(id)
  expect(await wordsOf(fresh, 'a')).toEqual(typedAbove)
  expect(await wordsOf(fresh, 'b')).toEqual(typedBelow)
  console.log(`${KILLS} kills, ${typedAbove.join(' ').length + typedBelow.join(' ').length} characters typed, none lost`)
})
