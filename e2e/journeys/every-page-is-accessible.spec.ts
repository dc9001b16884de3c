import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { dayIn } from '#domain/day.ts'
import { schoolYear } from '#domain/school-year.ts'
import { slugify } from '#domain/slug.ts'
import { DEMO_PAPER } from '#prisma/seed/accounts.ts'
import { TAKEN_OUT } from '#prisma/seed/stories/in-progress.ts'
import { violationsOn } from '../fixtures/accessible.ts'
import { accountOf, expect, test } from '../fixtures/newsroom.ts'
import { FromTextPage } from '../pages/from-text.ts'

const NOWHERE = '/newsroom/stories/00000000-0000-4000-8000-000000000000'

type View = { colorScheme: 'light' | 'dark'; width: number; height: number }
const [PHONE, DESK] = [{ width: 375, height: 800 }, { width: 1440, height: 900 }]
/** Each page is judged on both screens and in both colours; what pages share, in all four ways of seeing it, since they take turns. */
const TURNS: [View, View][] = [
  [{ colorScheme: 'light', ...PHONE }, { colorScheme: 'dark', ...DESK }],
  [{ colorScheme: 'dark', ...PHONE }, { colorScheme: 'light', ...DESK }],
]
let turn = 0

/** What is wrong with the page as it stands. */
async function findingsOn(page: Page): Promise<string[]> {
  const found: string[] = []
  turn += 1
  for (const { colorScheme, ...size } of TURNS[turn % 2] ?? []) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize(size)
    found.push(...(await violationsOn(page)).map((violation) => `${page.url()} ${colorScheme} ${violation}`))
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (wider > 0) found.push(`${page.url()} is ${wider}px wider than its screen of ${size.width}px`)
  }
  return found
}

async function look(page: Page, paths: string[]): Promise<string[]> {
  const found: string[] = []
  for (const address of paths) {
    await page.goto(address)
    await expect(page.getByText('Opening the text…')).toHaveCount(0)
    found.push(...(await findingsOn(page)))
  }
  return found
}

/** The address of the first story in the newsroom's list, without its tab. */
async function firstStory(page: Page, state: string, notBy?: string): Promise<string> {
  await page.goto(`/newsroom/stories?state=${state}`)
  const lines = page.locator('main li')
  const href = await (notBy === undefined ? lines : lines.filter({ hasNotText: notBy })).locator('a').first().getAttribute('href')
  return href?.replace(/\/review$/, '') ?? ''
}

test('the paper', async ({ reader }) => {
  const page = await reader({ script: true })
  await page.goto('/news')
  const stories = await page.locator('main a[href^="/news/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  expect(stories.length).toBeGreaterThan(1)
  const two = [...new Set(stories)].slice(0, 2)
  expect(await look(page, [
      '/',
      '/news',
      ...two,
      '/news/no-such-story',
      '/a/b/c',
      `/staff/${schoolYear(new Date(), DEMO_PAPER.timeZone)}`,
      '/staff',
      '/staff/theo-lindqvist-amari',
      '/about',
      '/accessibility',
      '/newsletter',
      '/newsletter?done=sent',
      `/newsletter/confirm/${'A'.repeat(43)}`,
      `/newsletter/leave/${'A'.repeat(43)}`,
      '/letters',
      '/letters?done=sent',
      '/tips',
      '/comments/send?story=/news/a-story&done=sent',
      '/problem',
      '/news/two-new-bus-routes-cut-the-longest-ride-by-26-minutes',
      '/district',
      '/tag/water',
      '/series/the-old-pipes',
      '/district/the-old-pipes-part-two-14-fountains-14-tests',
      '/archive',
      `/archive/${schoolYear(new Date(), DEMO_PAPER.timeZone)}`,
      `/archive/${dayIn(new Date(), DEMO_PAPER.timeZone).slice(0, 7).replace('-', '/')}`,
      '/scores',
      `/scores/girls-varsity-volleyball-${schoolYear(new Date(), DEMO_PAPER.timeZone)}`,
      `/scores/girls-varsity-cross-country-${schoolYear(new Date(), DEMO_PAPER.timeZone)}`,
      '/sports/swimmers-trade-practice-for-sunrise-and-like-it',
      '/polls/none',
      '/corrections',
      '/corrections/request?story=/news/a-story',
      '/corrections/request/sent?reference=AAAA-AAAA',
      '/search',
      '/search?q=robotics&pictures=1',
      '/search?q=robotcs+team',
      '/search?q=nosuchwordatall&section=news',
      '/sign-in',
      '/sign-in/forgot',
      '/sign-in/invitation/x',
      '/issues',
      '/offline',
    ])).toEqual([])
  const withdrawn = `/${slugify(TAKEN_OUT.section)}/${slugify(TAKEN_OUT.headline)}`
  expect((await page.request.get(withdrawn)).status()).toBe(410)
  expect(await look(page, [withdrawn, '/sign-in/link'])).toEqual([])
})

test('the newsroom, as an admin sees it', async ({ as }) => {
  const page = await as('ADMIN')
  const base = await firstStory(page, 'REVIEW')
  await page.goto('/newsroom/requests')
  const request = (await page.locator('main li a').first().getAttribute('href')) ?? ''
  await page.goto('/newsroom/readers/letters')
  const letter = (await page.locator('main li a[href^="/newsroom/readers/letters/"]').first().getAttribute('href')) ?? ''
  await page.goto('/newsroom/account')
  const profile = (await page.getByRole('link', { name: 'Your profile' }).getAttribute('href')) ?? ''
  expect(
    await look(page, [
      '/newsroom',
      '/newsroom/stories',
      '/newsroom/stories/new',
      '/newsroom/stories/new/from-text',
      base,
      `${base}/review`,
      `${base}/schedule`,
      `${base}/history`,
      `${base}/record`,
      '/newsroom/audit',
      '/newsroom/audit?kind=staff.deactivated&from=1999-01-01&to=1999-01-01',
      '/newsroom/requests',
      request,
      '/newsroom/readers',
      '/newsroom/readers/newsletter?show=aside',
      '/newsroom/readers/letters',
      letter,
      '/newsroom/readers/comments',
      '/newsroom/pages',
      '/newsroom/staff',
      '/newsroom/staff/invite',
      '/newsroom/staff/opt-out',
      '/newsroom/staff/year-end',
      profile,
      '/newsroom/settings',
      '/newsroom/settings/sections',
      '/newsroom/series',
      '/newsroom/tags',
      '/newsroom/settings/look',
      '/newsroom/settings/look/preview',
      '/newsroom/settings/look/preview?page=story',
      '/newsroom/settings/people',
      '/newsroom/settings/jobs',
      '/newsroom/settings/mail',
      '/newsroom/settings/mail?show=trouble',
      '/newsroom/settings/review',
      '/newsroom/account',
      '/newsroom/account/notifications',
      '/newsroom/issues',
      '/newsroom/figures',
      '/newsroom/settings/reading',
      '/newsroom/settings/support',
    ]),
  ).toEqual([])
})

test('the plans of the newsroom', async ({ as }) => {
  const page = await as('EDITOR')
  const base = await firstStory(page, 'EDITING')
  await page.goto('/newsroom/pitches')
  const pitch = await page.locator('main li a').first().getAttribute('href')
  const calendar = ['', '?view=month', '?view=week', '?view=agenda'].map((query) => `/newsroom/calendar${query}`)
  expect(await look(page, ['/newsroom/front', '/newsroom/front?find=zzzz', '/newsroom/front/preview', '/newsroom/board', ...calendar, '/newsroom/sports', '/newsroom/sports/opponents', '/newsroom/polls', '/newsroom/polls/new', '/newsroom/pitches', '/newsroom/pitches/new', pitch ?? '', '/newsroom/stories/new/assignment', `${base}/plan`])).toEqual([])
})

test('the newsroom, where a writer may only read, or not even that', async ({ as }) => {
  const page = await as('WRITER')
  const withdrawn = await firstStory(page, 'WITHDRAWN')
  const live = await firstStory(page, 'LIVE', accountOf('WRITER').name)
  await page.goto(live)
  await expect(page.getByLabel('Headline', { exact: true })).not.toBeEditable()
  expect(await look(page, ['/newsroom/settings', '/newsroom/front', '/newsroom/front/preview', '/newsroom/staff/opt-out', NOWHERE, live, `${withdrawn}/review`])).toEqual([])
})

test('a text that was understood', async ({ as }) => {
  const page = await as('WRITER')
  const fromText = await new FromTextPage(page).open()
  await fromText.paste(readFileSync(path.join(import.meta.dirname, '../fixtures/pasted-story.txt'), 'utf8'))
  await expect(fromText.picture(1)).toBeVisible()
  expect(await findingsOn(page)).toEqual([])
})

test('the forms behind one-time links', async ({ as, reader }) => {
  const admin = await as('ADMIN')
  await admin.goto('/newsroom/staff')
  const invite = admin.getByRole('region', { name: 'Invite somebody' })
  await invite.getByLabel('E-mail').fill('looked-at@demo.fourth-period.test')
  await invite.getByRole('button', { name: 'Invite', exact: true }).click()
  const invitation = await invite.getByLabel('One-time link').inputValue()
  const line = admin.getByRole('listitem').filter({ hasText: accountOf('EDITOR').email })
  await line.getByText('Manage').click()
  await line.getByRole('button', { name: 'Make a password link' }).click()
  const reset = await line.getByLabel('One-time link').inputValue()
  const page = await reader({ script: true })
  await page.goto(invitation)
  await expect(page.getByRole('button', { name: 'Join the staff' })).toBeVisible()
  await page.goto(reset)
  await expect(page.getByLabel('Password', { exact: true }).or(page.getByLabel('New password'))).toBeVisible()
  expect(await look(page, [invitation, reset].map((link) => new URL(link).pathname))).toEqual([])
})
