import { setTimeout as pause } from 'node:timers/promises'
import { isPayload, kindOf } from './paths.ts'

/** A start waits no longer for it. */
const AT_MOST_MS = 1_500
/** So many pages of the first level (sections and lists), and so many stories. */
const MOST = { lists: 12, stories: 8 }

/** The pages that this one leads to and that are worth making ahead: lists first, then stories. */
export function pagesBehind(html: string): string[] {
  const paths = [...new Set([...html.matchAll(/\shref="(\/[^"?#.]+)"/g)].map(([, path = '']) => path))].filter((path) => kindOf(path) === 'document' && !isPayload(path))
  const depth = (path: string) => path.split('/').length - 1
  return [...paths.filter((path) => depth(path) === 1).slice(0, MOST.lists), ...paths.filter((path) => depth(path) === 2).slice(0, MOST.stories)]
}

/**
 * Makes the front page and some of what it leads to before anybody asks: the first page of its kind costs many times what any later one does. `ask` answers a page of the paper;
 * what cannot be made is left for later.
 */
export async function warmUp(ask: (path: string) => Promise<string>): Promise<void> {
  const enough = new AbortController()
  const work = async () => {
    for (const path of pagesBehind(await ask('/'))) {
      if (enough.signal.aborted) return
      await ask(path)
    }
  }
  await Promise.race([work().catch(() => undefined), pause(AT_MOST_MS, undefined, { ref: false })])
  enough.abort()
}
