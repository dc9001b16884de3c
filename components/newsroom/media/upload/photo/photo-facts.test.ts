import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readXmp } from '#domain/picture-metadata/xmp.ts'
import { factsIn, readPhotoFacts, withFactsOf, withXmp, xmpPacket } from './photo-facts.ts'

const found = { ImageDescription: ' The band <plays> & "sings" ', Artist: 'Ana Ruiz', Copyright: '© Ana', DateTimeOriginal: '2026:11:24 10:05:06', OffsetTimeOriginal: '-08:00', GPSLatitude: [33, 1, 2] }
const facts = { description: 'The band <plays> & "sings"', creator: 'Ana Ruiz', rights: '© Ana', takenAt: '2026-11-24T10:05:06-08:00' }
const nothing = { description: '', creator: '', rights: '', takenAt: '' }

test('caption, maker, rights and time are taken, and nothing of the place', () => expect(factsIn(found)).toEqual(facts))

test.each([[undefined], [null], ['text'], [{ DateTimeOriginal: '0000:00:00' }], [{ Artist: 7 }]])('%j says nothing', (odd) => expect(factsIn(odd)).toEqual(nothing))

test('without a zone the time has none', () => {
  expect(factsIn({ DateTimeOriginal: '2026:11:24 10:05:06', OffsetTimeOriginal: 'PST' }).takenAt).toBe('2026-11-24T10:05:06')
})

test('the packet is read back by the server’s own reader, whatever is in it', () => {
  expect(readXmp(xmpPacket(facts) ?? '')).toEqual({ description: [facts.description], creator: ['Ana Ruiz'], rights: ['© Ana'], dateCreated: [facts.takenAt] })
  expect(readXmp(xmpPacket({ ...nothing, creator: 'A\u0000\u0007</rdf:li><evil/>\ud800' }) ?? '')).toEqual({ creator: ['A</rdf:li><evil/>\ufffd'] })
  expect(xmpPacket(nothing)).toBeNull()
})

test('a JPEG gets the packet as its first segment, and only a JPEG', () => {
  const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xd9])
  const whole = withXmp(jpeg, 'packet')
  const body = 'http://ns.adobe.com/xap/1.0/\0packet'
  expect([...whole.subarray(0, 6)]).toEqual([0xff, 0xd8, 0xff, 0xe1, 0, body.length + 2])
  expect(new TextDecoder().decode(whole.subarray(6, -2))).toBe(body)
  expect([...whole.subarray(-2)]).toEqual([0xff, 0xd9])
  expect(withXmp(new Uint8Array([1, 2]), 'packet')).toEqual(new Uint8Array([1, 2]))
  expect(withXmp(jpeg, 'x'.repeat(70_000))).toBe(jpeg)
})

test('a photo that says nothing leaves its JPEG alone', async () => {
  const jpeg = new File([new Uint8Array([0xff, 0xd8])], 'a.jpg')
  expect(await readPhotoFacts(new Blob(['no photo']))).toEqual(nothing)
  expect(await withFactsOf(new Blob(['no photo']), jpeg)).toBe(jpeg)
})

test('a HEIC photo as a camera writes it: its facts go over into the JPEG, its GPS does not', async () => {
  const photo = new Blob([readFileSync(new URL('../../../../../e2e/fixtures/sun-over-field.heic', import.meta.url))])
  expect(await readPhotoFacts(photo)).toEqual({ description: 'A yellow sun stands over a green field.', creator: 'Ines Okonjo', rights: '', takenAt: '2026-10-09T08:07:06-07:00' })
  const text = await (await withFactsOf(photo, new File([new Uint8Array([0xff, 0xd8, 0xff, 0xd9])], 'a.jpg', { type: 'image/jpeg' }))).text()
  expect(text).toContain('A yellow sun stands over a green field.')
  expect(text).not.toMatch(/gps/i)
})
