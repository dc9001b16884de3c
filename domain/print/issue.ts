import { z } from 'zod'
import { slugify } from '../slug.ts'

/** A printed issue as it is named: "Vol. 3, issue 2". Volume and number are null where the paper counts none. */
export type IssueName = { title: string; volume: number | null; number: number | null }

const count = (what: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{0,4}$/, `Give the ${what} as a number, or leave it empty.`)
    .transform((text) => (text === '' || Number(text) === 0 ? null : Number(text)))

/** What is said of an issue; `date` is the day on its front page. */
export const issueDetailsSchema = z.object({
  title: z.string().trim().min(1, 'Give the issue a title, such as “October issue”.').max(80, 'Keep the title under 80 characters.'),
  volume: count('volume'),
  number: count('issue'),
  date: z.iso.date('Give the day on its front page.'),
})
export type IssueDetails = z.infer<typeof issueDetailsSchema>

/** The address of an issue: "vol-3-issue-2", or its title and its day where it has no numbers. */
export function issueSlug({ title, volume, number, date }: IssueDetails): string {
  const counted = [volume === null ? '' : `vol ${volume}`, number === null ? '' : `issue ${number}`].filter((part) => part !== '').join(' ')
  return slugify(counted === '' ? `${title} ${date}` : counted) || date
}

/** A title for a file that was just uploaded. */
export function titleOfFile(fileName: string): string {
  const words = fileName.replace(/\.pdf$/i, '').replace(/[_-]+/g, ' ').replace(/\s+/g, ' ').trim()
  return [...words].slice(0, 80).join('').trim() || 'Print issue'
}

/** The name under which a reader keeps the file: "the-bell-vol-3-issue-2.pdf". */
export function downloadName(paper: string, slug: string): string {
  return `${slugify(`${paper} ${slug}`) || slug}.pdf`
}
