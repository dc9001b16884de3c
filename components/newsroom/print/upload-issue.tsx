import { MAX_ISSUE_PAGES } from '#domain/print/limits.ts'
import { Problems } from '#components/ui/problems.tsx'

/** The form for the PDF of an issue; it needs no script. `problem`: what kept the last one from being taken. */
export function UploadIssue({ problem }: { problem: string | null }) {
  return (
    <section aria-labelledby="upload" className="panel">
      <h2 id="upload" className="mb-3 font-serif text-xl font-semibold">
        Upload an issue
      </h2>
      <form action="/api/issues" method="post" encType="multipart/form-data" className="flex flex-col gap-4">
        {problem !== null && <Problems problems={[{ message: problem }]} />}
        <div className="flex flex-col gap-1">
          <label htmlFor="issue-file" className="text-sm font-semibold">
            PDF of the whole issue
          </label>
          <p id="issue-file-hint" className="text-sm text-soft">
            Single pages, up to {MAX_ISSUE_PAGES} of them and 50 MB. What the file says of who made it, attached files and scripts are taken out.
          </p>
          <input id="issue-file" type="file" name="file" accept="application/pdf" required className="control" aria-describedby="issue-file-hint" aria-invalid={problem !== null} />
        </div>
        <div>
          <button type="submit" className="button button-primary">
            Upload
          </button>
        </div>
      </form>
    </section>
  )
}
