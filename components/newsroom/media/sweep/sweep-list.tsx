import type { Risk } from '#domain/media-risk.ts'
import type { RiskyPicture } from '#server/media/sweep.ts'
import { Thumbnail } from '../library/thumbnail.tsx'

/** From this weight on a risk is a matter of law, from the second on one of fairness to whoever made the picture. */
const GRAVE = 60
const SERIOUS = 30

/** Live pictures by risk, each with its reasons and with what can be done about it. */
export function SweepList({ risky }: { risky: readonly RiskyPicture[] }) {
  return (
    <ol aria-label="Live pictures by risk" className="flex flex-col gap-3">
      {risky.map((picture) => (
        <li key={`${picture.story.id}-${picture.asset.id}`} className="panel grid items-start gap-3 sm:grid-cols-[10rem_1fr]">
          <a href={`/newsroom/media/${picture.asset.id}`} className="block h-32 overflow-hidden rounded-sm bg-wash">
            <Thumbnail asset={picture.asset} alt={`Open ${picture.asset.fileName} in the library`} />
          </a>
          <div className="flex min-w-0 flex-col gap-2 text-sm">
            <p className="break-words">
              {picture.words.caption === '' ? <span className="text-soft">No caption</span> : picture.words.caption}{' '}
              <span className="text-soft">{picture.words.credit}</span>
            </p>
            <p>
              In{' '}
              <a href={`/newsroom/stories/${picture.story.id}`} className="text-link">
                {picture.story.headline}
              </a>
              {picture.story.path !== null && (
                <>
                  {' · '}
                  <a href={picture.story.path} className="text-link">
                    as readers see it
                  </a>
                </>
              )}
            </p>
            <ul aria-label="Reasons" className="flex flex-col gap-1">
              {picture.risks.map((risk) => (
                <Reason key={risk.kind} risk={risk} />
              ))}
            </ul>
            <WhatToDo picture={picture} />
          </div>
        </li>
      ))}
    </ol>
  )
}

function Reason({ risk: { weight, message } }: { risk: Risk }) {
  const [word, tone] = weight >= GRAVE ? ['Grave', 'text-bad'] : weight >= SERIOUS ? ['Serious', 'text-warn'] : ['Unkind', 'text-soft']
  return (
    <li className="break-words">
      <strong className={tone}>{word}:</strong> {message}
    </li>
  )
}

function WhatToDo({ picture: { asset, story, may } }: { picture: RiskyPicture }) {
  const ways = [
    { may: may.editRights, href: `/newsroom/media/${asset.id}#rights`, word: 'Settle its rights' },
    { may: may.approveFairUse && asset.rights === 'FAIR_USE' && !asset.fairUseApproved, href: `/newsroom/media/${asset.id}#rights`, word: 'Decide on fair use' },
    { may: may.replace, href: `/newsroom/media/${asset.id}#replace`, word: 'Replace the picture' },
    { may: may.editStory, href: `/newsroom/stories/${story.id}`, word: 'Edit the story' },
    { may: may.withdraw, href: `/newsroom/stories/${story.id}#withdraw`, word: 'Withdraw the story' },
    { may: may.askWithdrawal, href: `/newsroom/stories/${story.id}#withdraw`, word: 'Ask to withdraw the story' },
  ].filter((way) => way.may)
  return (
    <ul aria-label="What to do" className="flex flex-wrap gap-2">
      {ways.map(({ href, word }) => (
        <li key={word}>
          <a href={href} className="button button-small">
            {word}
            <span className="sr-only">: {asset.fileName}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
