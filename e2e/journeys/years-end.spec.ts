import { nextSchoolYear, schoolYear } from '#domain/school-year.ts'
import { DEMO_PAPER } from '#prisma/seed/accounts.ts'
import { joined, signIn } from '../fixtures/joining.ts'
import { accountOf, expect, test } from '../fixtures/newsroom.ts'
import { startStory } from '../fixtures/stories.ts'

const THIS = schoolYear(new Date(), DEMO_PAPER.timeZone)
const NEXT = nextSchoolYear(THIS)

test('the staff moves to the next year, and all of it is taken back within the hour', async ({ as, browser, reader }) => {
  const [admin, page] = [await as('ADMIN'), await reader()]
  const email = `senior-${Date.now()}@demo.fourth-period.test`
  const senior = await joined(admin, browser, { email, name: 'Sena Vasquez', role: 'Writer' })
  await startStory(senior, { headline: 'Left in the drawer', deck: '', text: 'Nobody finished this.', tag: 'drawer' })
  expect((await page.request.get(`/staff/${NEXT}`)).status()).toBe(404)

  await admin.goto('/newsroom/staff/year-end')
  await admin.getByLabel('To school year').selectOption(NEXT)
  const line = admin.getByRole('group', { name: 'Sena Vasquez' })
  await line.getByLabel('Graduates').check()
  await admin.getByRole('group', { name: accountOf('WRITER').name }).getByLabel('Position').fill('News Editor')
  await admin.getByRole('button', { name: 'Go to the summary' }).click()
  await expect(admin.getByRole('heading', { name: `To ${NEXT}` })).toBeVisible()
  await expect(admin.getByText(/^Graduate, class of \d{4}.*1 person$/)).toBeVisible()
  await expect(admin.getByLabel('Next owner of Left in the drawer')).toHaveValue(/.+/)

  // Back keeps what was chosen.
  await admin.getByRole('button', { name: 'Back' }).click()
  await expect(line.getByLabel('Graduates')).toBeChecked()
  await admin.getByRole('button', { name: 'Go to the summary' }).click()
  await admin.getByRole('button', { name: `Move the staff to ${NEXT}` }).click()
  await expect(admin.getByText('Done. The staff has moved on.')).toBeVisible()

  await senior.goto('/newsroom')
  await expect(senior).toHaveURL(/\/sign-in/)
  const next = await (await page.request.get(`/staff/${NEXT}`)).text()
  expect(next).toContain(accountOf('WRITER').name)
  expect(next).toContain('News Editor')
  expect(next).not.toContain('Vasquez')
  const past = await (await page.request.get(`/staff/${THIS}`)).text()
  expect(past).toContain('Sena Vasquez')
  expect(past).toContain(`Class of ${NEXT.slice(0, 4)}`)
  const editor = await as('EDITOR')
  await editor.goto('/newsroom/stories?q=Left+in+the+drawer')
  await expect(editor.getByText(/handed to/).first()).toBeVisible()

  await admin.getByRole('region', { name: 'Undo', exact: true }).getByRole('button', { name: 'Undo it' }).click()
  await expect(admin.getByText('Undone. Whoever was signed out can sign in again.')).toBeVisible()
  await signIn(senior, email)
  expect((await page.request.get(`/staff/${NEXT}`)).status()).toBe(404)
  expect(await (await page.request.get(`/staff/${THIS}`)).text()).not.toContain('Class of')
  await senior.context().close()
})
