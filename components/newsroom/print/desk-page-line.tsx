import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { SelectField, TextArea } from '#components/ui/fields.client.tsx'
import type { DeskPage, IssueDesk } from '#server/print/queries.ts'

type Actions = { type: FormAction; link: FormAction; unlink: FormAction }
type Props = { issue: IssueDesk; page: DeskPage; actions: Actions }

function Ids({ issue, page }: Pick<Props, 'issue' | 'page'>) {
  return (
    <>
      <input type="hidden" name="issueId" value={issue.id} />
      <input type="hidden" name="page" value={page.number} />
    </>
  )
}

/** One page of an issue: its picture, its text, and the stories that stand on it. */
export function DeskPageLine({ issue, page, actions }: Props) {
  const small = page.pictures[0]
  const large = page.pictures.at(-1)
  const open = issue.standing === 'ready'
  return (
    <li id={`page-${page.number}`} className="panel scroll-mt-4">
      <h2 className="mb-2 font-semibold">Page {page.number}</h2>
      <div className="grid gap-4 sm:grid-cols-[10rem_1fr]">
        {small !== undefined && large !== undefined && (
          <a href={`/api/issues/${large.key}`}>
            <img src={`/api/issues/${small.key}`} alt={`Page ${page.number}, larger`} width={small.width} height={small.height} loading="lazy" className="h-auto w-full border border-rule bg-white" />
          </a>
        )}
        <div className="flex min-w-0 flex-col gap-3 text-sm">
          {page.mute && <p className="font-semibold text-bad">This page has no text: type what stands on it.</p>}
          <details open={page.mute}>
            <summary className="cursor-pointer">{page.typedText === '' ? 'Text of this page' : 'Text of this page, typed'}</summary>
            {!page.mute && <p className="mt-2 max-h-48 overflow-auto break-words whitespace-pre-line">{page.typedText || page.text}</p>}
            {open && (
              <div className="mt-2">
                <ActionForm key={page.typedText} action={actions.type} submit="Save the text" tone="">
                  <Ids issue={issue} page={page} />
                  <TextArea name="text" label={`Text of page ${page.number}`} hint="In the order in which it is read. Leave it empty to use the text of the PDF." rows={5} defaultValue={page.typedText} />
                </ActionForm>
              </div>
            )}
          </details>
          <ul className="flex flex-col gap-1" aria-label={`Stories on page ${page.number}`}>
            {page.stories.map(({ id, headline, live }) => (
              <li key={id} className="flex flex-wrap items-center gap-2">
                <a href={`/newsroom/stories/${id}`} className="text-link">
                  {headline}
                </a>
                {!live && <span className="text-soft">(readers do not see it)</span>}
                <ActionForm action={actions.unlink} submit={`Take off page ${page.number}`} tone="" className="flex">
                  <Ids issue={issue} page={page} />
                  <input type="hidden" name="storyId" value={id} />
                </ActionForm>
              </li>
            ))}
          </ul>
          {(open || issue.standing === 'live') && (
            <ActionForm key={page.stories.length} action={actions.link} submit="Put on this page" tone="" className="flex flex-wrap items-end gap-2">
              <Ids issue={issue} page={page} />
              <SelectField name="storyId" label={`A story on page ${page.number}`} defaultValue="">
                <option value="">Choose a story that readers see</option>
                {issue.choices
                  .filter(({ id }) => !page.stories.some((story) => story.id === id))
                  .map(({ id, headline, section }) => (
                    <option key={id} value={id}>
                      {section}: {headline}
                    </option>
                  ))}
              </SelectField>
            </ActionForm>
          )}
        </div>
      </div>
    </li>
  )
}
