/** Tables as text, for spreadsheets: RFC 4180, and safe to open in one. */

/** Tells a spreadsheet that what follows is UTF-8. */
export const CSV_START = '\uFEFF'

/** What a spreadsheet would take for a formula (OWASP, "CSV Injection"), also behind what it skips and in full width. */
const FORMULA = /^[\s\u0000-\u001F\u200B\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u

/** One cell in quotation marks. A text that a spreadsheet would run gets an apostrophe before it. */
function cell(text: string | null): string {
  const value = text ?? ''
  return `"${(FORMULA.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`
}

/** One row, with its line end. */
export function csvRow(cells: readonly (string | null)[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}
