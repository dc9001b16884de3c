import { expect, test } from 'vitest'
import { moveBlock } from '../body/move/move-block.ts'
import { together } from '../suggest/testing/shared-editors.ts'

test('a block that is moved right after writing is a step of undo of its own', () => {
  const [a, b] = together(['First.', 'Second.'])
  a.at('First.').type(' More')
  const move = moveBlock(a.state(), 0, 1)
  if (move === null) throw new Error('nothing moved')
  a.dispatch(move)
  a.at('Second.').type(' And more')
  expect(b.text()).toBe('Second. And more\nFirst. More')
  a.undo()
  expect(b.text()).toBe('Second.\nFirst. More')
  a.undo()
  expect(b.text()).toBe('First. More\nSecond.')
  a.undo()
  expect(b.text()).toBe('First.\nSecond.')
})

test('letters typed one after the other are taken back together, also when somebody else adds a block meanwhile', () => {
  const [a, b] = together(['First.', 'Second.'])
  a.at('First.').type(' Mo')
  const { doc, tr, schema } = b.state()
  b.dispatch(tr.insert(doc.content.size, schema.node('paragraph', null, [schema.text('Third.')])))
  a.type('re')
  expect(a.text()).toBe('First. More\nSecond.\nThird.')
  a.undo()
  expect(b.text()).toBe('First.\nSecond.\nThird.')
})
