import { EntryHeading, LinkOver } from '#components/newsroom/entry-frame.tsx'
import { ActionForm } from '#components/ui/action-form.client.tsx'
import { linkForPage } from '#server/auth/entry-pages.ts'
import { enterAction } from '../../actions.ts'

export const metadata = { title: 'Sign in' }

export default async function LinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const found = await linkForPage('MAGIC_LINK', token)
  if (found.link === null) return <LinkOver reason={found.reason} />
  return (
    <>
      <EntryHeading title="Sign in">One click, and you are in. The link then works no more.</EntryHeading>
      <ActionForm action={enterAction} submit="Sign in">
        <input type="hidden" name="token" value={token} />
      </ActionForm>
    </>
  )
}
