import { expect, it } from 'vitest'
import type { RecordLine, StoryRecord } from '#domain/audit/story-record.ts'
import { recordsAsPdf } from './record-pdf.ts'

const COVER = { paper: 'The Test Paper', title: 'Record of “Bells”', made: '2026-11-24T18:42:00.000Z', by: 'Dana Cole', timeZone: 'America/Los_Angeles' }
const line = (more: Partial<RecordLine> = {}): RecordLine => ({ seq: '7', hash: 'abcdef0123456789', at: '2026-11-24T18:42:00.000Z', who: 'Theo Nguyễn', what: 'sent it back', details: null, revision: 2, text: null, blocking: false, settled: null, ...more })
const story = (lines: RecordLine[], headline = 'Bells'): StoryRecord => ({ id: 'x', headline, section: 'News', state: 'Draft', bylines: ['Ana Ruiz'], lines })

async function made(stories: StoryRecord[], compress = false): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of recordsAsPdf(COVER, stories, { compress })) if (piece instanceof Uint8Array) pieces.push(piece)
  return Buffer.concat(pieces)
}

const utf16 = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** The texts of an uncompressed PDF as its fonts' own tables read them (ISO 32000-2, 9.10.3), each table tried. */
function textsOf(pdf: Buffer): string[] {
  const source = pdf.toString('latin1')
  const tables = [...source.matchAll(/beginbfrange([\s\S]*?)endbfrange(?=[\s\S]*?endcmap)/g)].map(([, ranges = '']) => {
    const letters = new Map<number, string>()
    for (const [, from = '', list = ''] of ranges.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
      ;[...list.matchAll(/<([0-9a-f ]+)>/gi)].forEach(([, hex = ''], at) => letters.set(Number.parseInt(from, 16) + at, utf16(hex.replaceAll(' ', ''))))
    }
    return letters
  })
  return [...source.matchAll(/\[([^\]]*)\] TJ/g)].flatMap(([, parts = '']) => {
    const glyphs = [...parts.matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []).map((hex) => Number.parseInt(hex, 16))
    return tables.map((letters) => glyphs.map((glyph) => letters.get(glyph) ?? '').join(''))
  })
}

it('holds what happened, in letters of other languages too, and says which it cannot show', async () => {
  const pdf = await made([story([line({ text: 'Name them, Łukasz and Привет.\r\nAnd 漢字 👩‍👧.', blocking: true, settled: { by: 'Ana Ruiz', at: '2026-11-25T18:42:00.000Z' } }), line({ seq: null, hash: null })])])
  const all = textsOf(pdf).join('\n').replaceAll(/\s+/g, ' ')
  for (const words of ['Record of “Bells”', 'The Test Paper', 'Theo Nguyễn sent it back (revision 2). It blocks the approval', 'Name them, Łukasz and Привет.', 'And ?? ??.', 'Settled by Ana Ruiz, Nov 25, 2026, 10:42 AM.', 'no. 7 · abcdef012345', 'Letters that this file cannot show'])
    expect(all).toContain(words)
})

it('is tagged for screen readers, in English, with a title', async () => {
  const source = (await made([story([line()])])).toString('latin1')
  for (const part of ['/MarkInfo', '/Marked true', '/Lang (en-US)', '/DisplayDocTitle true', '/StructTreeRoot', '/S /H1', '/S /H2', '/S /P', '/Artifact']) expect(source).toContain(part)
})

it('goes over as many pages as it needs, whatever a note holds', async () => {
  const long = Array.from({ length: 400 }, (_, n) => `Line ${n} of a note that does not end.`).join('\n')
  const pdf = await made([story([line({ text: long }), line({ text: 'x'.repeat(3000) }), line({ text: '\u0000\u0007' })], ''), ...Array.from({ length: 40 }, (_, n) => story([line(), line()], `Story ${n} ${'of a long name '.repeat(n)}`))])
  const pages = pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0
  expect(pages).toBeGreaterThan(15)
  expect(pages).toBeLessThan(60)
})

it('says that nothing happened, where nothing did', async () => {
  expect(textsOf(await made([])).join('\n')).toContain('Nothing happened to any story in this time.')
  expect((await made([], true)).subarray(0, 8).toString()).toBe('%PDF-1.7')
})

it('ends with an error where the stories cannot be read', async () => {
  const broken = async function* (): AsyncGenerator<StoryRecord> {
    yield story([line()])
    throw new Error('the database is gone')
  }
  const read = async () => {
    for await (const _piece of recordsAsPdf(COVER, broken())) void _piece
  }
  await expect(read()).rejects.toThrow('the database is gone')
})
