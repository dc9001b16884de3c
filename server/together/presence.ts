import 'server-only'
import { db } from '../db.ts'
import { log, reasonOf } from '../log.ts'
import type { Editor } from './editor.ts'

const TOUCH_MS = 15_000

/** Shows the whole paper who has which story open: a row for each open editor, touched while it is. */
export class Presences {
  readonly #open = new Map<string, { row: { id: string; storyId: string; userId: string }; made: Promise<void> }>()
  readonly #timer: NodeJS.Timeout

  constructor() {
    this.#timer = setInterval(() => void this.#touch(), TOUCH_MS)
    this.#timer.unref()
  }

  came(editor: Editor, storyId: string): void {
    const row = { id: editor.id, storyId, userId: editor.actor.userId }
    this.#open.set(editor.id, { row, made: quietly(() => db().presence.createMany({ data: [row], skipDuplicates: true })) })
  }

  left(editor: Editor): void {
    const made = this.#open.get(editor.id)?.made
    if (this.#open.delete(editor.id)) void made?.then(() => quietly(() => db().presence.deleteMany({ where: { id: editor.id } })))
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    const ids = [...this.#open.keys()]
    await Promise.all([...this.#open.values()].map(({ made }) => made))
    this.#open.clear()
    if (ids.length > 0) await quietly(() => db().presence.deleteMany({ where: { id: { in: ids } } }))
  }

  async #touch(): Promise<void> {
    const rows = [...this.#open.values()].map(({ row }) => row)
    if (rows.length === 0) return
    await quietly(async () => {
      // A database that was away for long may have swept them.
      await db().presence.createMany({ data: rows, skipDuplicates: true })
      await db().presence.updateMany({ where: { id: { in: rows.map(({ id }) => id) } }, data: { seenAt: new Date() } })
      // Who left while this ran is gone.
      const left = rows.filter(({ id }) => !this.#open.has(id)).map(({ id }) => id)
      if (left.length > 0) await db().presence.deleteMany({ where: { id: { in: left } } })
    })
  }
}

/** Presence is a courtesy: nothing waits for it, and its failing stops nothing. */
async function quietly(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    log.warn({ reason: reasonOf(error) }, 'together: presence was not written')
  }
}
