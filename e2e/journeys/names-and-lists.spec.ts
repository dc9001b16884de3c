import { expect, test } from '../fixtures/newsroom.ts'
import { startStory } from '../fixtures/stories.ts'
import { StoryDesk } from '../pages/story-desk.ts'

test('a pasted list names each bad line, and invites nobody before it is confirmed', async ({ as }) => {
  const admin = await as('ADMIN')
  const mark = Date.now()
  await admin.goto('/newsroom/staff/invite')
  await admin.getByLabel('Or paste the list').fill(`Name;E-mail;Role;Position\nPia Nakamura;pia-${mark}@demo.fourth-period.test;Editor;Arts Editor\nNo Address;;Writer\nBoss;boss-${mark}@demo.fourth-period.test;Boss\nEllen;adviser@demo.fourth-period.test`)
  await admin.getByRole('button', { name: 'Check the list' }).click()
  const bad = admin.getByRole('region', { name: 'Not understood: 2 lines' })
  await expect(bad).toContainText('Line 3')
  await expect(bad).toContainText('The e-mail address is missing.')
  await expect(bad).toContainText('Line 4')
  await expect(admin.getByRole('region', { name: 'On staff already: 1 person' })).toContainText('Line 5')
  await expect(admin.getByRole('region', { name: 'To be invited: 1 person' })).toContainText('Pia Nakamura')
  const other = await as('ADMIN')
  await other.goto('/newsroom/staff')
  await expect(other.getByRole('region', { name: 'Invited' })).not.toContainText('Pia Nakamura')
  await admin.getByRole('button', { name: 'Invite 1 person' }).click()
  await expect(admin.getByLabel('Name, e-mail and link of each')).toHaveValue(new RegExp(`pia-${mark}@.*/sign-in/invitation/`))
  await other.reload()
  await expect(other.getByRole('region', { name: 'Invited' })).toContainText('Pia Nakamura')
})

test('a name of the opt-out list waits for the adviser, who can allow one story', async ({ as }) => {
  const [writer, adviser] = [await as('WRITER'), await as('ADVISER')]
  await adviser.goto('/newsroom/staff/opt-out')
  const add = adviser.getByRole('region', { name: 'Add somebody' })
  await add.getByLabel('Name', { exact: true }).fill('Zelda Quartermain')
  await add.getByLabel('Other names').fill('Zelly Q')
  await add.getByRole('button', { name: 'Add to the list' }).click()
  const listed = adviser.getByRole('region', { name: 'On the list' }).getByRole('listitem').filter({ hasText: 'Zelda Quartermain' })
  await expect(listed).toBeVisible()

  await writer.goto('/newsroom/staff/opt-out')
  await expect(writer.getByText('Your role does not include this.')).toBeVisible()
  await expect(writer.getByText('Zelda')).toHaveCount(0)
  const { id } = await startStory(writer, { headline: 'The bus was late', deck: '', text: 'We waited with Quartermain, Zelda, at the stop.', tag: 'buses' })
  const desk = await new StoryDesk(writer, id).open()
  await expect(writer.getByText('A name on the opt-out list is in the text (“Quartermain, Zelda”): ask your adviser.').first()).toBeVisible()
  await expect(writer.getByText('Zelly')).toHaveCount(0)
  await desk.handIn()
  await (await new StoryDesk(await as('EDITOR'), id).open()).sendOn()

  const review = await new StoryDesk(adviser, id).open()
  const panel = adviser.getByRole('region', { name: 'On the opt-out list' })
  await panel.getByLabel('Why this story may name Zelda Quartermain').fill('Her family agreed to this one.')
  await panel.getByRole('button', { name: 'Allow in this story' }).click()
  await expect(panel.getByText(/Allowed in this story by/)).toBeVisible()
  await review.approve()

  await adviser.goto('/newsroom/staff/opt-out')
  await listed.getByText('Change').click()
  await listed.getByRole('button', { name: 'Remove from the list' }).click()
  await expect(listed).toHaveCount(0)
})
