import { z } from 'zod'
import { sharedDraftName, TOGETHER_PATH } from '#domain/together/messages.ts'
import type { DraftWorld } from './draft-world.ts'
import { earlierTexts, setAside } from '../kept/earlier-texts.ts'
import { keepDocument } from '../kept/keep-document.ts'
import { databaseName, forgetDatabase } from '../kept/kept-databases.ts'
import { openWire } from './wire.ts'

const PATIENCE_MS = 10_000
const signedIn = z.object({ userId: z.string(), name: z.string() })

async function whoIsSignedIn(): ReturnType<DraftWorld['whoIsSignedIn']> {
  try {
    const response = await fetch('/api/who', { credentials: 'same-origin', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) })
    if (response.status === 401) return null
    const parsed = signedIn.safeParse(await response.json())
    return response.ok && parsed.success ? parsed.data : 'unknown'
  } catch {
    return 'unknown'
  }
}

function address(): string {
  const { protocol, host } = window.location
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}${TOGETHER_PATH}`
}

/** The draft session's world in a real browser. */
export function browserWorld(of: { userId: string; storyId: string; generation: string }): DraftWorld {
  return {
    later: (work, ms) => {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
    now: () => performance.now(),
    connect: (shared, events) => openWire(address, sharedDraftName(of.storyId, of.generation), shared, events),
    keep: (shared, onTrouble) => keepDocument(databaseName(of), shared, onTrouble),
    earlier: () => earlierTexts(of),
    setAside: ({ doc }) => setAside(of, doc, Date.now()),
    forget: (name) => void forgetDatabase(name),
    whoIsSignedIn,
  }
}
