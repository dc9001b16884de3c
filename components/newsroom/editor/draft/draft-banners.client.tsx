'use client'

import { useEditing } from '../editor-context.client.tsx'
import { Banner, goOn } from './banner.tsx'
import { ConflictBanner } from './conflict-banner.client.tsx'
import { clockTime } from './save-status.client.tsx'

/** Everything about saving that a person has to decide or know, most urgent first. */
export function DraftBanners() {
  const { view, session, story, ready } = useEditing()
  const { draft, offers, isKept } = view
  if (!ready) return null
  const [offer] = offers
  const mayUse = draft.phase === 'saved' || draft.phase === 'dirty'
  return (
    <div className="flex flex-col gap-2 empty:hidden">
      {draft.phase === 'stale' && <ConflictBanner />}
      {draft.phase === 'signed-out' && (
        <Banner tone="bad">
          <p>You are signed out. Sign in in a new tab, then try again. Your text stays here.</p>
          <p className="flex flex-wrap gap-2">
            <a href="/sign-in" target="_blank" rel="noopener" className="button button-small">
              Sign in (new tab)
            </a>
            <button type="button" className="button button-small" onClick={session.tryAgain}>
              Try again
            </button>
          </p>
        </Banner>
      )}
      {draft.phase === 'read-only' && (
        <Banner tone="bad">
          {draft.problems.map(({ message }) => (
            <p key={message}>{message}</p>
          ))}
          <p>What you typed last is kept on this computer.</p>
        </Banner>
      )}
      {!isKept && draft.phase !== 'saved' && (
        <Banner tone="bad">
          <p>This browser cannot keep a copy of your text. Stay on this page until it is saved.</p>
        </Banner>
      )}
      {story.canEdit && offer !== undefined && (
        <Banner tone="warn">
          <p>
            Text kept on this computer from {clockTime(offer.at)} is not in the saved story
            {offer.content.headline === '' ? '.' : `: “${offer.content.headline}”.`}
          </p>
          <p className="flex flex-wrap gap-2">
            <button type="button" className="button button-small" aria-disabled={!mayUse} onClick={() => mayUse && goOn(() => session.takeCopy(offer))}>
              Use it
            </button>
            <button type="button" className="button button-small" onClick={() => goOn(() => session.discardCopy(offer))}>
              Discard
            </button>
          </p>
        </Banner>
      )}
    </div>
  )
}
