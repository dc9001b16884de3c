import { ChosenForm } from '#components/newsroom/media/library/chosen-form.tsx'
import { isNarrowed, libraryAddress, viewIn } from '#components/newsroom/media/library/library-address.ts'
import { LibraryFilters } from '#components/newsroom/media/library/library-filters.tsx'
import { LibraryWarnings } from '#components/newsroom/media/library/library-warnings.tsx'
import { PictureGrid } from '#components/newsroom/media/library/picture-grid.tsx'
import { PictureLines } from '#components/newsroom/media/library/picture-lines.tsx'
import { ViewChoice } from '#components/newsroom/media/library/view-choice.tsx'
import { UploadDesk } from '#components/newsroom/media/upload/upload-desk.client.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { requireActor } from '#server/auth/actor.ts'
import { libraryChoices, libraryPage } from '#server/media/library.ts'
import { paperDay } from '#server/settings/paper-day.ts'
import { libraryQueryOf } from './library-query.ts'

export const metadata = { title: 'Pictures' }

export default async function PicturesPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  const asked = await searchParams
  const [query, view] = [libraryQueryOf(asked), viewIn(asked['view'])]
  const [list, choices] = await Promise.all([libraryPage(actor, query), libraryChoices(actor)])
  const { today, timeZone } = await paperDay(new Date())
  return (
    <>
      <PageHeader
        title="Pictures"
        lead="Every picture of the paper: what it says, who made it, why we may use it, and where it stands."
        action={
          <nav aria-label="Picture desk" className="flex flex-wrap gap-2">
            <a href="/newsroom/media/caption" className="button">
              Mine without words
            </a>
            <a href="/newsroom/media/expiring" className="button">
              Rights that run out
            </a>
            <a href="/newsroom/media/sweep" className="button">
              Sweep of live pictures
            </a>
          </nav>
        }
      />
      <UploadDesk />
      <LibraryWarnings counts={choices.counts} view={view} />
      <LibraryFilters query={query} view={view} choices={choices} />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <p role="status" className="text-sm text-soft">
          {list.total === 1 ? '1 picture' : `${list.total.toLocaleString('en-US')} pictures`}
          {isNarrowed(query) ? ' found' : ''}
        </p>
        <ViewChoice query={query} view={view} />
      </div>
      {list.items.length === 0 ? (
        <p className="py-8 text-soft">{isNarrowed(query) ? 'No picture fits.' : 'No picture yet. Upload the first ones above.'}</p>
      ) : (
        <ChosenForm>{view === 'grid' ? <PictureGrid items={list.items} today={today} /> : <PictureLines items={list.items} today={today} timeZone={timeZone} />}</ChosenForm>
      )}
      {list.next !== null && (
        <p className="mt-4">
          <a href={libraryAddress(query, view, { cursor: list.next })} className="button">
            Older pictures
          </a>
        </p>
      )}
    </>
  )
}
