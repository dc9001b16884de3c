'use client'

import { useRef, useState } from 'react'
import type { DeskFinding } from '../desk-types.ts'
import { FindingCard } from './finding-card.client.tsx'
import { placeName } from './finding-words.tsx'

/** As many as somebody would work through before looking up. */
const PAGE = 25

/** Findings in reading order, under the name of the part of the story that they are in. */
export function FindingList({ findings, current }: { findings: readonly DeskFinding[]; current: string | null }) {
  const list = useRef<HTMLDivElement>(null)
  const [most, setMost] = useState(PAGE)
  const shown = findings.slice(0, most)
  const groups = Map.groupBy(shown, ({ place }) => placeName(place))
  return (
    <div ref={list} id="copydesk-list" tabIndex={-1} className="flex flex-col gap-3 focus:outline-none lg:max-h-[70vh] lg:overflow-y-auto">
      {[...groups].map(([place, group]) => (
        <div key={place}>
          <h3 className="text-xs font-semibold text-soft uppercase">{place}</h3>
          <ol className="divide-y divide-rule">
            {group.map((finding) => (
              <li key={finding.id} data-finding={finding.id} tabIndex={-1} aria-current={finding.id === current} className={`py-2.5 ${finding.id === current ? 'bg-warn-wash' : ''}`}>
                <FindingCard finding={finding} onDone={() => list.current?.focus()} />
              </li>
            ))}
          </ol>
        </div>
      ))}
      {findings.length > most && (
        <button type="button" className="button button-small max-sm:min-h-11" onClick={() => setMost(most + PAGE * 2)}>
          Show more ({findings.length - most})
        </button>
      )}
    </div>
  )
}
