import { expect, test, vi } from 'vitest'
import type { NewsroomAsset } from '#domain/media.ts'
import { createUploadQueue, viewOf, type SendAnswer, type UploadTransport } from './upload-queue.ts'

// The queue only hands an asset on.
const asset = (name: string) => ({ id: name }) as NewsroomAsset
const done = (name: string): SendAnswer => ({ kind: 'done', asset: asset(name), duplicateOf: null })
const file = (name: string, size = 10) => new File(['x'.repeat(size)], name)

/** A world in which each try is answered by hand, in the order in which it was sent. */
function world() {
  const sent: { name: string; progress: (part: number) => void; answer: (answer: SendAnswer) => void }[] = []
  const waits: { seconds: number; over: () => void }[] = []
  const transport: UploadTransport<File> = {
    prepare: async (one) => (one.name.endsWith('.gif') ? { ok: false, message: 'This seems to be a GIF.' } : { ok: true, ready: one }),
    send: (one, progress, signal) =>
      new Promise((answer, reject) => {
        signal.addEventListener('abort', () => reject(new Error('cancelled')))
        sent.push({ name: one.name, progress, answer })
      }),
    wait: (seconds, signal) =>
      new Promise((over, reject) => {
        signal.addEventListener('abort', () => reject(new Error('cancelled')))
        waits.push({ seconds, over })
      }),
  }
  let number = 0
  const queue = createUploadQueue(transport, () => `u${(number += 1)}`)
  const states = () => queue.view().items.map(({ name, state }) => `${name} ${state.kind}`)
  const answer = async (at: number, what: SendAnswer) => {
    await vi.waitFor(() => expect(sent[at]).toBeDefined())
    sent[at]?.answer(what)
    await new Promise((go) => setTimeout(go))
  }
  return { queue, sent, waits, states, answer }
}
const settle = () => new Promise((go) => setTimeout(go))

test('two go out at a time, and the next when one is done', async () => {
  const { queue, sent, states, answer } = world()
  queue.add([file('a'), file('b'), file('c')])
  await settle()
  expect(states()).toEqual(['a sending', 'b sending', 'c waiting'])
  await answer(1, done('b'))
  expect(states()).toEqual(['a sending', 'b done', 'c sending'])
  await answer(0, done('a'))
  await answer(2, done('c'))
  expect(queue.view()).toMatchObject({ running: 0, done: 3, failed: 0, part: 1 })
  expect(sent).toHaveLength(3)
})

test('a broken file stops no other, and is not tried again', async () => {
  const { queue, states, answer, sent } = world()
  const [broken = ''] = queue.add([file('moving.gif'), file('a')])
  await answer(0, done('a'))
  expect(states()).toEqual(['moving.gif failed', 'a done'])
  queue.retry(broken)
  queue.retryFailed()
  await settle()
  expect(states()).toEqual(['moving.gif failed', 'a done'])
  expect(sent).toHaveLength(1)
})

test('what failed on the way can be tried again, alone or all together', async () => {
  const { queue, states, answer, sent } = world()
  const [a = ''] = queue.add([file('a'), file('b'), file('c')])
  const down: SendAnswer = { kind: 'failed', message: 'The connection is down.', retry: true }
  await answer(0, down)
  await answer(1, down)
  await answer(2, down)
  expect(queue.view().failed).toBe(3)
  queue.retry(a)
  await answer(3, done('a'))
  expect(states()).toEqual(['a done', 'b failed', 'c failed'])
  queue.retryFailed()
  await settle()
  expect(states()).toEqual(['a done', 'b sending', 'c sending'])
  expect(sent.slice(4).map(({ name }) => name)).toEqual(['b', 'c'])
})

test('a busy server is waited for as long as it asks, and then tried again by itself', async () => {
  const { queue, states, answer, waits } = world()
  queue.add([file('a')])
  await answer(0, { kind: 'busy', seconds: 7 })
  expect(states()).toEqual(['a resting'])
  expect(waits[0]?.seconds).toBe(7)
  waits[0]?.over()
  await answer(1, { kind: 'busy', seconds: 100_000 })
  expect(waits[1]?.seconds).toBe(120)
  waits[1]?.over()
  await answer(2, done('a'))
  expect(states()).toEqual(['a done'])
})

test('a server that never has time makes it fail in the end, with another try', async () => {
  const { queue, answer, waits } = world()
  queue.add([file('a')])
  for (let at = 0; at < 20; at += 1) {
    await answer(at, { kind: 'busy', seconds: 0 })
    expect(waits[at]?.seconds).toBe(1)
    waits[at]?.over()
  }
  await settle()
  expect(queue.view().items[0]?.state).toMatchObject({ kind: 'failed', retry: true })
})

test('cancelling ends what is on its way, what waits and what rests, and frees their places', async () => {
  const { queue, states, answer } = world()
  const [a = '', b = '', c = ''] = queue.add([file('a'), file('b'), file('c'), file('d')])
  await answer(0, { kind: 'busy', seconds: 5 })
  queue.cancel(a)
  queue.cancel(b)
  queue.cancel(c)
  await settle()
  expect(states()).toEqual(['a cancelled', 'b cancelled', 'c cancelled', 'd sending'])
  queue.retry(c)
  await settle()
  expect(states()).toEqual(['a cancelled', 'b cancelled', 'c sending', 'd sending'])
  queue.cancelAll()
  await settle()
  expect(queue.view()).toMatchObject({ running: 0, done: 0, failed: 0 })
})

test('what was stored before the cancel came stays stored', async () => {
  const { queue, states, sent } = world()
  const [a = ''] = queue.add([file('a')])
  await settle()
  sent[0]?.answer(done('a'))
  queue.cancel(a)
  await settle()
  expect(states()).toEqual(['a done'])
})

test('a transport that throws is a failure of one file', async () => {
  const queue = createUploadQueue<File>({ prepare: () => Promise.reject(new Error('bug')), send: async () => done('a'), wait: async () => {} }, () => 'u1')
  queue.add([file('a')])
  await settle()
  expect(queue.view().items[0]?.state).toMatchObject({ kind: 'failed', retry: true })
})

test('progress is of bytes, over all files that are not cancelled', async () => {
  const { queue, sent, answer } = world()
  const seen: number[] = []
  queue.subscribe(() => seen.push(queue.view().part))
  queue.add([file('small', 10), file('large', 30)])
  await settle()
  sent[1]?.progress(0.5)
  expect(queue.view().part).toBeCloseTo(15 / 40)
  await answer(0, done('small'))
  expect(queue.view().part).toBeCloseTo(25 / 40)
  expect(Math.max(...seen)).toBeLessThan(1)
  expect(viewOf([]).part).toBe(0)
})

test('clearing takes away what has ended and leaves what is under way', async () => {
  const { queue, states, answer } = world()
  queue.add([file('a'), file('b')])
  await answer(0, done('a'))
  let told = 0
  const stop = queue.subscribe(() => (told += 1))
  queue.clear()
  expect(states()).toEqual(['b sending'])
  stop()
  await answer(1, done('b'))
  expect(told).toBe(1)
})

test('whoever put a file in hears of it once, also after a failure, and not of other files', async () => {
  const { queue, answer } = world()
  const heard: string[] = []
  const [a = ''] = queue.add([file('a')], ({ asset: stored }) => heard.push(stored.id))
  queue.add([file('b')])
  await answer(0, { kind: 'failed', message: 'The connection is down.', retry: true })
  await answer(1, done('b'))
  expect(heard).toEqual([])
  queue.retry(a)
  await answer(2, done('a'))
  expect(heard).toEqual(['a'])
})
