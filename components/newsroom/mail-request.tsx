import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { TextField } from '#components/ui/fields.client.tsx'

type Props = {
  action: FormAction
  submit: string
  /** Whether this paper can send mail; without it there is nothing to ask for. */
  canMail: boolean
}

/** Asks for an address to mail a one-time link to, and leads back to the sign-in page. */
export function MailRequest({ action, submit, canMail }: Props) {
  return (
    <>
      {canMail && (
        <ActionForm action={action} submit={submit}>
          <TextField name="email" label="E-mail" type="email" autoComplete="username" required />
        </ActionForm>
      )}
      <p className="text-sm">
        <a href="/sign-in" className="text-link inline-block py-1">
          Back to sign-in
        </a>
      </p>
    </>
  )
}
