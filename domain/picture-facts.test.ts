import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { FACT_LIMITS, iptcText, NO_METADATA, peopleOf, pictureFacts, tidyPeople, type FileMetadata, type PictureFacts } from './picture-facts.ts'

const LA = 'America/Los_Angeles'
const NOW = new Date('2026-11-24T20:00:00Z')
const NOTHING: PictureFacts = { caption: '', credit: '', copyright: '', makerName: '', takenAt: null, place: '', people: [] }
const facts = (metadata: Partial<FileMetadata>, fileName = 'IMG_2041.jpg') => pictureFacts({ ...NO_METADATA, ...metadata }, { fileName, timeZone: LA, now: NOW })
/** A text as a parser hands on the bytes of IPTC: one character a byte. */
const bytesOf = (text: string) => String.fromCharCode(...new TextEncoder().encode(text))

describe('pictureFacts', () => {
  it('finds nothing where nothing is said', () => expect(facts({})).toEqual(NOTHING))

  it('reads what a photographer wrote, wherever it stands', () => {
    expect(
      facts({
        xmp: { description: ['The band plays.'], creator: ['Ana Ruiz'], rights: ['© 2026 Ana Ruiz'], location: ['Harbor High'], city: ['Long Beach'], state: ['California'], country: ['United States'], people: ['Ben Ode', 'Ben Ode', ' '] },
      }),
    ).toEqual({ ...NOTHING, caption: 'The band plays.', makerName: 'Ana Ruiz', credit: 'Ana Ruiz', copyright: '© 2026 Ana Ruiz', place: 'Harbor High, Long Beach, California', people: ['Ben Ode'] })
    expect(
      facts({ iptc: { Caption: bytesOf('El niño ríe.'), Byline: ['Ana Ruiz', 'Ben Ode'], Credit: 'City Press', CopyrightNotice: 'City Press', City: 'Lyon', Country: 'France' } }),
    ).toEqual({ ...NOTHING, caption: 'El niño ríe.', makerName: 'Ana Ruiz', credit: 'Ana Ruiz / City Press', copyright: 'City Press', place: 'Lyon, France' })
    expect(facts({ exif: { ImageDescription: 'The band plays.', Artist: 'Ana Ruiz', Copyright: 'Ana Ruiz' } })).toMatchObject({ caption: 'The band plays.', credit: 'Ana Ruiz', copyright: 'Ana Ruiz' })
  })

  it('believes XMP before IPTC before EXIF', () => {
    const all = { xmp: { description: ['XMP words'] }, iptc: { Caption: 'IPTC words' }, exif: { ImageDescription: 'EXIF words' } }
    expect(facts(all).caption).toBe('XMP words')
    expect(facts({ ...all, xmp: {} }).caption).toBe('IPTC words')
    expect(facts({ exif: all.exif }).caption).toBe('EXIF words')
  })

  it('takes a headline where there is no caption, and a source where there is no credit', () => {
    expect(facts({ xmp: { headline: ['Band on stage'], source: ['City Press'] } })).toMatchObject({ caption: 'Band on stage', credit: 'City Press' })
    expect(facts({ iptc: { Headline: 'Band on stage', Source: 'City Press' } })).toMatchObject({ caption: 'Band on stage', credit: 'City Press' })
  })

  it('names a maker who is the provider once', () => expect(facts({ xmp: { creator: ['Ana Ruiz'], credit: ['ANA RUIZ'] } }).credit).toBe('Ana Ruiz'))

  it('falls back to the file name', () => {
    expect(facts({}, 'Band+on+stage+%28Courtesy+of+City+Press%29.jpg')).toMatchObject({ caption: 'Band on stage', credit: 'Courtesy of City Press', makerName: '' })
    expect(facts({ xmp: { description: ['Band on stage'] } }, 'Band_on_stage.jpg').caption).toBe('Band on stage')
  })

  test.each(['OLYMPUS DIGITAL CAMERA', 'SONY DSC', 'Exif_JPEG_PICTURE', 'Untitled', 'IMG_2041', 'DSC00123.JPG', 'Processed with VSCO with a6 preset', '  ', '\u0000'])('%j is no caption', (text) => {
    expect(facts({ exif: { ImageDescription: text } }).caption).toBe('')
  })
  test.each(['Picasa', 'unknown', 'Owner', 'Photographer'])('%j is nobody', (text) => expect(facts({ exif: { Artist: text } })).toMatchObject({ makerName: '', credit: '' }))

  it('does not use EXIF text that could not be decoded', () => expect(facts({ exif: { ImageDescription: 'Caf\ufffd', Artist: 7, Copyright: {} } })).toMatchObject({ caption: '', makerName: '', copyright: '' }))

  it('makes one clean line of what it finds', () => {
    expect(facts({ xmp: { description: ['The\u0000 band\r\n\u202eplays\ud800.'] } }).caption).toBe('The band plays\ufffd.')
    expect(facts({ xmp: { description: [`${'x'.repeat(999)}🎷`] } }).caption).toBe('x'.repeat(999))
  })
})

describe('when it was taken', () => {
  const at = (metadata: Partial<FileMetadata>) => facts(metadata).takenAt?.toISOString() ?? null
  test.each([
    ['Exif with a zone', { exif: { DateTimeOriginal: '2026:11:20 15:04:05', OffsetTimeOriginal: '+01:00' } }, '2026-11-20T14:04:05.000Z'],
    ['Exif without a zone: the clock of the school', { exif: { DateTimeOriginal: '2026:11:20 15:04:05' } }, '2026-11-20T23:04:05.000Z'],
    ['Exif with a broken zone', { exif: { DateTimeOriginal: '2026:11:20 15:04:05', OffsetTimeOriginal: '   :  ' } }, '2026-11-20T23:04:05.000Z'],
    ['XMP with a zone', { xmp: { dateCreated: ['2026-11-20T15:04:05.33-0800'] } }, '2026-11-20T23:04:05.000Z'],
    ['XMP in UTC', { xmp: { dateCreated: ['2026-11-20T15:04Z'] } }, '2026-11-20T15:04:00.000Z'],
    ['XMP without a zone', { xmp: { dateCreated: ['2026-11-20T15:04'] } }, '2026-11-20T23:04:00.000Z'],
    ['XMP with a day only', { xmp: { dateCreated: ['2026-11-20'] } }, '2026-11-20T20:00:00.000Z'],
    ['IPTC with a zone', { iptc: { DateCreated: '20261120', TimeCreated: '150405-0800' } }, '2026-11-20T23:04:05.000Z'],
    ['IPTC with a day only', { iptc: { DateCreated: '20261120' } }, '2026-11-20T20:00:00.000Z'],
    ['EXIF before XMP before IPTC', { exif: { DateTimeOriginal: '2026:11:01 12:00:00' }, xmp: { dateCreated: ['2026-11-02'] }, iptc: { DateCreated: '20261103' } }, '2026-11-01T20:00:00.000Z'],
    ['the next where one is broken', { exif: { DateTimeOriginal: '0000:00:00 00:00:00' }, xmp: { dateCreated: ['2026-11-02'] } }, '2026-11-02T20:00:00.000Z'],
    ['a year alone', { xmp: { dateCreated: ['2026'] } }, null],
    ['an impossible day', { exif: { DateTimeOriginal: '2026:02:30 12:00:00' } }, null],
    ['a day to come', { exif: { DateTimeOriginal: '2027:11:20 15:04:05' } }, null],
    ['a time before photography', { exif: { DateTimeOriginal: '1601:01:01 00:00:00' } }, null],
    ['something else', { exif: { DateTimeOriginal: { year: 2026 } }, xmp: { dateCreated: ['today'] }, iptc: { DateCreated: 20261120 } }, null],
    ['a zone that is none', { xmp: { dateCreated: ['2026-11-20T15:04:05+1'] } }, null],
  ])('%s', (_name, metadata, instant) => expect(at(metadata)).toBe(instant))
})

test.each([
  [bytesOf('El niño'), 'El niño'],
  ['El ni\u00f1o', 'El niño'],
  ['\u0093quoted\u0094', '“quoted”'],
  [['first', 'second'], 'first'],
  [undefined, ''],
  [7, ''],
])('IPTC %j: %j', (value, text) => expect(iptcText(value)).toBe(text))

test('people are stored one a line', () => {
  expect(tidyPeople(['Ana\nRuiz', ' Ana Ruiz', ''])).toEqual(['Ana Ruiz'])
  expect(tidyPeople(Array.from({ length: 99 }, (_, at) => `Person ${at}`))).toHaveLength(FACT_LIMITS.people)
  expect(peopleOf('Ana Ruiz\nBen Ode')).toEqual(['Ana Ruiz', 'Ben Ode'])
  expect(peopleOf('')).toEqual([])
})

test('whatever a file says, the facts fit the forms and can be stored', () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 3_000 }), fc.string({ maxLength: 300 }))
  const anything = fc.oneof(text, fc.integer(), fc.constant(null), fc.array(text, { maxLength: 3 }), fc.object({ maxDepth: 1 }))
  const bag = fc.dictionary(fc.constantFrom('ImageDescription', 'Artist', 'Copyright', 'DateTimeOriginal', 'OffsetTimeOriginal', 'Caption', 'Byline', 'Credit', 'Country', 'City', 'DateCreated', 'TimeCreated'), anything)
  const xmp = fc.record({ description: fc.array(text, { maxLength: 2 }), creator: fc.array(text, { maxLength: 2 }), people: fc.array(text, { maxLength: 80 }), dateCreated: fc.array(text, { maxLength: 2 }) }, { requiredKeys: [] })
  fc.assert(
    fc.property(bag, bag, xmp, text, (exif, iptc, packet, fileName) => {
      const found = facts({ exif, iptc, xmp: packet }, fileName)
      for (const name of ['caption', 'credit', 'copyright', 'makerName', 'place'] as const) {
        expect(found[name].length).toBeLessThanOrEqual(FACT_LIMITS[name])
        expect(found[name]).toBe(found[name].toWellFormed())
        // eslint-disable-next-line no-control-regex
        expect(found[name]).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/)
      }
      expect(found.people.length).toBeLessThanOrEqual(FACT_LIMITS.people)
    }),
  )
})
