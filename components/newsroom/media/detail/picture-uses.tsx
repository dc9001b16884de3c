import type { AssetUse } from '#domain/media-library.ts'
import { STORY_STATES } from '#domain/workflow.ts'
import { StateBadge } from '#components/ui/state-badge.tsx'

/** The stories that place a picture now. */
export function PictureUses({ uses }: { uses: readonly AssetUse[] }) {
  return (
    <section aria-labelledby="uses-title" className="panel flex flex-col gap-3">
      <h2 id="uses-title" className="text-base font-semibold">
        Where it stands
      </h2>
      {uses.length === 0 ? (
        <p className="text-sm text-soft">In no story.</p>
      ) : (
        <ul className="flex flex-col divide-y divide-rule">
          {uses.map((use) => (
            <li key={use.storyId} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 text-sm">
              <a href={`/newsroom/stories/${use.storyId}`} className="text-link break-words">
                {use.headline === '' ? 'Without a headline' : use.headline}
              </a>
              <Badge use={use} />
              <span className="text-soft">{use.role === 'LEAD' ? 'as the lead picture' : 'in the text'}</span>
              {use.live && !use.inWorkingCopy && <span className="text-soft">only in what readers see; the working copy has it no more</span>}
              {use.path !== null && (
                <a href={use.path} className="text-link">
                  As readers see it
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Badge({ use }: { use: AssetUse }) {
  const state = STORY_STATES.find((one) => one === use.state)
  return state === undefined ? null : <StateBadge state={state} live={use.live} />
}
