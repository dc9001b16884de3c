'use client'

import { useEffect, useState } from 'react'
import type { z } from 'zod'

export type Answer<T> = { value: T | null; waiting: boolean; problem: string | null }

const PAUSE_MS = 200
const NO_ANSWER = 'The server did not answer. Try again in a moment.'

/** What the server answers to a question that changes while somebody types: asked after a short pause, the last one wins. The answer before stays until then. */
export function useAnswer<T>(question: string, ask: (signal: AbortSignal) => Promise<T>): Answer<T> {
  const [answer, setAnswer] = useState<{ to: string | null; value: T | null; problem: string | null }>({ to: null, value: null, problem: null })
  useEffect(() => {
    const controller = new AbortController()
    const timer = setTimeout(() => {
      ask(controller.signal).then(
        (value) => setAnswer({ to: question, value, problem: null }),
        (error: unknown) => !controller.signal.aborted && setAnswer({ to: question, value: null, problem: error instanceof AnswerProblem ? error.message : NO_ANSWER }),
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
    // The question says when to ask again.
  }, [question]) // eslint-disable-line react-hooks/exhaustive-deps
  return { value: answer.value, waiting: answer.to !== question, problem: answer.problem }
}

/** A refusal of the server, in its own words. */
class AnswerProblem extends Error {}

/** Gets JSON of this paper; throws with a sentence where it is refused or not what was asked for. */
export async function askFor<T>(address: string, schema: z.ZodType<T>, signal: AbortSignal): Promise<T> {
  const response = await fetch(address, { credentials: 'same-origin', cache: 'no-store', signal })
  const body: unknown = await response.json()
  const parsed = schema.safeParse(body)
  if (response.ok && parsed.success) return parsed.data
  throw new AnswerProblem(response.status === 401 ? 'You are signed out. Sign in and try again.' : NO_ANSWER)
}
