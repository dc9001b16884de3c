'use client'

import type { ReactNode } from 'react'
import { useDesk, useDraftPart } from '../editor-context.client.tsx'
import { Banner } from './banner.tsx'
import { CopyText } from './copy-text.client.tsx'
import { EarlierTexts } from './earlier-texts.client.tsx'
import { SignInAgain, type WaysIn } from './sign-in-again.client.tsx'

/** Everything about the connection and what is kept that a person has to know or decide, most urgent first. */
export function DraftBanners({ waysIn }: { waysIn: WaysIn }) {
  const { session, ready, story } = useDesk()
  const { link, kept } = useDraftPart(session, ({ draft }) => draft)
  return (
    <div className="flex flex-col gap-2 empty:hidden">
      {link.at === 'signed-out' && <SignInAgain ways={waysIn} />}
      {link.at === 'other-person' && <OtherPerson name={link.name} />}
      {link.at === 'ended' && (
        <Stopped reason={link.message}>
          <StartAnew />
        </Stopped>
      )}
      {link.at === 'replaced' && <Replaced />}
      {link.at !== 'ended' && !story.canEdit && story.readOnlyReason !== null && <Stopped reason={story.readOnlyReason} />}
      {ready && story.canEdit && !kept && (
        <Banner tone="warn">
          <p>This browser does not keep text on this computer; private windows do not. Stay on this page until it says “Saved”.</p>
        </Banner>
      )}
      <EarlierTexts />
    </div>
  )
}

/** What becomes of text that did not reach the paper, with a way to take it along. */
function Unsaved() {
  const { session } = useDesk()
  const { unsaved, kept } = useDraftPart(session, ({ draft }) => draft)
  const content = useDraftPart(session, (view) => view.content)
  if (!unsaved) return null
  return (
    <>
      <p>{kept ? 'What you typed last is not saved; it is kept on this computer and still stands below.' : 'What you typed last is not saved and stands only on this page. Copy it before you leave.'}</p>
      <p className="flex flex-wrap items-center gap-2">
        <CopyText content={content} />
      </p>
    </>
  )
}

/** Nothing can be changed, and why: calm where that is how it is, an alarm where it cuts somebody off. */
function Stopped({ reason, children }: { reason: string; children?: ReactNode }) {
  const { session } = useDesk()
  const unsaved = useDraftPart(session, ({ draft }) => draft.unsaved)
  return (
    <Banner tone={unsaved ? 'bad' : 'calm'}>
      <p role="status">{reason}</p>
      <Unsaved />
      {children}
    </Banner>
  )
}

/** Out of a dead end: text that the paper does not take would be in the way at every visit. */
function StartAnew() {
  const { session } = useDesk()
  const { unsaved, kept } = useDraftPart(session, ({ draft }) => draft)
  if (!unsaved || !kept) return null
  return (
    <p>
      <button type="button" className="button button-small" onClick={() => void session.setAside().then(() => window.location.reload())}>
        Put my text aside and load the saved story
      </button>
    </p>
  )
}

function OtherPerson({ name }: { name: string }) {
  const { shared } = useDesk()
  return (
    <Banner tone="bad">
      <p role="alert">
        {name} is signed in now. What {shared.me.name} typed here is not sent under another name. Sign in as {shared.me.name} again and it is saved.
      </p>
      <Unsaved />
      <p>
        <button type="button" className="button button-small" onClick={() => window.location.reload()}>
          Open the story as {name}
        </button>
      </p>
    </Banner>
  )
}

function Replaced() {
  const { openNewest } = useDesk()
  return (
    <Banner tone="bad">
      <p role="alert">The paper holds another version of this story now.</p>
      <Unsaved />
      <p>
        <button type="button" className="button button-small" onClick={openNewest}>
          Open that version
        </button>
      </p>
    </Banner>
  )
}
