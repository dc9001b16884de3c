import { nameFinder, type NameEntry } from '../opt-out.ts'

export type CheckedPage = { number: number; text: string; typedText: string }
export type IssueCheck = { message: string; page: number | null }

/** Less than a line of words on a whole page is a page number or a caption in a scan, and not its text. */
const FEWEST_LETTERS = 40

/** What readers get as the text of a page. */
export function pageText({ text, typedText }: Pick<CheckedPage, 'text' | 'typedText'>): string {
  return typedText === '' ? text : typedText
}

/** Whether a page has its text: whoever cannot see its picture gets what stands on it. Somebody's typed text counts however short. */
export function hasText({ text, typedText }: Pick<CheckedPage, 'text' | 'typedText'>): boolean {
  return typedText !== '' || (text.match(/\p{L}/gu)?.length ?? 0) >= FEWEST_LETTERS
}

/**
 * What keeps an issue from going before readers: pages without text, and names of the opt-out list, whose passage is told and no more. `named` are the
 * texts besides the pages: the title and the name of the file.
 */
export function issueChecks(pages: readonly CheckedPage[], title: string, list: readonly NameEntry[]): IssueCheck[] {
  const mute = pages.filter((page) => !hasText(page)).map(({ number }) => ({ page: number, message: `Page ${number} has no text that can be read aloud or copied. Type what stands on it.` }))
  if (list.length === 0) return mute
  const find = nameFinder(list)
  const passages = [{ page: null, where: 'the title', text: title }, ...pages.flatMap((page) => [page.text, page.typedText].map((text) => ({ page: page.number, where: `page ${page.number}`, text })))]
  const named = passages.flatMap(({ page, where, text }) => find(text).map(({ start, end }) => ({ page, message: `A name on the opt-out list is in ${where} (“${text.slice(start, end)}”). Take it out of the PDF, and upload that.` })))
  return [...mute, ...named.filter(({ message }, at) => named.findIndex((other) => other.message === message) === at)]
}
