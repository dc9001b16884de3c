import { expect, it } from 'vitest'
import { kindOf, loggedPath, pathOf } from './paths.ts'

it.each([
  ['/', 'document'], ['/news', 'document'], ['/news/a-story', 'document'], ['/newsroomy', 'document'], ['/setup-guide', 'document'],
  ['/newsroom', 'staff'], ['/newsroom/stories/1', 'staff'], ['/sign-in', 'staff'], ['/setup/x', 'staff'],
  ['/api/health', 'api'], ['/_next/static/a.css', 'asset'], ['/feed.xml', 'file'], ['/icon.svg', 'file'],
] as const)('%s is %s', (path, kind) => {
  expect(kindOf(path)).toBe(kind)
})

it.each([['/a%20b?c=d', '/a b'], ['/%C3%A9', '/é'], ['http://evil/', undefined], ['*', undefined], ['/%zz', undefined], ['/a%2Fb', undefined], ['/a%00', undefined]])('the path of %s', (target, path) => {
  expect(pathOf(target)).toBe(path)
})

it('keeps one-time secrets out of the log, and nothing else', () => {
  const secret = 'wJ8r2mXk0qZtB5nVfLhYdGcPsAeTuIoR-_19abcdEFG'
  expect(loggedPath(`/setup/${secret}`)).toBe('/setup/…')
  expect(loggedPath(`/sign-in/invitation/${secret}`)).toBe('/sign-in/invitation/…')
  expect(loggedPath(`/api/calendar/${secret}`)).toBe('/api/calendar/…')
  for (const place of ['/newsletter/confirm', '/newsletter/leave', '/api/newsletter/leave']) expect(loggedPath(`${place}/${secret}`)).toBe(`${place}/…`)
  expect(loggedPath(`//API//calendar/${secret}`)).not.toContain(secret)
  expect(loggedPath('/newsroom/stories/0193a1f2-7c4b-7d11-9c2e-1b2a3c4d5e6f')).toBe('/newsroom/stories/0193a1f2-7c4b-7d11-9c2e-1b2a3c4d5e6f')
  expect(loggedPath(`/news/${'a-long-slug-'.repeat(8)}`)).toContain('a-long-slug')
})
