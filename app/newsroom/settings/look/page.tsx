import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { LookForm } from '#components/newsroom/look/look-form.tsx'
import { ActionForm } from '#components/ui/action-form.client.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { PreviewScreens } from '#components/ui/preview-screens.client.tsx'
import { Done } from '#components/ui/problems.tsx'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { lookDesk } from '#server/look/queries.ts'
import { dropLookAction, lookAction } from './actions.ts'

export default async function LookPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  const [desk, verdict] = [await lookDesk(actor), decide(actor.role, 'changeSettings')]
  if (desk === null || !verdict.allowed) return <Forbidden reason={verdict.allowed ? 'The paper is not set up yet.' : verdict.reason} />
  const saved = desk.draft === null && (await searchParams)['saved'] !== undefined
  const shown = desk.draft?.at.getTime() ?? 0
  return (
    <>
      <title>The look of the paper · Newsroom</title>
      <PageHeader
        title="The look of the paper"
        lead="Its name, language, logo, typefaces, colors and links. Look at a preview first; readers see what is saved, at once."
        action={
          <a href="/" className="button">
            As readers see it now
          </a>
        }
      />
      {saved && <Done>Saved. Readers see it now.</Done>}
      {desk.draft !== null && (
        <div className="mb-6 flex flex-wrap items-center gap-4 text-sm">
          <p>These are your changes that are not saved yet. Nobody else sees them.</p>
          <ActionForm action={dropLookAction} submit="Discard my changes" tone="">
            {null}
          </ActionForm>
        </div>
      )}
      <div className="mt-4">
        <LookForm paper={desk.paper} version={desk.version} own={desk.own} action={lookAction} />
      </div>
      <section aria-labelledby="preview" className="mt-10">
        <h2 id="preview" className="font-serif text-xl font-semibold">
          Preview
        </h2>
        <p className="mb-3 text-sm text-soft">{desk.draft === null ? 'The paper as it is. Press “Show me a preview” to see your changes.' : 'The paper with your changes.'} Links open in a new tab.</p>
        <PreviewScreens title="Front page" src={`/newsroom/settings/look/preview?shown=${shown}`} />
        <h3 className="mt-6 mb-3 font-semibold">A story</h3>
        <PreviewScreens title="Story" src={`/newsroom/settings/look/preview?page=story&shown=${shown}`} />
      </section>
    </>
  )
}
