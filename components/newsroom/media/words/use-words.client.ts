'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import type { AssetChange } from '#domain/media-library.ts'
import type { NewsroomAsset } from '#domain/media.ts'
import type { Result } from '#domain/result.ts'
import { fetchAssets } from '../../editor/fetch-assets.ts'
import { isUnsaved, openWords, type WordsAnswer, type WordsSession } from './words-session.ts'

/** The server action that saves a picture's words; a problem with `version` means that somebody else was faster. */
export type SaveWords = (change: AssetChange) => Promise<Result<{ asset: NewsroomAsset }>>

const NO_ANSWER: WordsAnswer = { kind: 'failed', message: 'Not saved: the server does not answer. What you typed is still here, and it is tried again.' }

async function answerOf(result: Awaited<ReturnType<SaveWords>>, assetId: string): Promise<WordsAnswer> {
  if (result.ok) return { kind: 'saved', asset: result.asset }
  const faster = result.problems.find(({ field }) => field === 'version')
  if (faster === undefined) return { kind: 'refused', problems: result.problems }
  const [theirs] = await fetchAssets([assetId])
  return theirs === undefined ? NO_ANSWER : { kind: 'conflict', message: faster.message, theirs }
}

/** A session in this browser. A save that gets no answer is a failure, and is tried again. */
export function openWordsHere(asset: NewsroomAsset, saveWords: SaveWords, timeZone: string): WordsSession {
  return openWords(asset, {
    timeZone,
    save: (change) => saveWords(change).then((result) => answerOf(result, change.assetId)).catch(() => NO_ANSWER),
    later: (seconds, work) => {
      const timer = setTimeout(work, seconds * 1000)
      return () => clearTimeout(timer)
    },
  })
}

/** One picture's words on this page, and what is shown of them. Leaving the page with something unsaved is warned of. */
export function useWords(asset: NewsroomAsset, saveWords: SaveWords, timeZone: string) {
  const [session] = useState(() => openWordsHere(asset, saveWords, timeZone))
  const view = useSyncExternalStore(session.subscribe, session.view, session.view)
  const unsaved = isUnsaved(view)
  useEffect(() => session.refresh(asset), [session, asset])
  useEffect(() => {
    if (!unsaved) return
    const warn = (event: BeforeUnloadEvent) => {
      void session.saveNow()
      event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [unsaved, session])
  return { session, view }
}
