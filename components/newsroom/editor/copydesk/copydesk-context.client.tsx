'use client'

import { createContext, useCallback, useContext, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import { blockingChecks } from '#domain/copydesk/dismissals.ts'
import type { UnmetCheck } from '#domain/publish-checks.ts'
import { useDesk, useDraftPart } from '../editor-context.client.tsx'
import { DeskSession, type DeskView } from './checking/desk-session.ts'
import { browserDesk, whenIdle } from './checking/browser-desk.ts'
import type { DeskActions, DeskFacts, DeskFinding } from './desk-types.ts'
import { isPaused, rememberPaused } from './panel/paused.ts'

type Copydesk = {
  facts: DeskFacts
  actions: DeskActions
  session: DeskSession
  /** The finding that the person is at: shown beside its passage and in the list. */
  current: string | null
  setCurrent: (id: string | null) => void
  setPaused: (paused: boolean) => void
  /** What was done last, read out; with a way back where there is one. */
  notice: Notice | null
  say: (notice: Notice | null) => void
}

export type Notice = { text: string; undo?: () => void }

const CopydeskContext = createContext<Copydesk | null>(null)

/** The copy desk of the open story; null where the page brought none. */
export function useCopydesk(): Copydesk | null {
  return useContext(CopydeskContext)
}

const NOTHING: DeskView = { findings: [], reading: false, read: false, harper: 'off', paused: false }
const never = () => () => {}
const nothing = () => NOTHING

/** What the copy desk found so far. */
export function useDeskView(): DeskView {
  const session = useCopydesk()?.session
  return useSyncExternalStore(session?.subscribe ?? never, session?.view ?? nothing, nothing)
}

/** The findings in one field that still want a look; `field` as in FindingPlace. */
export function useFieldFindings(field: string): readonly DeskFinding[] {
  const { findings, paused } = useDeskView()
  return useMemo(() => (paused ? [] : findings.filter(({ place, settled }) => place.field === field && !settled)), [findings, paused, field])
}

/** The publish checks that blocking rules make of the text of this moment. */
export function useBlockingChecks(): readonly UnmetCheck[] {
  const { findings } = useDeskView()
  return useMemo(() => {
    const names = new Map(findings.map(({ ruleId, name }) => [ruleId, name]))
    return blockingChecks(findings.map((finding) => ({ finding, dismissal: finding.dismissal, settled: finding.settled })), (ruleId) => names.get(ruleId) ?? ruleId)
  }, [findings])
}

type Props = { facts: DeskFacts; actions: DeskActions; children: ReactNode }

/** Reads along with the open story, for everything below. */
export function CopydeskProvider({ facts, actions, children }: Props) {
  const { session: draft, story, assets, ready } = useDesk()
  const [session] = useState(() => new DeskSession(facts, browserDesk()))
  const [current, setCurrent] = useState<string | null>(null)
  const [notice, say] = useState<Notice | null>(null)
  const content = useDraftPart(draft, (view) => view.content)

  useEffect(() => session.learn(facts), [session, facts])

  // Once the text can be written in, and the browser has nothing better to do.
  useEffect(() => {
    if (!ready) return
    const cancel = whenIdle(() => {
      session.pause(isPaused(facts.userId))
      session.open()
    })
    return () => {
      cancel()
      session.close()
    }
  }, [session, ready, facts.userId])

  useEffect(() => {
    const section = story.sections.find(({ id }) => id === content.sectionId) ?? null
    const pictures = Object.fromEntries(Object.values(assets).map(({ id, rights, people }) => [id, { rights, people: people.join('\n') }]))
    session.write({ content, section: section === null ? null : { slug: section.slug, name: section.name }, assets: pictures })
  }, [session, content, story.sections, assets])

  const setPaused = useCallback(
    (paused: boolean) => {
      rememberPaused(facts.userId, paused)
      session.pause(paused)
    },
    [session, facts.userId],
  )
  const value = useMemo(() => ({ facts, actions, session, current, setCurrent, setPaused, notice, say }), [facts, actions, session, current, setPaused, notice])
  return <CopydeskContext value={value}>{children}</CopydeskContext>
}
