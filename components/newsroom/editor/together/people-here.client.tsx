'use client'

import { useEffect, useState } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import { useDesk, useDraftPart } from '../editor-context.client.tsx'
import { personClass } from './person-colour.ts'
import { comingsAndGoings, placeName, whoIsHere, type Present } from './who-is-here.ts'
import './carets.css'

/** Long enough for a window that loads again to be back. */
const SETTLE_MS = 2_000

function sameList(one: readonly Present[], other: readonly Present[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Who has the story open besides this window, as of now. */
function usePeople({ awareness, online }: { awareness: Awareness; online: boolean }): readonly Present[] {
  const [people, setPeople] = useState<readonly Present[]>([])
  useEffect(() => {
    const look = () => {
      const now = whoIsHere(awareness.getStates(), awareness.clientID)
      setPeople((before) => (sameList(before, now) ? before : now))
    }
    look()
    awareness.on('change', look)
    return () => awareness.off('change', look)
  }, [awareness])
  return online ? people : []
}

/** Tells the others in which field of the form this person is. */
function useOwnField(awareness: Awareness): void {
  useEffect(() => {
    const tell = () => {
      const id = document.activeElement?.id ?? ''
      const field = id.startsWith('field-') && id !== 'field-body' ? id.slice('field-'.length) : null
      if ((awareness.getLocalState()?.field ?? null) !== field) awareness.setLocalStateField('field', field)
    }
    // Once the field that takes over has it.
    const soon = () => void setTimeout(tell, 0)
    document.addEventListener('focusin', soon)
    document.addEventListener('focusout', soon)
    return () => {
      document.removeEventListener('focusin', soon)
      document.removeEventListener('focusout', soon)
    }
  }, [awareness])
}

/** Who else has the story open, and where they are; coming and going is said politely. */
export function PeopleHere() {
  const { session, shared } = useDesk()
  const online = useDraftPart(session, ({ draft }) => draft.link.at === 'online')
  const people = usePeople({ awareness: shared.awareness, online })
  useOwnField(shared.awareness)
  const [told, setTold] = useState<{ people: readonly Present[]; words: string }>({ people: [], words: '' })
  useEffect(() => {
    if (!online) return
    const timer = setTimeout(() => setTold((before) => ({ people, words: comingsAndGoings(before.people, people) || before.words })), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [people, online])
  return (
    <div className="min-h-6 text-sm">
      {people.length > 0 && (
        <ul aria-label="Also here" className="flex flex-wrap gap-x-4 gap-y-1">
          {people.map((person) => (
            <Somebody key={person.userId} person={person} own={person.userId === shared.me.userId} />
          ))}
        </ul>
      )}
      <p role="status" className="sr-only">
        {told.words}
      </p>
    </div>
  )
}

function Somebody({ person, own }: { person: Present; own: boolean }) {
  const place = placeName(person.field)
  return (
    <li className={`flex min-w-0 items-center gap-1.5 ${personClass(person.userId)}`}>
      <span aria-hidden="true" className="size-2.5 shrink-0 rounded-full bg-(--person)" />
      <span className="min-w-0 break-words">
        {own ? 'You, in another window' : person.name}
        {place !== null && <span className="text-soft"> is in {place}</span>}
      </span>
    </li>
  )
}
