/** Downloads the records of all stories between two days; a plain GET form with one button for each kind of file. */
export function TermRecord({ from, to }: { from: string; to: string }) {
  return (
    <section aria-labelledby="term-record" className="panel mt-6 print:hidden">
      <h2 id="term-record" className="font-serif text-xl font-semibold">
        Record of a term
      </h2>
      <p className="mt-1 max-w-prose text-sm text-soft">
        What happened to every story between two days: who handed in, sent back, approved, published and withdrew it, with the reasons, and the notes with who settled them. The text of the stories is no part of it.
      </p>
      <form method="get" action="/api/audit/records" className="mt-3 flex flex-wrap items-end gap-3">
        <div className="flex flex-col gap-1">
          <label htmlFor="term-from" className="text-sm font-semibold">
            First day
          </label>
          <input id="term-from" name="from" type="date" required defaultValue={from} className="control max-lg:min-h-11" />
        </div>
        <div className="flex flex-col gap-1">
          <label htmlFor="term-to" className="text-sm font-semibold">
            Last day
          </label>
          <input id="term-to" name="to" type="date" required defaultValue={to} className="control max-lg:min-h-11" />
        </div>
        <button type="submit" name="format" value="pdf" className="button max-lg:min-h-11">
          Download PDF
        </button>
        <button type="submit" name="format" value="csv" className="button max-lg:min-h-11">
          Download CSV
        </button>
      </form>
    </section>
  )
}
