import { expect, test } from 'vitest'
import { HarperDesk } from './harper-desk.ts'
import type { FromHarper, ToHarper } from './harper-protocol.ts'

function aDesk() {
  const posted: ToHarper[] = []
  let heard: (message: FromHarper) => void = () => {}
  const ended = { count: 0 }
  const desk = new HarperDesk((hear) => {
    heard = hear
    return { post: (message) => posted.push(message), end: () => (ended.count += 1) }
  }, () => {})
  const asked = () => posted.flatMap((message) => (message.type === 'check' ? [message.texts] : []))
  const answer = () => {
    const last = posted.filter((message) => message.type === 'check').at(-1)
    if (last?.type === 'check') heard({ type: 'checked', n: last.n, remarks: last.texts.map(() => []) })
  }
  return { desk, posted, asked, answer, say: (message: FromHarper) => heard(message), ended }
}

test('it is told the words first, and asked only when it is ready', () => {
  const { desk, posted, asked, say } = aDesk()
  desk.open(['Okonjo'])
  desk.read(['One.'])
  expect(posted).toEqual([{ type: 'words', words: ['Okonjo'] }])
  expect(desk.busy).toBe(true)
  say({ type: 'ready' })
  expect(asked()).toEqual([['One.']])
})

test('only what changed is read again; empty and equal texts are not sent', () => {
  const { desk, asked, answer, say } = aDesk()
  desk.open([])
  say({ type: 'ready' })
  desk.read(['One.', '', 'One.', 'Two.'])
  answer()
  expect(desk.busy).toBe(false)
  desk.read(['One.', 'Two, changed.'])
  expect(asked()).toEqual([['One.', 'Two.'], ['Two, changed.']])
})

test('a batch at a time; what went meanwhile is not asked any more', () => {
  const { desk, asked, answer, say } = aDesk()
  desk.open([])
  say({ type: 'ready' })
  desk.read(Array.from({ length: 30 }, (_, index) => `Paragraph ${index}.`))
  expect(asked()[0]).toHaveLength(12)
  desk.read(['Paragraph 29.'])
  answer()
  expect(asked()[1]).toEqual(['Paragraph 29.'])
})

test('where it cannot run it says so once, and is not started again', () => {
  const { desk, posted, say, ended } = aDesk()
  desk.open([])
  say({ type: 'failed', reason: 'no WebAssembly' })
  expect([desk.state, desk.busy, ended.count]).toEqual(['failed', false, 1])
  desk.open([])
  desk.read(['One.'])
  expect(posted).toHaveLength(1)
})

test('closed, it keeps what it said, and hears nothing more', () => {
  const { desk, say, answer } = aDesk()
  desk.open([])
  say({ type: 'ready' })
  desk.read(['One.'])
  answer()
  desk.close()
  say({ type: 'failed', reason: 'late' })
  expect([desk.state, desk.remarks.has('One.')]).toEqual(['off', true])
})
