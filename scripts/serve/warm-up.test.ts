import { expect, test } from 'vitest'
import { pagesBehind, warmUp } from './warm-up.ts'

const links = (...paths: string[]) => paths.map((path) => `<a class="a" href="${path}">x</a>`).join('')

test('what a page leads to: lists first, then stories, each once, and nothing that belongs to somebody', () => {
  expect(pagesBehind(links('/news/one', '/news', '/', '/news', '/newsroom', '/sign-in', '/search?q=a', '/a#b', '/feed.xml', '//host/x', 'https://else.where/', '/arts', '/staff/2025-26/ana', '/news/two'))).toEqual(['/news', '/arts', '/news/one', '/news/two'])
  const many = Array.from({ length: 40 }, (_, at) => [`/s${at}`, `/s${at}/story`]).flat()
  expect(pagesBehind(links(...many)).length).toBe(20)
})

test('each of them is asked for, one after the other', async () => {
  const asked: string[] = []
  await warmUp((path) => {
    asked.push(path)
    return Promise.resolve(path === '/' ? links('/news/one', '/news') : '')
  })
  expect(asked).toEqual(['/', '/news', '/news/one'])
})

test('a page that cannot be made does not keep the paper from starting', async () => {
  await expect(warmUp(() => Promise.reject(new Error('away')))).resolves.toBeUndefined()
})
