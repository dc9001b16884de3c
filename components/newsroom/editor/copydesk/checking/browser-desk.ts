import type { HarperThread } from '../harper/harper-desk.ts'
import type { FromHarper } from '../harper/harper-protocol.ts'
import type { DeskWorld, RulesThread } from './desk-session.ts'
import type { FromRules } from './rules-worker.ts'

const REST_MS = 1500

/** Runs `work` when the browser is idle, at the latest after a moment. Answers what calls it off. */
export function whenIdle(work: () => void): () => void {
  // Not every browser has it, whatever the types say.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(work, REST_MS)
    return () => clearTimeout(timer)
  }
  const id = requestIdleCallback(work, { timeout: REST_MS })
  return () => cancelIdleCallback(id)
}

function startRules(heard: (message: FromRules) => void): RulesThread {
  const worker = new Worker(new URL('./rules-worker.ts', import.meta.url), { type: 'module', name: 'copy desk' })
  worker.addEventListener('message', ({ data }: MessageEvent<FromRules>) => heard(data))
  return { post: (message) => worker.postMessage(message, { transfer: [] }), end: () => worker.terminate() }
}

function startHarper(heard: (message: FromHarper) => void): HarperThread {
  const worker = new Worker(new URL('../harper/harper-worker.ts', import.meta.url), { type: 'module', name: 'spelling' })
  worker.addEventListener('message', ({ data }: MessageEvent<FromHarper>) => heard(data))
  worker.addEventListener('error', ({ message }) => heard({ type: 'failed', reason: message }))
  return { post: (message) => worker.postMessage(message, { transfer: [] }), end: () => worker.terminate() }
}

/** The real threads and clock. */
export function browserDesk(): DeskWorld {
  return {
    startRules,
    startHarper,
    later: (work, ms) => {
      let calledOff = () => {}
      const timer = setTimeout(() => {
        calledOff = whenIdle(work)
      }, ms)
      return () => {
        clearTimeout(timer)
        calledOff()
      }
    },
    now: () => performance.now(),
  }
}
