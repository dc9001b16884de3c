import { isSlug } from '../slug.ts'

/** Programs that read, by what they say of themselves. Who runs no script, or fetches ahead, is not heard of at all. */
const PROGRAM = /bot|crawl|spider|slurp|preview|headless|lighthouse|pagespeed|monitor|scrap|fetch|archiv|curl|wget|python|phantom|puppeteer|playwright/i

/** Whether this says that it is a program and no browser in somebody's hands. */
export function isProgram(agent: string | null): boolean {
  return agent === null || agent.length < 20 || PROGRAM.test(agent)
}

/** A story's place in the paper, out of the path that a page sends: "/news/slug"; null for anything else. */
export function storyRead(text: string): { sectionSlug: string; slug: string } | null {
  const [, sectionSlug = '', slug = '', ...more] = text.split('/')
  return text.startsWith('/') && more.length === 0 && isSlug(sectionSlug) && isSlug(slug) ? { sectionSlug, slug } : null
}

/** The start of an hour. */
export function hourOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000)
}

/** What a list of the most read looks back on, and how long it is. */
export const MOST_READ_DAYS = 7
export const MOST_READ_STORIES = 5
/** A story that fewer read than this is not called much read: in a small school a number of one says who. */
export const FEWEST_READS = 5
