import { describe, expect, it } from 'vitest'
import { readCursor, writeCursor, type Cursor } from './cursor.ts'

const ID = '0191a2b3-0000-7000-8000-000000000001'

describe('a cursor', () => {
  it.each<Cursor>([
    { span: { from: 2960, to: 2969 }, score: -3.0125487, id: ID, wide: false },
    { span: { from: null, to: null }, score: 12, id: ID, wide: true },
    { span: { from: null, to: 2969 }, score: 1.5e-7, id: ID, wide: true },
  ])('is written and read: %j', (cursor) => {
    expect(readCursor(writeCursor(cursor))).toEqual(cursor)
  })

  it.each([null, '', 'x', `x_2026-13_0_1_${ID}`, `x_0_0_1;_${ID}`, `x_0_0__${ID}`])('is none: %j', (text) => {
    expect(readCursor(text)).toBeNull()
  })
})
