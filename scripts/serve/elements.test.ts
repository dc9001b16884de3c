import { expect, test } from 'vitest'
import { ReaderElements } from './elements.ts'

const SCRIPTS = { share: 'const a=1;said.push(a)', listen: 'const a=2;said.push(a)', poll: 'const a=3;said.push(a)' }

test('the elements of a page are one file, in which none meets another', () => {
  const address = new ReaderElements(SCRIPTS).addressOfAll(['share', 'none', 'listen', 'share']) ?? ''
  expect(address).toMatch(/^\/elements\/listen\+share\.[\w-]{12}\.js$/)
  const file = new ReaderElements(SCRIPTS).fileAt(address)
  expect(file).toMatchObject({ type: 'text/javascript; charset=utf-8', cacheControl: 'public, max-age=31536000, immutable' })
  const said: number[] = []
  new Function('said', file?.body.toString() ?? '')(said)
  expect(said).toEqual([2, 1])
})

test('one element has its own file, and none has none', () => {
  const elements = new ReaderElements(SCRIPTS)
  expect(elements.addressOfAll(['poll', 'none'])).toBe(elements.addressOf('poll'))
  expect(elements.addressOfAll(['none'])).toBeUndefined()
  expect(elements.scriptOf('none')).toBe('')
})

test('nobody can have files made but those that a page would name', () => {
  const elements = new ReaderElements(SCRIPTS)
  const [, hash] = /\.([\w-]{12})\.js$/.exec(elements.addressOfAll(['listen', 'share']) ?? '') ?? []
  for (const path of [`/elements/share+listen.${hash}.js`, `/elements/listen+listen.${hash}.js`, '/elements/listen+poll.aaaaaaaaaaaa.js', `/elements/listen+none.${hash}.js`]) expect(elements.fileAt(path), path).toBeUndefined()
})
