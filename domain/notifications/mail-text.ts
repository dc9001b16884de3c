import { kindOf } from './kinds.ts'

/** What a mail says: never more of a story than its headline. */
export type MailText = { subject: string; text: string }
/** One thing that is told: the sentence (words.ts) and where it leads. */
export type Line = { kind: string; sentence: string; url: string }

const SUBJECT_MAX = 150
const cut = (text: string) => (text.length <= SUBJECT_MAX ? text : `${[...text].slice(0, SUBJECT_MAX - 1).join('')}…`)

/** The mail that tells of one thing at once. `settings`: the address where one chooses. */
export function noticeMail({ paper, settings, line }: { paper: string; settings: string; line: Line }): MailText {
  return {
    subject: cut(`${line.sentence} · ${paper}`),
    text: `${paper}\n\n${line.sentence}.\n\nOpen it in the newsroom:\n${line.url}\n\nYou get this mail because ${kindOf(line.kind).why}.\nChoose what you are mailed:\n${settings}\n`,
  }
}

/** More lines nobody reads in a mail. */
export const MOST_LINES = 40

/** The digest: all that happened, one line each. `more`: how many lines are left out. */
export function digestMail({ paper, settings, all, lines, more }: { paper: string; settings: string; all: string; lines: readonly Line[]; more: number }): MailText {
  const count = lines.length + more
  const listed = lines.map(({ sentence, url }) => `- ${sentence}\n  ${url}`)
  const rest = more === 0 ? [] : [`- and ${more} more: ${all}`]
  return {
    subject: cut(`${count === 1 ? 'One thing' : `${count} things`} to know · ${paper}`),
    text: `${paper}\n\nWhat happened since your last digest, and is unread:\n\n${[...listed, ...rest].join('\n\n')}\n\nYou get this mail because you chose a digest, or because nobody has switched it off yet.\nChoose what you are mailed, and when:\n${settings}\n`,
  }
}
