import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { NEWSLETTER_NAMES } from '#domain/newsletter/content.ts'
import type { NewsletterPreview } from '#server/newsletter/queries.ts'

type Props = { preview: NewsletterPreview; readers: number; mail: boolean; send: FormAction; test: FormAction }

/** A newsletter as it would go out now, as HTML in a frame without script and as plain text, and the ways to send it. */
export function NewsletterPreviewView({ preview, readers, mail, send, test }: Props) {
  const { kind, seal, mail: words } = preview
  return (
    <section aria-labelledby="preview" className="flex min-w-0 flex-col gap-4">
      <h2 id="preview" className="font-serif text-xl font-semibold">
        {NEWSLETTER_NAMES[kind]}, as it would go out now
      </h2>
      {words === null ? (
        <p className="text-soft">There is nothing new to tell: no story on the front page, and no correction, since the last one.</p>
      ) : (
        <>
          <p className="break-words">
            <span className="text-sm text-soft">Subject: </span>
            <strong data-testid="newsletter-subject">{words.subject}</strong>
          </p>
          <iframe title="The mail as HTML" sandbox="" srcDoc={words.html} className="h-[34rem] w-full border border-strong bg-paper" />
          <details>
            <summary className="cursor-pointer py-2 text-sm font-semibold">As plain text</summary>
            <section aria-label="The mail as plain text" className="panel font-mono text-sm break-words whitespace-pre-wrap">
              {words.text}
            </section>
          </details>
          {mail && (
            <div className="flex flex-wrap items-start gap-4">
              <ActionForm action={test} submit="Send a test to me" tone="">
                <input type="hidden" name="kind" value={kind} />
              </ActionForm>
              {readers > 0 && (
                <ActionForm action={send} submit={`Send now to ${readers === 1 ? '1 reader' : `${readers} readers`}`}>
                  <input type="hidden" name="kind" value={kind} />
                  <input type="hidden" name="seen" value={seal} />
                </ActionForm>
              )}
            </div>
          )}
          {readers === 0 && <p className="text-sm text-soft">Nobody has signed up for these yet.</p>}
        </>
      )}
    </section>
  )
}
