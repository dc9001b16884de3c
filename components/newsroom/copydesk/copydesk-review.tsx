import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { TextArea } from '#components/ui/fields.client.tsx'
import { RULES } from '#domain/copydesk/rules.ts'
import { HARPER_RULES } from '#domain/copydesk/forms.ts'
import type { CopydeskReview } from '#server/copydesk/summaries.ts'
import { deskWords } from './desk-words.ts'

type Props = { review: CopydeskReview; storyId: string; dismiss: FormAction | null }

const nameOf = (ruleId: string) => RULES.find(({ id }) => id === ruleId)?.name ?? Object.entries(HARPER_RULES).find(([id]) => id === ruleId)?.[1] ?? ruleId
const passageIn = (key: string) => key.slice(key.indexOf('[') + 1, key.lastIndexOf(']'))
const shortened = (words: string) => (words.length > 100 ? `${words.slice(0, 100)}…` : words)

/** What the copy desk found in the revision to be decided on, and what was let stand, by whom and why. `dismiss` null: may not. */
export function CopydeskReviewList({ review, storyId, dismiss }: Props) {
  const open = review.findings.filter(({ settled }) => !settled)
  const settled = review.findings.filter(({ settled: done }) => done)
  return (
    <section aria-labelledby="copydesk-review" className="flex flex-col gap-2 text-sm">
      <h2 id="copydesk-review" className="font-semibold">
        Copy desk: {deskWords(review.summary)}
      </h2>
      {open.length > 0 && (
        <details>
          <summary className="cursor-pointer py-1">To look at</summary>
          <ol className="flex flex-col gap-3">
            {open.map(({ finding, key, dismissal }, index) => (
              <li key={`${finding.ruleId} ${key} ${index}`} className={`border-l-4 pl-3 ${finding.level === 'BLOCKING' ? 'border-bad' : 'border-rule'}`}>
                <p className="font-semibold">
                  {nameOf(finding.ruleId)}
                  {finding.level === 'BLOCKING' && <span className="text-bad"> · blocking</span>}
                </p>
                {finding.passage.trim() !== '' && <p className="font-serif break-words">“{shortened(finding.passage)}”</p>}
                <p>{finding.message}</p>
                {dismissal !== null && (
                  <p className="text-soft">
                    {dismissal.by}: “{dismissal.reason}” This waits for the yes of somebody who did not write the story.
                  </p>
                )}
                {dismiss !== null && (
                  <details>
                    <summary className="cursor-pointer py-1">Right as it is…</summary>
                    <ActionForm action={dismiss} submit="Let it stand" tone="" className="flex flex-col gap-2">
                      <input type="hidden" name="storyId" value={storyId} />
                      <input type="hidden" name="ruleId" value={finding.ruleId} />
                      <input type="hidden" name="passage" value={key} />
                      <TextArea name="reason" label="Why is it right?" rows={2} defaultValue={dismissal?.reason ?? ''} />
                    </ActionForm>
                  </details>
                )}
              </li>
            ))}
          </ol>
        </details>
      )}
      {settled.length + review.spelling.length > 0 && (
        <details>
          <summary className="cursor-pointer py-1">Let stand, by whom and why</summary>
          <ul className="flex flex-col gap-2">
            {[...settled.flatMap(({ dismissal }) => dismissal ?? []), ...review.spelling].map(({ id, ruleId, passage, by, reason }) => (
              <li key={id} className="border-l-4 border-rule pl-3 break-words">
                <span className="font-semibold">{nameOf(ruleId)}</span> <span className="font-serif">“{shortened(passageIn(passage))}”</span>
                <span className="block text-soft">
                  {by}: {reason}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
