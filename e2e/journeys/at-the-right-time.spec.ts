import type { Page } from '@playwright/test'
import { daysAfter, dayIn } from '#domain/day.ts'
import { meaningOf } from '#domain/school-time.ts'
import { editStory } from '../fixtures/edit-story.ts'
import { setClock } from '../fixtures/faults.ts'
import { expect, test } from '../fixtures/newsroom.ts'
import { startStory } from '../fixtures/stories.ts'
import { ScheduleDesk, ZONE } from '../pages/schedule-desk.ts'
import { StoryDesk } from '../pages/story-desk.ts'

const MINUTE = 60_000
/** Two ticks of the queue, and time to render. */
const SOON = { timeout: 20_000 }

/** A whole minute, this far ahead of the real time. */
const minuteIn = (minutes: number) => new Date(Math.ceil(Date.now() / MINUTE) * MINUTE + minutes * MINUTE)

/** The next night in which a time of the school's clocks is skipped, or comes twice. */
function nightOf(kind: 'skipped' | 'twice', time: string): string {
  let day = daysAfter(dayIn(new Date(), ZONE), 2)
  while (meaningOf({ date: day, time }, ZONE).kind !== kind) day = daysAfter(day, 1)
  return day
}

type People = { writer: Page; editor: Page; adviser: Page }

/** A story that is approved. Its address is that of its headline. */
async function approved({ writer, editor, adviser }: People, headline: string, slug: string): Promise<string> {
  const { id } = await startStory(writer, { headline, deck: 'A deck.', text: 'It comes when it comes.', tag: 'time' })
  await editStory(writer, id, (content) => ({ ...content, slug }))
  await (await new StoryDesk(writer, id).open()).handIn()
  await (await new StoryDesk(editor, id).open()).sendOn()
  await (await new StoryDesk(adviser, id).open()).approve()
  return id
}

const takeOut = async (adviser: Page, id: string) => (await new StoryDesk(adviser, id).open()).withdraw('The test is over.')

test.afterEach(() => setClock(null))

test('a story comes out at its minute; before it, no address of the paper knows of it', async ({ as, reader }) => {
  const people = { writer: await as('WRITER'), editor: await as('EDITOR'), adviser: await as('ADVISER') }
  const page = await reader()
  const id = await approved(people, 'Bells to ring at a set hour', 'bells-at-a-set-hour')
  const at = minuteIn(120)
  await (await new ScheduleDesk(people.editor, id).open()).schedule(at)
  await people.writer.goto('/newsroom/stories')
  await expect(people.writer.getByRole('listitem').filter({ hasText: 'Bells to ring' }).getByText(/^Scheduled for /)).toBeVisible()

  const seen = async () => {
    const answers = await Promise.all(['/', '/news', '/news/bells-at-a-set-hour'].map((path) => page.request.get(path)))
    return Promise.all(answers.map(async (answer) => `${answer.status()} ${(await answer.text()).includes('Bells to ring')}`))
  }
  const nothing = ['200 false', '200 false', '404 false']
  expect(await seen()).toEqual(nothing)
  await setClock(new Date(at.getTime() - 30_000))
  // Two ticks pass, and there is still nothing to see.
  await page.waitForTimeout(11_000)
  expect(await seen()).toEqual(nothing)
  await setClock(at)
  await expect.poll(seen, SOON).toEqual(['200 true', '200 true', '200 true'])
  await takeOut(people.adviser, id)
})

test('the two nights on which the clocks are changed', async ({ as, reader }) => {
  const people = { writer: await as('WRITER'), editor: await as('EDITOR'), adviser: await as('ADVISER') }
  const page = await reader()
  const status = async (slug: string) => (await page.request.get(`/news/${slug}`)).status()

  const spring = nightOf('skipped', '02:30')
  const first = await approved(people, 'The hour that is not there', 'the-hour-that-is-not-there')
  await setClock(new Date(`${daysAfter(spring, -1)}T20:00:00Z`))
  const desk = await new ScheduleDesk(people.editor, first).open()
  await desk.ask({ date: spring, time: '02:30' })
  await expect(desk.page.getByText(/does not exist\. The next time is .* 3:00 AM\./)).toBeVisible()
  await expect(desk.part('Publish at a time').getByLabel('Day')).toHaveValue(spring)
  await desk.ask({ date: spring, time: '03:00' })
  await expect(desk.page.getByText(/^Scheduled for .* 3:00 AM$/)).toBeVisible()
  const three = meaningOf({ date: spring, time: '03:00' }, ZONE)
  if (three.kind !== 'once') throw new Error('3:00 comes once')
  await setClock(three.at)
  await expect.poll(() => status('the-hour-that-is-not-there'), SOON).toBe(200)
  await takeOut(people.adviser, first)

  const autumn = nightOf('twice', '01:30')
  const second = await approved(people, 'The hour that comes twice', 'the-hour-that-comes-twice')
  await setClock(new Date(`${daysAfter(autumn, -1)}T20:00:00Z`))
  const again = await new ScheduleDesk(people.editor, second).open()
  await again.ask({ date: autumn, time: '01:30' })
  const which = again.page.getByRole('group', { name: 'Which of the two?' })
  await expect(which).toContainText('first 1:30 AM PDT (UTC−7), then 1:30 AM PST (UTC−8)')
  await which.getByLabel(/^The second/).check()
  await again.part('Publish at a time').getByRole('button', { name: 'Schedule' }).click()
  await expect(again.page.getByText(/^Scheduled for .* 1:30 AM$/)).toBeVisible()
  const half = meaningOf({ date: autumn, time: '01:30' }, ZONE)
  if (half.kind !== 'twice') throw new Error('1:30 comes twice')
  await setClock(half.first)
  await page.waitForTimeout(11_000)
  expect(await status('the-hour-that-comes-twice')).toBe(404)
  await setClock(half.second)
  await expect.poll(() => status('the-hour-that-comes-twice'), SOON).toBe(200)
  await takeOut(people.adviser, second)
})

test('what cannot be published at its minute stands first for whoever can publish, with the reason; an embargo holds', async ({ as, reader }) => {
  const people = { writer: await as('WRITER'), editor: await as('EDITOR'), adviser: await as('ADVISER') }
  const { editor, adviser } = people
  const page = await reader()
  const id = await approved(people, 'A story with a question left', 'a-question-left')
  const at = minuteIn(60)
  await (await new ScheduleDesk(editor, id).open()).schedule(at)

  await new StoryDesk(adviser, id).open()
  await adviser.getByRole('button', { name: 'Add a note' }).click()
  const note = adviser.getByRole('group', { name: 'New note' })
  await note.getByLabel('Your note').fill('Is the name right?')
  await note.getByLabel('Must be settled before it can be approved').check()
  await note.getByRole('button', { name: 'Add note' }).click()
  await expect(note).toHaveCount(0)
  await setClock(at)
  const failed = editor.locator('main li').filter({ hasText: 'since' }).first()
  await expect(async () => {
    await editor.goto('/newsroom')
    await expect(failed).toContainText(/Scheduled for .*, not published: One note must be settled first\./, { timeout: 1_000 })
  }).toPass(SOON)
  expect((await page.request.get('/news/a-question-left')).status()).toBe(404)

  await failed.getByRole('link').click()
  await editor.getByRole('button', { name: 'Put this away' }).click()
  await expect(editor.getByText(/not published/)).toHaveCount(0)
  const embargo = new ScheduleDesk(editor, id).part('Embargo')
  await embargo.getByLabel('Day').fill(daysAfter(dayIn(at, ZONE), 3))
  await embargo.getByLabel('Time').fill('08:00')
  await embargo.getByRole('button', { name: 'Set the embargo' }).click()
  await expect(editor.getByText(/^Under embargo until /)).toBeVisible()
  await new StoryDesk(editor, id).open()
  await editor.getByRole('button', { name: 'Publish now' }).click()
  await expect(editor.getByText(/It is under embargo until .* Only an adviser can lift that/)).toBeVisible()
})
