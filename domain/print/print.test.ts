import { describe, expect, it } from 'vitest'
import { hasText, issueChecks, pageText } from './checks.ts'
import { downloadName, issueDetailsSchema, issueSlug, titleOfFile } from './issue.ts'
import { paragraphsOf } from './paragraphs.ts'

const details = (change: object = {}) => ({ title: 'October issue', volume: 3, number: 2, date: '2026-10-30', ...change })

describe('an issue', () => {
  it.each([
    [details(), 'vol-3-issue-2'],
    [details({ number: null }), 'vol-3'],
    [details({ volume: null }), 'issue-2'],
    [details({ volume: null, number: null }), 'october-issue-2026-10-30'],
    [details({ title: '🎉', volume: null, number: null }), '2026-10-30'],
  ])('has the address %j → %s', (issue, slug) => expect(issueSlug(issue)).toBe(slug))

  it('is named after its file, and kept under the name of its paper', () => {
    expect(titleOfFile('October_issue-final.PDF')).toBe('October issue final')
    expect(titleOfFile('.pdf')).toBe('Print issue')
    expect(downloadName('The Bell', 'vol-3-issue-2')).toBe('the-bell-vol-3-issue-2.pdf')
    expect(downloadName('🎉', 'x')).toBe('x.pdf')
  })

  it('takes numbers as numbers, none as none, and no words for either', () => {
    const parse = (change: object) => issueDetailsSchema.safeParse({ title: 'A', volume: '3', number: '', date: '2026-10-30', ...change })
    expect(parse({}).data).toEqual({ title: 'A', volume: 3, number: null, date: '2026-10-30' })
    expect(parse({ volume: '0' }).data?.volume).toBeNull()
    for (const odd of [{ volume: 'three' }, { number: '-1' }, { title: ' ' }, { date: '2026-13-01' }]) expect(parse(odd).success).toBe(false)
  })
})

describe('what keeps an issue in the newsroom', () => {
  const page = (change: object = {}) => ({ number: 1, text: 'The school board voted on Monday to keep the library open.', typedText: '', ...change })
  it('is a page without text, until somebody types it', () => {
    expect(issueChecks([page()], 'October', [])).toEqual([])
    expect(issueChecks([page({ number: 4, text: '12' })], 'October', [])).toEqual([{ page: 4, message: expect.stringContaining('Page 4 has no text') }])
    expect(issueChecks([page({ text: '', typedText: 'A crossword.' })], 'October', [])).toEqual([])
    expect(hasText({ text: ' 12 ', typedText: '' })).toBe(false)
    expect(pageText({ text: 'a', typedText: 'b' })).toBe('b')
    expect(pageText({ text: 'a', typedText: '' })).toBe('a')
  })
  it('is a name of the opt-out list, on a page or in the title, each passage once', () => {
    const list = [{ id: '1', names: ['Ana Ruiz'] }]
    const found = issueChecks([page({ text: 'ANA RUIZ won. Ana Ruiz said so. The others, all forty of them, clapped for a while.' })], 'Ana Ruiz wins', list)
    expect(found.map(({ page: at }) => at)).toEqual([null, 1, 1])
    expect(found[1]?.message).toContain('“ANA RUIZ”')
    expect(issueChecks([page()], 'October', list)).toEqual([])
  })
})

describe('the text of a printed page', () => {
  it('is joined again out of the lines of its columns', () => {
    const text = 'Library stays open\nThe school board voted on Monday to\nkeep the library open until six on all\ndays of the week.\nStudents had asked for it since the\nbeginning of the year.\n\nBy Ana Ruiz\nIt costs little to do, the board said, and\nhelps many.'
    expect(paragraphsOf(text)).toEqual([
      'Library stays open', 'The school board voted on Monday to keep the library open until six on all days of the week.', 'Students had asked for it since the beginning of the year.', 'By Ana Ruiz', 'It costs little to do, the board said, and helps many.',
    ])
  })
  it('is nothing where there is nothing', () => expect(paragraphsOf(' \n\n')).toEqual([]))
})
