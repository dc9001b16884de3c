import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { bannerSeal } from '#domain/front-page/banner.ts'
import type { FrontDesk } from '#server/front-page/queries.ts'
import type { LiveStory } from '#server/front-page/live-stories.ts'
import { BannerFields } from './banner-fields.client.tsx'

/** The breaking banner of the draft. */
export function BannerPanel({ desk, save, remove }: { desk: FrontDesk; save: FormAction; remove: FormAction }) {
  const { banner, mayWord, timeZone, today } = desk
  const seal = bannerSeal(banner)
  return (
    <section aria-labelledby="banner" className="panel flex min-w-0 flex-col gap-3">
      <h2 id="banner" className="font-serif text-xl font-semibold">
        Breaking banner
      </h2>
      <p className="text-sm break-words" data-testid="banner-standing">
        {banner === null ? 'The draft has no banner.' : bannerLine(banner)}
      </p>
      <details>
        <summary className="text-link cursor-pointer py-2 text-sm font-semibold">{banner === null ? 'Write a banner' : 'Change the banner'}</summary>
        <ActionForm action={save} submit="Put it into the draft" tone="">
          <input type="hidden" name="seen" value={seal} />
          <BannerFields key={seal} banner={banner} stories={choicesOf(desk)} mayWord={mayWord} timeZone={timeZone} today={today} />
        </ActionForm>
      </details>
      {banner !== null && (
        <ActionForm action={remove} submit="Take the banner out" tone="button-danger">
          <input type="hidden" name="seen" value={seal} />
        </ActionForm>
      )}
    </section>
  )
}

function bannerLine({ words, storyId, headline, endsWords }: NonNullable<FrontDesk['banner']>): string {
  const gone = storyId !== null && headline === null
  const text = words || (headline ?? '')
  return `${gone ? 'Its story is no longer in the paper, so readers will not see it' : `“${text}”`}${words !== '' && headline !== null ? `, leading to “${headline}”` : ''}${endsWords === null ? '.' : `, until ${endsWords}.`}`
}

/** The stories that a banner can lead to: those on the page, then the others. */
function choicesOf({ lead, seconds, blocks, others, banner }: FrontDesk): { id: string; headline: string }[] {
  const stories: Pick<LiveStory, 'id' | 'headline'>[] = [...(lead === null ? [] : [lead.story]), ...[...seconds, ...blocks.flatMap((block) => block.stories)].map(({ story }) => story), ...others]
  if (banner !== null && banner.storyId !== null && banner.headline !== null) stories.push({ id: banner.storyId, headline: banner.headline })
  return [...new Map(stories.map(({ id, headline }) => [id, { id, headline }])).values()]
}
