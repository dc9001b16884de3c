import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvRow } from './csv.ts'

/** As RFC 4180 has it, for fields in quotation marks. */
function parse(line: string): string[] {
  return [...line.matchAll(/"((?:[^"]|"")*)"(?:,|\r\n)/g)].map(([, value = '']) => value.replaceAll('""', '"'))
}

it('puts every cell in quotation marks and ends the line as RFC 4180 does', () => {
  expect(csvRow(['a', 'b, c', 'say “x” and "y"', 'two\r\nlines', '', null])).toBe('"a","b, c","say “x” and ""y""","two\r\nlines","",""\r\n')
})

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '\u00A0=1', '\uFEFF=1', '=HYPERLINK("http://evil.example","x")', '＝1', '＋1', '－1', '＠x', '-'])('lets no spreadsheet run %j', (text) => {
  expect(parse(csvRow([text]))).toEqual([`'${text}`])
})

it.each(['a=1', '1-2', "'=1", 'Theo @ school', '–', '“=1”'])('leaves %j as it is', (text) => {
  expect(parse(csvRow([text]))).toEqual([text])
})

it('gives back what was put in, whatever it is, and never begins a cell with a formula', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom('=', '+', '-', '@', '"', ',', '\r\n').chain((start) => fc.string().map((rest) => start + rest)))
  fc.assert(
    fc.property(fc.array(text, { minLength: 1 }), (cells) => {
      const back = parse(csvRow(cells))
      expect(back.map((value, at) => (value === `'${cells[at]}` ? cells[at] : value))).toEqual(cells)
      for (const value of back) expect(value).not.toMatch(/^\s*[=+\-@]/)
    }),
  )
})
