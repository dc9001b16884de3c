/** The way to the form under a story; `path` is the story's address. */
export function AskForCorrection({ path }: { path: string }) {
  return (
    <p className="ask-for-correction">
      Something wrong?{' '}
      <a href={`/corrections/request?${new URLSearchParams({ story: path }).toString()}`} rel="nofollow">
        Ask for a correction
      </a>
    </p>
  )
}
