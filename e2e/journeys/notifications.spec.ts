import { daysAfter, dayIn } from '#domain/day.ts'
import { meaningOf } from '#domain/school-time.ts'
import { violationsOn } from '../fixtures/accessible.ts'
import { setClock } from '../fixtures/faults.ts'
import { accountOf, expect, test } from '../fixtures/newsroom.ts'
import { startStory } from '../fixtures/stories.ts'
import { ZONE } from '../pages/schedule-desk.ts'
import { StoryDesk } from '../pages/story-desk.ts'
import { CatchAll, Told } from '../pages/told.ts'

/** Stands in the text of the story and in its notes, and must stand in no mail. */
const CANARY = 'zanzibarquokka'
/** Two ticks, and time to render. */
const SOON = { timeout: 20_000 }

const [writerMail, adviserMail] = [accountOf('WRITER').email, accountOf('ADVISER').email]

/** Tomorrow morning after seven, on the paper's clocks. */
function tomorrowMorning(): Date {
  const meaning = meaningOf({ date: daysAfter(dayIn(new Date(), ZONE), 1), time: '07:05' }, ZONE)
  if (meaning.kind !== 'once') throw new Error('7:05 AM comes once a day')
  return meaning.at
}

test.afterEach(() => setClock(null))

test('each hears in the newsroom and by mail of what waits for them, as they choose, and no mail tells a story', async ({ as }) => {
  const [writer, editor, adviser, admin] = [await as('WRITER'), await as('EDITOR'), await as('ADVISER'), await as('ADMIN')]
  const [writerTold, adviserTold, mails] = [new Told(writer), new Told(adviser), new CatchAll(admin)]
  const headline = 'The clock tower strikes again'
  const { id } = await startStory(writer, { headline, deck: CANARY, text: `It strikes. ${CANARY}`, tag: 'clock' })
  await adviserTold.readAll()
  await (await new StoryDesk(writer, id).open()).handIn()
  await (await new StoryDesk(editor, id).open()).sendOn()

  // The adviser: in the header, in the list, and by mail.
  expect(await adviserTold.unread()).toBeGreaterThan(0)
  await adviserTold.open()
  const waits = adviserTold.line(headline)
  await expect(waits).toContainText(`“${headline}” waits for your review`)
  await expect(waits).toContainText('Unread')
  expect(await violationsOn(adviser)).toEqual([])
  await mails.caught(adviserMail, `“${headline}” waits for your review · The Harbor Light`)
  const told = await mails.read(adviserMail, `“${headline}” waits for your review · The Harbor Light`)
  for (const part of ['The Harbor Light', headline, '/newsroom/notifications/', 'You get this mail because you are one of those who can decide it.', '/newsroom/account/notifications']) expect(told).toContain(part)
  expect(told).not.toContain(CANARY)
  expect(await violationsOn(admin)).toEqual([])

  // The link of the mail leads to the story, and what it tells is read.
  await adviser.goto(new URL(/https?:\S+\/newsroom\/notifications\/\S+/.exec(told)?.[0] ?? 'http://missing.test').pathname)
  await expect(adviser).toHaveURL(new RegExp(`/newsroom/stories/${id}/review$`))
  await adviserTold.open()
  await expect(adviserTold.line(headline)).not.toContainText('Unread')

  // Sent back: the writer sees it, opens it, and the count falls.
  await writerTold.readAll()
  await (await new StoryDesk(adviser, id).open()).sendBack(`Check the hour. ${CANARY}`)
  const before = await writerTold.unread()
  expect(before).toBeGreaterThan(0)
  // Once it is read in the newsroom, no mail about it goes out any more.
  const sentBack = new RegExp(`sent “${headline}” back with notes`)
  await mails.caught(writerMail, sentBack)
  await writerTold.open()
  await writerTold.line(headline).getByRole('link').click()
  await expect(writer).toHaveURL(new RegExp(`/newsroom/stories/${id}/review$`))
  expect(await writerTold.unread()).toBeLessThan(before)
  await mails.open()
  await expect(mails.mails(writerMail, sentBack)).toHaveCount(1)
  expect(await mails.read(writerMail, sentBack)).not.toContain(CANARY)

  // Switched off by mail, it is told in the newsroom alone.
  await writerTold.chooseMail('Your story was sent back with notes', 'Not at all')
  await writerTold.readAll()
  await (await new StoryDesk(writer, id).open()).handIn()
  await (await new StoryDesk(editor, id).open()).sendBack(`The minute too. ${CANARY}`)
  await writerTold.open()
  await expect(writerTold.line(`sent “${headline}” back with notes`)).toContainText('Unread')
  await mails.open()
  await expect(mails.mails(writerMail, sentBack)).toHaveCount(1)

  // A note waits for the digest of the next morning.
  await new StoryDesk(editor, id).open()
  await editor.getByRole('button', { name: 'Add a note' }).click()
  const note = editor.getByRole('group', { name: 'New note' })
  await note.getByLabel('Your note').fill(`Who winds it? ${CANARY}`)
  await note.getByRole('button', { name: 'Add note' }).click()
  await expect(note).toHaveCount(0)
  await writerTold.open()
  await expect(writerTold.line(`wrote a note on “${headline}”`)).toContainText('Unread')
  await setClock(tomorrowMorning())
  const toKnow = /to know · The Harbor Light$/
  let digest = ''
  await expect(async () => {
    await mails.open()
    await expect(mails.mails(writerMail, toKnow)).not.toHaveCount(0, { timeout: 1_000 })
    // Another journey of this paper may have moved its clock before, and had a digest.
    digest = await mails.read(writerMail, toKnow)
    expect(digest).toContain(`wrote a note on “${headline}”`)
  }).toPass(SOON)
  expect(digest).not.toContain(CANARY)
})

test('the catch-all is the admin’s alone, and can be emptied', async ({ as, reader }) => {
  const [writer, adviser, admin] = [await as('WRITER'), await as('ADVISER'), await as('ADMIN')]
  const visitor = await reader({ script: true })
  await visitor.goto('/sign-in/link')
  await visitor.getByLabel('E-mail').fill(writerMail)
  await visitor.getByRole('button', { name: 'Send me a link' }).click()
  await expect(visitor.getByText(/a mail with a link is on its way/)).toBeVisible()

  const mails = await new CatchAll(admin).open()
  const link = mails.mails(writerMail, 'Sign in to The Harbor Light')
  await mails.caught(writerMail, 'Sign in to The Harbor Light')
  const address = (await link.first().getByRole('link').getAttribute('href')) ?? ''
  for (const page of [writer, adviser]) {
    for (const path of ['/newsroom/settings/mail', address]) {
      await page.goto(path)
      await expect(page.getByRole('heading', { name: 'Not part of your role' })).toBeVisible()
      expect(await page.content()).not.toContain('/sign-in/link/')
    }
  }
  await admin.getByRole('button', { name: 'Erase all' }).click()
  await expect(link).toHaveCount(0)
  await admin.goto(address)
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('Nothing here')
})

test('what somebody waits for cannot be switched off, and the settings say so', async ({ as }) => {
  const writer = await as('WRITER')
  await writer.goto('/newsroom/account')
  await writer.getByRole('link', { name: 'What you are told, and how' }).click()
  const required = writer.getByRole('group', { name: 'A change is required in your story', exact: true })
  await expect(required).toContainText('Always in the newsroom')
  await expect(required.getByRole('checkbox')).toHaveCount(0)
  await expect(writer.getByRole('group', { name: 'A reader asks for a change', exact: true })).toHaveCount(0)
  await writer.getByRole('radio', { name: 'On Mondays' }).check()
  await writer.getByLabel('At', { exact: true }).selectOption({ label: '4:00 PM' })
  const approved = writer.getByRole('group', { name: 'Your story was approved', exact: true })
  await approved.getByRole('checkbox', { name: 'In the newsroom' }).uncheck()
  await writer.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(writer.getByText('Saved. It holds from now on.')).toBeVisible()
  await writer.reload()
  await expect(writer.getByRole('radio', { name: 'On Mondays' })).toBeChecked()
  await expect(writer.getByLabel('At', { exact: true })).toHaveValue('16')
  await expect(approved.getByRole('checkbox', { name: 'In the newsroom' })).not.toBeChecked()
})
