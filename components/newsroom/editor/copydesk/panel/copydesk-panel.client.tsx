'use client'

import { useCallback, useMemo, useState } from 'react'
import { useStoryEditorInstance } from '../../body/editor-instance.client.tsx'
import { useCopydesk, useDeskView } from '../copydesk-context.client.tsx'
import type { DeskFinding } from '../desk-types.ts'
import { useMarks } from '../marks/use-marks.client.ts'
import { FindingList } from './finding-list.client.tsx'
import { FindingPopover, POPOVER_ID } from './finding-popover.client.tsx'
import { LetStandList } from './let-stand-list.client.tsx'
import { filtered, PanelFilter, type Filter } from './panel-filter.client.tsx'
import { PanelNotice } from './panel-notice.client.tsx'
import { useFindingActions } from './use-finding-actions.client.ts'
import { useNextFinding } from './use-next-finding.client.ts'

const NONE: readonly DeskFinding[] = []

/** What a good copy editor would mark, with the reason and, where it is certain, the fix. Stands in the side column of the editor. */
export function CopydeskPanel() {
  const desk = useCopydesk()
  return desk === null ? null : <Panel setPaused={desk.setPaused} current={desk.current} setCurrent={desk.setCurrent} />
}

type Props = { setPaused: (paused: boolean) => void; current: string | null; setCurrent: (id: string | null) => void }

function Panel({ setPaused, current, setCurrent }: Props) {
  const view = useDeskView()
  const editor = useStoryEditorInstance()
  const { show } = useFindingActions()
  const desk = useCopydesk()
  const [filter, setFilter] = useState<Filter>('all')
  const open = useMemo(() => view.findings.filter(({ settled }) => !settled), [view.findings])
  const shown = useMemo(() => (view.paused ? NONE : filtered(open, filter)), [view.paused, open, filter])
  const pick = useCallback((id: string) => setCurrent(id), [setCurrent])
  useMarks(editor, shown, current, pick)
  useNextFinding({
    findings: shown,
    current,
    onGo: (finding, position) => {
      show(finding)
      desk?.say({ text: `${position}: ${finding.name}. ${finding.message}` })
    },
    onEnter: () => document.getElementById(POPOVER_ID)?.focus(),
  })
  const at = shown.find(({ id }) => id === current)
  return (
    <section aria-labelledby="copydesk-title" className="panel flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="copydesk-title" className="text-sm font-semibold">
          Copy desk{view.paused ? ' (paused)' : view.read ? ` (${open.length})` : ''}
        </h2>
        <button type="button" className="button button-small max-sm:min-h-11" aria-pressed={view.paused} onClick={() => setPaused(!view.paused)}>
          {view.paused ? 'Go on' : 'Pause'}
        </button>
      </div>
      <PanelNotice view={view} open={open.length} />
      {!view.paused && (
        <>
          {open.length > 0 && <PanelFilter findings={open} filter={filter} onFilter={setFilter} />}
          <FindingList findings={shown} current={current} />
          <LetStandList findings={view.findings.filter(({ settled }) => settled)} />
        </>
      )}
      {at !== undefined && at.place.field === 'body' && <FindingPopover finding={at} />}
    </section>
  )
}
