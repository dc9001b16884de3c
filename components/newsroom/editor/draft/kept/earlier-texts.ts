import { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { contentFrom } from '#domain/together/shared-draft.ts'
import type { EarlierText } from '../session/draft-world.ts'
import { databaseName, databasesOf, forgetDatabase, UNSENT, unsentIn, type Unsent } from './kept-databases.ts'

async function contentIn(name: string): Promise<EarlierText> {
  const doc = new Y.Doc()
  const kept = new IndexeddbPersistence(name, doc)
  await kept.whenSynced
  await kept.destroy()
  return { name, content: contentFrom(doc).content }
}

/** Text of this person and story that was kept under an older line of history, and that the server never had. */
export async function earlierTexts(of: { userId: string; storyId: string; generation: string }): Promise<EarlierText[]> {
  const found: EarlierText[] = []
  try {
    for (const name of await databasesOf(of)) {
      if (name !== databaseName(of) && (await unsentIn(name)) !== null) found.push(await contentIn(name))
    }
  } catch {
    // What cannot be read now is offered at the next visit.
  }
  return found
}

/**
 * Puts what is kept of this line of history aside: it is offered as an earlier text from the next visit on, and no longer
 * merged into the story. For text that the server does not take.
 */
export async function setAside(of: { userId: string; storyId: string; generation: string }, doc: Y.Doc, now: number): Promise<void> {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const kept = new IndexeddbPersistence(databaseName({ ...of, generation: `set-aside-${now}` }), copy)
  await kept.whenSynced
  await kept.set(UNSENT, JSON.stringify({ headline: contentFrom(doc).content.headline } satisfies Unsent))
  await kept.destroy()
  await forgetDatabase(databaseName(of))
}
