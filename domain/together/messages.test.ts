import { expect, test } from 'vitest'
import { fromEditorSchema, parseMessage, parseSharedDraftName, sharedDraftName, toEditorSchema } from './messages.ts'

const [STORY, GENERATION] = ['0190d5c2-7b1e-7000-8000-000000000001', '0190d5c2-7b1e-7000-8000-000000000002']

test('a name tells its story and its generation', () => {
  expect(parseSharedDraftName(sharedDraftName(STORY, GENERATION))).toEqual({ storyId: STORY, generation: GENERATION })
})

test.each(['', STORY, `${STORY}/`, `/${GENERATION}`, `${STORY}/${GENERATION}/x`, `${STORY}/${GENERATION} `, `x${STORY}/${GENERATION}`, `${STORY.toUpperCase()}/${GENERATION}`.replace('7B', '7b')])('%j is no name', (name) => {
  expect(parseSharedDraftName(name)).toBe(null)
})

test('reads what the other side may say', () => {
  expect(parseMessage(fromEditorSchema, '{"type":"mark","n":3}')).toEqual({ type: 'mark', n: 3 })
  expect(parseMessage(toEditorSchema, '{"type":"standing"}')).toEqual({ type: 'standing' })
  expect(parseMessage(toEditorSchema, '{"type":"ended","reason":"forbidden","message":"No."}')).toMatchObject({ reason: 'forbidden' })
})

test.each(['', 'null', '{', '{"type":"mark"}', '{"type":"mark","n":-1}', '{"type":"mark","n":1.5}', '{"type":"mark","n":1e300}', '{"type":"mark","n":1,"more":1}', '{"type":"stored","n":1}', '[]'])('%s is no mark', (text) => {
  expect(parseMessage(fromEditorSchema, text)).toBe(null)
})
