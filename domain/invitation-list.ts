import { parse } from 'csv-parse/sync'
import { emailSchema, personNameSchema, ROLE_NAMES, ROLES, type Role } from './people.ts'
import { positionSchema, type InviteInput } from './staff.ts'

/** A list of people to invite, as it is pasted out of a spreadsheet or comes in a CSV file: a person a line. */

export const MOST_INVITED = 300
const LONGEST_LINE = 1_000
const COLUMNS = ['name', 'email', 'role', 'position'] as const
type Column = (typeof COLUMNS)[number]

/** `line` counts from 1, as a text editor counts. */
export type ReadLine = { line: number; person: InviteInput } | { line: number; text: string; reason: string }
export type ReadList = { lines: ReadLine[] } | { problem: string }

const HEADS: Readonly<Record<string, Column>> = {
  name: 'name', 'full name': 'name', student: 'name', 'e-mail': 'email', email: 'email', mail: 'email', 'e-mail address': 'email', 'email address': 'email',
  role: 'role', position: 'position', title: 'position', job: 'position',
}

/** What parts the cells of a line: a tab before a semicolon before a comma, outside of quotation marks. */
function delimiterOf(line: string): string {
  const bare = line.replace(/"[^"]*"/g, '')
  return ['\t', ';'].find((sign) => bare.includes(sign)) ?? ','
}

/** The cells of one line; null where a quotation mark is not closed. */
function cellsOf(line: string): string[] | null {
  try {
    const [cells] = parse(line, { delimiter: delimiterOf(line), relax_quotes: true, relax_column_count: true, trim: true, skip_empty_lines: true })
    return cells ?? []
  } catch {
    return null
  }
}

function headOf(cells: readonly string[]): Column[] | null {
  const heads = cells.map((cell) => HEADS[cell.toLowerCase()])
  return heads.some((head) => head === 'email') || heads.filter((head) => head !== undefined).length > 1 ? heads.map((head) => head ?? 'name') : null
}

/** Without a heading, the cell with an @ is the e-mail address; name, role and position follow in this order. */
function guessedColumns(cells: readonly string[]): Column[] {
  const at = cells.findIndex((cell) => cell.includes('@'))
  const others: Column[] = ['name', 'role', 'position']
  return cells.map((_, index) => (index === at ? 'email' : (others.shift() ?? 'position')))
}

function roleOf(text: string): Role | null {
  const word = text.toLowerCase().replace('advisor', 'adviser')
  return text === '' ? 'WRITER' : (ROLES.find((role) => ROLE_NAMES[role].toLowerCase() === word) ?? null)
}

function personOf(cells: readonly string[], columns: readonly Column[]): InviteInput | string {
  const cell = (column: Column) => cells[columns.indexOf(column)] ?? ''
  const given = cell('email').trim()
  if (given === '') return 'The e-mail address is missing.'
  const email = emailSchema.safeParse(given)
  if (!email.success) return `“${given.slice(0, 60)}” is no e-mail address.`
  const role = roleOf(cell('role'))
  if (role === null) return `“${cell('role').slice(0, 40)}” is no role. Write Writer, Editor, Adviser or Admin.`
  const name = cell('name') === '' ? null : personNameSchema.safeParse(cell('name'))
  if (name?.success === false) return name.error.issues[0]?.message ?? 'This is no name.'
  const position = positionSchema.safeParse(cell('position') === '' ? (role === 'WRITER' ? 'Staff Writer' : ROLE_NAMES[role]) : cell('position'))
  if (!position.success) return position.error.issues[0]?.message ?? 'This is no position.'
  return { email: email.data, role, name: name?.data ?? null, position: position.data }
}

/**
 * Reads a list: name, e-mail, role and position, parted by commas, semicolons or tabs, with or without a heading. Without a role somebody is a
 * writer. Each line that cannot be read is answered with the reason; of an address that comes twice, the first line counts.
 */
export function readInvitationList(text: string): ReadList {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/).map((raw, index) => ({ raw, line: index + 1 })).filter(({ raw }) => raw.replace(/[,;\s"]/g, '') !== '')
  if (lines.length === 0) return { problem: 'Paste at least one line with an e-mail address.' }
  const [first] = lines
  const head = first === undefined ? null : headOf(cellsOf(first.raw) ?? [])
  const people = head === null ? lines : lines.slice(1)
  if (people.length === 0) return { problem: 'There is only a heading. Add a line for each person.' }
  if (people.length > MOST_INVITED) return { problem: `These are ${people.length} people; at most ${MOST_INVITED} can be invited at once. Send the list in parts.` }
  const seen = new Map<string, number>()
  const read = people.map(({ raw, line }): ReadLine => {
    const bad = (reason: string) => ({ line, text: raw.slice(0, 120), reason })
    if (raw.length > LONGEST_LINE) return bad('This line is too long.')
    const cells = cellsOf(raw)
    if (cells === null) return bad('A quotation mark is not closed.')
    const person = personOf(cells, head ?? guessedColumns(cells))
    if (typeof person === 'string') return bad(person)
    const before = seen.get(person.email)
    if (before !== undefined) return bad(`The same e-mail address as in line ${before}.`)
    seen.set(person.email, line)
    return { line, person }
  })
  return { lines: read }
}
