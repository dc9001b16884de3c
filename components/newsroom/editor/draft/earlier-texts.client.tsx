'use client'

import { useDesk, useDraftPart } from '../editor-context.client.tsx'
import { Banner, goOn } from './banner.tsx'
import { CopyText } from './copy-text.client.tsx'

/** Text kept on this computer that cannot find into the story by itself: the story was put back to another version meanwhile. */
export function EarlierTexts() {
  const { session } = useDesk()
  const earlier = useDraftPart(session, (view) => view.earlier)
  return earlier.map(({ name, content }) => (
    <Banner key={name} tone="warn">
      <p>
        Text that you typed on this computer was never saved, and the story has another version since
        {content.headline === '' ? '.' : `: “${content.headline}”.`} Copy what you need into the story.
      </p>
      <p className="flex flex-wrap items-center gap-2">
        <CopyText content={content} />
        <button type="button" className="button button-small" onClick={() => goOn(() => session.discardEarlier(name))}>
          Discard it
        </button>
      </p>
    </Banner>
  ))
}
