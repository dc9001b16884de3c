'use client'

/** A page of the newsroom that could not be made: the database is away, or we have a bug. Next wants this file's name. */
export default function NewsroomError({ reset }: { error: Error; reset: () => void }) {
  return (
    <div role="alert" className="py-12">
      <h1 className="font-serif text-2xl font-semibold">This page could not be shown</h1>
      <p className="mt-2 max-w-prose text-soft">
        The newsroom has a problem right now. Nothing that was saved is lost. What you typed in a story is kept on this computer.
      </p>
      <p className="mt-4 flex flex-wrap gap-3">
        <button type="button" className="button button-primary" onClick={reset}>
          Try again
        </button>
        <a href="/newsroom" className="button">
          What waits for you
        </a>
      </p>
    </div>
  )
}
