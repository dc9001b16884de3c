import { expect, test } from 'vitest'
import { addressIn } from './client-address.ts'

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
  ['', 'unknown'],
])('a client at %j counts as %j', (address, group) => {
  expect(addressIn(new Headers({ 'x-real-ip': address, 'x-forwarded-for': '192.0.2.9' }))).toBe(group)
  expect(addressIn({ 'x-real-ip': address })).toBe(group)
  expect(addressIn(undefined)).toBe('unknown')
})
