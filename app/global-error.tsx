'use client'

import './globals.css'

/** The last resort, when even the layout failed. Next wants a client component of this name here. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <title>A problem at the press</title>
        <main className="mx-auto max-w-xl p-6 font-serif">
          <h1 className="mt-16 text-3xl font-bold">There is a problem at the press</h1>
          <p className="mt-4 text-lg">This page could not be printed just now. Please try again in a minute.</p>
          <p className="mt-4 text-lg">
            <a className="underline" href="/">
              Go to the front page
            </a>
          </p>
        </main>
      </body>
    </html>
  )
}
