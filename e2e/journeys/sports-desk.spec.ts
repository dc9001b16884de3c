import { schoolYear } from '#domain/school-year.ts'
import { DEMO_PAPER } from '#prisma/seed/accounts.ts'
import { violationsOn } from '../fixtures/accessible.ts'
import { expect, test } from '../fixtures/newsroom.ts'

const YEAR = schoolYear(new Date(), DEMO_PAPER.timeZone)
const TEAM = `/scores/girls-varsity-basketball-${YEAR}`
const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)

test('a season is entered on a phone, and readers see every result within a second', async ({ as, reader }) => {
  const [editor, other, page] = [await as('EDITOR'), await as('ADVISER'), await reader()]
  await editor.setViewportSize({ width: 375, height: 800 })
  expect((await page.goto(TEAM))?.status()).toBe(404)

  await editor.goto('/newsroom/sports')
  await editor.getByText('Add a team', { exact: true }).click()
  await editor.getByRole('button', { name: 'Add the team' }).click()
  await expect(editor.getByText('Choose a sport.')).toBeVisible()
  await editor.getByLabel('Sport', { exact: true }).selectOption('Basketball')
  await editor.getByLabel('Name in scores').fill('Harbor')
  await editor.getByLabel('League', { exact: true }).fill('Coastal League')
  await editor.getByRole('button', { name: 'Add the team' }).click()
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText('Girls Varsity Basketball')

  const add = async (opponent: string, ahead: number) => {
    await editor.getByLabel('Day', { exact: true }).fill(day(ahead))
    await editor.getByLabel('Time', { exact: true }).fill('18:30')
    await editor.getByLabel('Opponent', { exact: true }).fill(opponent)
    await editor.getByRole('button', { name: 'Add the game' }).click()
    await expect(editor.getByRole('link', { name: `vs. ${opponent}`, exact: true })).toBeVisible()
  }
  await add('Cedar Point', -2)
  await page.goto(TEAM)
  await expect(page.getByRole('row', { name: /vs. Cedar Point.*6:30/ })).toBeVisible()

  // A result takes two numbers. Another tab of the same game does not write over it.
  await editor.getByRole('link', { name: 'Enter the result' }).click()
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText('Harbor vs. Cedar Point')
  await other.goto(editor.url())
  const final = editor.getByRole('group', { name: 'Final' })
  await final.getByLabel('Harbor').fill('61')
  await editor.getByRole('button', { name: 'Publish the result' }).click()
  await expect(editor.getByText('Type a number.')).toBeVisible()
  await final.getByLabel('Cedar Point').fill('58')
  await editor.getByRole('button', { name: 'Publish the result' }).click()
  await expect(editor.getByText('Published. Readers see it now.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('row', { name: /vs. Cedar Point.*Won 61-58/ })).toBeVisible()
  await expect(page.getByText('Record 1-0')).toBeVisible()
  await other.getByRole('group', { name: 'Final' }).getByLabel('Harbor').fill('6')
  await other.getByRole('group', { name: 'Final' }).getByLabel('Cedar Point').fill('5')
  await other.getByRole('button', { name: 'Publish the result' }).click()
  await expect(other.getByText('Somebody else changed this')).toBeVisible()

  // The quarters can follow, and must add up.
  await editor.getByText('Score by period, and extra time').click()
  for (const [index, [us, them]] of [['20', '12'], ['11', '16'], ['14', '17'], ['16', '12']].entries()) {
    const quarter = editor.getByRole('group', { name: `Q${index + 1}` })
    await quarter.getByLabel('Harbor').fill(us ?? '')
    await quarter.getByLabel('Cedar Point').fill(them ?? '')
  }
  await editor.getByRole('button', { name: 'Publish the change' }).click()
  await expect(editor.getByText('The periods add up to 61–57, but the final score says 61–58. Correct one of them.')).toBeVisible()
  await editor.getByRole('group', { name: 'Q4' }).getByLabel('Cedar Point').fill('13')
  await editor.getByRole('button', { name: 'Publish the change' }).click()
  await expect(editor.getByText('Published. Readers see it now.')).toBeVisible()
  expect(await violationsOn(editor)).toEqual([])

  await editor.getByRole('link', { name: 'The team', exact: true }).click()
  const roster = editor.getByRole('region', { name: 'Roster' })
  await roster.getByLabel('No.').fill('23')
  await roster.getByLabel('Name').fill('Delphine Marsh')
  await roster.getByRole('button', { name: 'Save the roster' }).click()
  await expect(roster.getByText('Saved. Readers see it now.')).toBeVisible()
  const table = editor.getByRole('region', { name: 'League table' })
  await table.getByLabel('Team').fill('Cedar Point')
  for (const [label, count] of [['Wins', '1'], ['Losses', '1'], ['Ties', '0']] as const) await table.getByLabel(label).fill(count)
  await table.getByRole('button', { name: 'Save the table' }).click()
  await expect(table.getByText('Saved. Readers see it now.')).toBeVisible()

  await page.reload()
  await expect(page.getByRole('row', { name: /Harbor 20 11 14 16 61/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /1 Harbor 1 0 1.000/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /23 Delphine Marsh/ })).toBeVisible()
  const data: unknown = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '')
  expect(data).toMatchObject([{ '@type': 'SportsEvent', homeTeam: { name: 'Harbor Girls Varsity Basketball' }, awayTeam: { name: 'Cedar Point' } }])

  // The strip stands on the front page and on the section, until it is switched off.
  for (const address of ['/', '/sports']) {
    await page.goto(address)
    await expect(page.getByRole('region', { name: 'Latest scores' }).getByRole('link', { name: /Girls Basketball.*Harbor.*61.*Cedar Point.*58/ })).toBeVisible()
  }
  await page.goto('/scores')
  await expect(page.getByRole('row', { name: /Girls Varsity Basketball 1-0/ })).toBeVisible()
  const looked = await reader({ script: true })
  for (const address of ['/scores', TEAM, '/sports', '/sports/volleyball-takes-league-title-in-five-sets']) {
    await looked.goto(address)
    expect(await violationsOn(looked), address).toEqual([])
  }
  await expect(looked.getByRole('complementary', { name: 'Score' }).getByRole('row', { name: /Harbor 19 22 25 26 15 3/ })).toBeVisible()

  await editor.goto('/newsroom/sports')
  await editor.getByText('Settings of the sports desk').click()
  await editor.getByLabel('Show the latest scores').uncheck()
  await editor.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(editor.getByText('Saved. Readers see it now.')).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('region', { name: 'Latest scores' })).toHaveCount(0)
  await editor.getByLabel('Show the latest scores').check()
  await editor.getByRole('button', { name: 'Save', exact: true }).click()
  await expect.poll(async () => (await page.goto('/')) !== null && page.getByRole('region', { name: 'Latest scores' }).count()).toBe(1)
})
