/** A page that this person's role does not include. */
export function Forbidden({ reason }: { reason: string }) {
  return (
    <div className="py-12">
      <h1 className="font-serif text-2xl font-semibold">Not part of your role</h1>
      <p className="mt-2 text-soft">{reason}</p>
      <p className="mt-4">
        <a href="/newsroom" className="text-link">
          Back to what waits for you
        </a>
      </p>
    </div>
  )
}

/** A story or page that is not there, or that this person may not know of. */
export function NotHere() {
  return (
    <div className="py-12">
      <h1 className="font-serif text-2xl font-semibold">Nothing here</h1>
      <p className="mt-2 text-soft">There is no such story, or you may not see it.</p>
      <p className="mt-4">
        <a href="/newsroom/stories" className="text-link">
          All stories
        </a>
      </p>
    </div>
  )
}
