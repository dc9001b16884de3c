import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MOST_INVITED, readInvitationList } from './invitation-list.ts'

const linesOf = (text: string) => {
  const read = readInvitationList(text)
  return 'lines' in read ? read.lines : read.problem
}
const ana = { name: 'Ana Ruiz', email: 'ana@school.test', role: 'EDITOR', position: 'Sports Editor' }

it.each([
  ['commas', 'Ana Ruiz,ana@school.test,Editor,Sports Editor'],
  ['semicolons', 'Ana Ruiz; Ana@School.test; editor; Sports Editor'],
  ['tabs', 'Ana Ruiz\tana@school.test\tEDITOR\tSports Editor'],
  ['quoted cells', '"Ana Ruiz","ana@school.test","Editor","Sports Editor"'],
  ['the address first', 'ana@school.test,Ana Ruiz,Editor,Sports Editor'],
])('reads a line with %s', (_, text) => {
  expect(linesOf(text)).toEqual([{ line: 1, person: ana }])
})

it('reads a heading in any order, a byte order mark, blank lines and line ends of every kind', () => {
  expect(linesOf('\ufeffPosition,E-mail,Full name,Role\r\n\r\n"Sports, Editor",ana@school.test,"Ruiz, Ana",Advisor\rChief,lee@school.test,,Editor\n')).toEqual([
    { line: 3, person: { name: 'Ruiz, Ana', email: 'ana@school.test', role: 'ADVISER', position: 'Sports, Editor' } },
    { line: 4, person: { name: null, email: 'lee@school.test', role: 'EDITOR', position: 'Chief' } },
  ])
})

it('fills in what is not given', () => {
  expect(linesOf('lee@school.test\nAna Ruiz,ana@school.test,Editor')).toEqual([
    { line: 1, person: { name: null, email: 'lee@school.test', role: 'WRITER', position: 'Staff Writer' } },
    { line: 2, person: { name: 'Ana Ruiz', email: 'ana@school.test', role: 'EDITOR', position: 'Editor' } },
  ])
})

it.each([
  ['Ana Ruiz,,Writer', 'The e-mail address is missing.'],
  ['Ana Ruiz,ana@school,Writer', '“ana@school” is no e-mail address.'],
  ['Ana,ana@school.test,Boss', '“Boss” is no role. Write Writer, Editor, Adviser or Admin.'],
  ['"Ana Ruiz,ana@school.test', 'A quotation mark is not closed.'],
  [`${'x'.repeat(90)},ana@school.test`, 'Use at most 80 characters for a name.'],
  [`Ana,ana@school.test,Writer,${'x'.repeat(90)}`, 'Use at most 60 characters for a position.'],
  [`Ana,ana@school.test,${'x'.repeat(1_000)}`, 'This line is too long.'],
])('names what is wrong with %j', (text, reason) => {
  expect(linesOf(`lee@school.test\n${text}`)).toEqual([expect.objectContaining({ line: 1 }), { line: 2, text: text.slice(0, 120), reason }])
})

it('tells a repeated address from a good one', () => {
  expect(linesOf('a@school.test\nb@school.test\nA@school.test')).toMatchObject([{ line: 1 }, { line: 2 }, { line: 3, reason: 'The same e-mail address as in line 1.' }])
})

it('refuses nothing at all, a heading alone and too many', () => {
  expect(linesOf(' \n,,;')).toBe('Paste at least one line with an e-mail address.')
  expect(linesOf('name,e-mail')).toBe('There is only a heading. Add a line for each person.')
  const many = Array.from({ length: MOST_INVITED + 1 }, (_, index) => `p${index}@school.test`)
  expect(linesOf(many.join('\n'))).toMatch(/at most 300/)
  expect(linesOf(many.slice(1).join('\n'))).toHaveLength(MOST_INVITED)
})

it('answers every line of whatever is pasted, each with its own number', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 20 }), (raw) => {
      const read = readInvitationList(raw.join('\n'))
      if ('problem' in read) return
      const numbers = read.lines.map(({ line }) => line)
      expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b))
      for (const line of read.lines) if ('person' in line) expect(line.person.email).toMatch(/^[^\s@]+@[^\s@]+$/)
    }),
  )
})
