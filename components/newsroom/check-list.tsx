import type { UnmetCheck } from '#domain/publish-checks.ts'

/** The publish checks that are not met, each with a link to its field in the editor. */
export function CheckList({ checks, storyId }: { checks: readonly UnmetCheck[]; storyId: string }) {
  if (checks.length === 0) return <p className="text-sm text-good">Every publish check is met.</p>
  return (
    <div className="text-sm">
      <p className="font-semibold">
        {checks.length === 1 ? 'One thing is missing' : `${checks.length} things are missing`} before it can be published:
      </p>
      <ul className="mt-1 list-disc pl-5">
        {checks.map((check) => (
          <li key={`${check.field}${check.message}`} className="py-0.5">
            <a className="text-link" href={addressOf(storyId, check)}>
              {check.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Where a check is put right: the risk checklist is on the review page, everything else in the editor. */
function addressOf(storyId: string, { field }: UnmetCheck): string {
  return field === 'risks' ? `/newsroom/stories/${storyId}/review#risks` : `/newsroom/stories/${storyId}#field-${field}`
}
