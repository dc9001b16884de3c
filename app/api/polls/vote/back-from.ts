/** The way back to the story that a vote came from, by the address that the browser names; only ever a story of this paper. */
export function backFrom(referer: string | null): { back?: string } {
  if (referer === null || !URL.canParse(referer)) return {}
  const { pathname } = new URL(referer)
  return isStoryPath(pathname) ? { back: pathname } : {}
}

/** Whether a path has the form of a story's address. */
export function isStoryPath(path: string): boolean {
  return path.length <= 200 && !path.startsWith('/polls/') && /^\/[a-z0-9-]+\/[a-z0-9-]+$/.test(path)
}
