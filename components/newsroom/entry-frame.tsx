import type { ReactNode } from 'react'

/** The calm column of every page on the way in, with the way back to the paper. */
export function EntryFrame({ paper, children }: { paper: string; children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-md flex-col px-4 py-8 sm:py-14">
      <header className="mb-8 border-b-2 border-ink pb-3">
        <a href="/" className="inline-block py-1 font-serif text-xl font-bold tracking-tight hover:underline">
          {paper}
        </a>
      </header>
      <main className="flex flex-col gap-6">{children}</main>
    </div>
  )
}

/** The top of such a page: its h1 and a sentence on what happens here. */
export function EntryHeading({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div>
      <h1 className="font-serif text-3xl font-semibold tracking-tight text-balance">{title}</h1>
      {children !== undefined && <p className="mt-2 text-soft">{children}</p>}
    </div>
  )
}

/** Such a page whose link does not work, with the reason and a way on. */
export function LinkOver({ reason }: { reason: string }) {
  return (
    <>
      <EntryHeading title="This link does not work" />
      <p role="alert" className="rounded-md border border-bad bg-bad-wash px-4 py-3 text-sm text-bad">
        {reason}
      </p>
      <p>
        <a href="/sign-in" className="text-link">
          Go to the sign-in page
        </a>
      </p>
    </>
  )
}
