import { IndexeddbPersistence } from 'y-indexeddb'
import type { Shared } from '../../together/shared.ts'
import type { Keeper } from '../session/draft-world.ts'
import { UNSENT, type Unsent } from './kept-databases.ts'

const PATIENCE_MS = 3_000

/** Whether this browser keeps databases at all: private windows of some do not, and only trying tells. */
function canKeep(): Promise<boolean> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), PATIENCE_MS)
    try {
      const request = indexedDB.open('fourth-period-trial')
      request.onerror = () => resolve(false)
      request.onsuccess = () => {
        request.result.close()
        resolve(true)
      }
    } catch {
      resolve(false)
    }
  })
}

/** Keeps a shared document in the browser's database `name`, change by change. `onTrouble`: from now on nothing is kept. */
export function keepDocument(name: string, { doc }: Pick<Shared, 'doc'>, onTrouble: () => void): Keeper {
  let kept: IndexeddbPersistence | null = null
  let closed = false
  let failed = false
  let last: Unsent | null = null

  function fail(): void {
    if (failed || closed) return
    failed = true
    void kept?.destroy()
    onTrouble()
  }
  function note(): void {
    if (kept === null || kept.db === null || failed || closed) return
    const written = last === null ? kept.del(UNSENT) : kept.set(UNSENT, JSON.stringify(last))
    written.catch(fail)
  }
  async function open(): Promise<{ unsent: boolean } | null> {
    if (!(await canKeep()) || closed) return null
    const own = new IndexeddbPersistence(name, doc)
    kept = own
    await own.whenSynced
    // No room left, a disk error, or another tab that deletes what is kept here: said at once, not at the next visit.
    own.db?.addEventListener('abort', fail)
    own.db?.addEventListener('close', fail)
    own.db?.addEventListener('versionchange', fail)
    const unsent: unknown = await own.get(UNSENT)
    if (last !== null) note()
    return { unsent: unsent !== undefined && unsent !== null }
  }

  return {
    opened: open().catch(() => null),
    markUnsent(unsent, headline) {
      last = unsent ? { headline } : null
      note()
    },
    close() {
      closed = true
      void kept?.destroy()
    },
  }
}
