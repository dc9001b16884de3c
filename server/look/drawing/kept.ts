import 'server-only'
import { processGate } from '../../media/gate.ts'

/** The drawing desk is busy: whoever asked should ask again in a few seconds. */
export class DeskBusy extends Error {}

const MOST_WAITING = 20
const MOST_BYTES = 12 * 1024 * 1024
const KEY = Symbol.for('fourth-period.drawings')
type Kept = { bytes: number; drawings: Map<string, Buffer> }
type Holder = { [KEY]?: Kept }
const holder = globalThis as Holder
const desk = () => (holder[KEY] ??= { bytes: 0, drawings: new Map() })

function keep(key: string, drawing: Buffer): void {
  const kept = desk()
  kept.drawings.set(key, drawing)
  kept.bytes += drawing.byteLength
  for (const [oldest, { byteLength }] of kept.drawings) {
    if (kept.bytes <= MOST_BYTES) break
    kept.drawings.delete(oldest)
    kept.bytes -= byteLength
  }
}

/**
 * The drawing of this key: kept, or made now. One is made at a time, so that readers do not wait for pictures; up to 12 MB are kept,
 * those that were asked for last. Throws DeskBusy while twenty wait. `key` names everything that is in the drawing.
 */
export async function drawing(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const { drawings } = desk()
  const known = drawings.get(key)
  if (known !== undefined) {
    drawings.delete(key)
    drawings.set(key, known)
    return known
  }
  const gate = processGate('drawing', 1)
  if (gate.waiting() >= MOST_WAITING) throw new DeskBusy()
  return gate(async () => {
    // Whoever waited for the same finds it made.
    const meanwhile = drawings.get(key)
    if (meanwhile !== undefined) return meanwhile
    const made = await make()
    keep(key, made)
    return made
  })
}
