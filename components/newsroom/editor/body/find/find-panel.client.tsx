'use client'

import { useEditorState, type Editor } from '@tiptap/react'
import { findNext, findPrev, replaceAll, replaceNext } from 'prosemirror-search'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { runCommand } from '../table/run-command.ts'
import { NOTHING_SOUGHT, type FindQuery } from './find-query.ts'
import { OtherHits } from './other-hits.client.tsx'
import { matchesIn, seek, stopSeeking } from './text-matches.ts'

type Props = { editor: Editor; readOnly: boolean; start: { search: string; round: number }; onClose: () => void }

/** Find and replace: in the text, where it is highlighted, and in the words around it. */
export function FindPanel({ editor, readOnly, start, onClose }: Props) {
  const [query, setQuery] = useState<FindQuery>({ ...NOTHING_SOUGHT, search: start.search })
  const [round, setRound] = useState(start.round)
  const [said, setSaid] = useState<{ about: FindQuery; words: string } | null>(null)
  const panel = useRef<HTMLElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const { count, current } = useEditorState({ editor, selector: ({ editor: now }) => matchesIn(now.state) })
  // Asked for again: with other words selected, or only to come back here.
  if (round !== start.round) {
    setRound(start.round)
    if (start.search !== '') setQuery({ ...query, search: start.search })
  }
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [start.round])
  useEffect(() => editor.view.dispatch(seek(editor.state, query)), [editor, query])
  useEffect(() => () => void (!editor.isDestroyed && editor.view.dispatch(stopSeeking(editor.state))), [editor])

  const change = (part: Partial<FindQuery>) => setQuery((now) => ({ ...now, ...part }))
  const close = () => {
    onClose()
    editor.commands.focus()
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isFind = event.key.toLowerCase() === 'f' && (event.metaKey || event.ctrlKey) && !event.altKey
    const isEnter = event.key === 'Enter' && event.target === field.current
    if (event.key !== 'Escape' && !isFind && !isEnter) return
    event.preventDefault()
    if (event.key === 'Escape') close()
    else if (isFind) field.current?.select()
    else runCommand(editor, event.shiftKey ? findPrev : findNext)
  })
  useEffect(() => {
    const element = panel.current
    const listen = (event: KeyboardEvent) => onKey(event)
    element?.addEventListener('keydown', listen)
    return () => element?.removeEventListener('keydown', listen)
  }, [])

  const everywhere = () => {
    runCommand(editor, replaceAll)
    setSaid({ about: query, words: `Replaced ${count} ${count === 1 ? 'place' : 'places'} in the text.` })
  }
  const places = query.search === '' ? '' : count === 0 ? 'Not in the text.' : current === 0 ? `${count} in the text` : `${current} of ${count}`
  const status = said?.about === query ? said.words : places
  const tick = (name: 'matchCase' | 'wholeWord', label: string) => (
    <label className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
      <input type="checkbox" className="size-4 accent-accent" checked={query[name]} onChange={(event) => change({ [name]: event.target.checked })} />
      {label}
    </label>
  )
  const button = (label: string, press: () => void, disabled = count === 0) => (
    <button type="button" className="button button-small pointer-coarse:min-h-11" disabled={disabled} onClick={press}>
      {label}
    </button>
  )
  return (
    <section ref={panel} aria-label="Find and replace" className="flex max-h-[60vh] w-full flex-col gap-2 overflow-y-auto border-t border-rule bg-paper py-2 text-sm">
      <div className="flex flex-wrap items-center gap-2">
        <input ref={field} type="search" aria-label="Find" placeholder="Find" maxLength={200} className="control w-48 min-w-0 flex-1" value={query.search} onChange={(event) => change({ search: event.target.value })} />
        {button('Previous', () => runCommand(editor, findPrev))}
        {button('Next', () => runCommand(editor, findNext))}
        <p role="status" className="min-w-24 text-soft">
          {status}
        </p>
        {button('Close', close, false)}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {!readOnly && (
          <>
            <input type="text" aria-label="Replace with" placeholder="Replace with" maxLength={200} className="control w-48 min-w-0 flex-1" value={query.replace} onChange={(event) => change({ replace: event.target.value })} />
            {button('Replace', () => runCommand(editor, replaceNext))}
            {button('Replace all', everywhere)}
          </>
        )}
        {tick('matchCase', 'Match case')}
        {tick('wholeWord', 'Whole words')}
      </div>
      <OtherHits editor={editor} query={query} readOnly={readOnly} onReplaced={() => field.current?.focus()} />
    </section>
  )
}
