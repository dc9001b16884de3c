/** Where these stand in the foot of the paper, whatever they are called; all others follow by title. */
const FIRST: readonly string[] = ['/about', '/contact', '/policies', '/accessibility']

const rankOf = (path: string) => (FIRST.includes(path) ? FIRST.indexOf(path) : FIRST.length)

/** The paper's pages in the order of its foot. */
export function inPageOrder<T extends { path: string; title: string }>(pages: readonly T[]): T[] {
  return pages.toSorted((a, b) => rankOf(a.path) - rankOf(b.path) || a.title.localeCompare(b.title))
}
