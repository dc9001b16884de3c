import { z } from 'zod'

/** The key of the note that the text beside it was never said to be stored, in the store of y-indexeddb for such notes. */
export const UNSENT = 'unsent'
const NOTES = 'custom'
const unsentSchema = z.object({ headline: z.string() })
export type Unsent = z.infer<typeof unsentSchema>

const PREFIX = 'fourth-period:'

/** The database that keeps one person's copy of a story's shared document. */
export function databaseName(of: { userId: string; storyId: string; generation: string }): string {
  return `${PREFIX}${of.userId}:${of.storyId}:${of.generation}`
}

/** The names of the databases that start like this; none where the browser does not tell. */
export async function databasesOf(owner: { userId?: string; storyId?: string }): Promise<string[]> {
  const start = owner.userId === undefined ? PREFIX : `${PREFIX}${owner.userId}:${owner.storyId === undefined ? '' : `${owner.storyId}:`}`
  try {
    const found = await indexedDB.databases()
    return found.flatMap(({ name }) => (name !== undefined && name.startsWith(start) ? [name] : []))
  } catch {
    return []
  }
}

function opened(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name)
    request.onerror = () => resolve(null)
    request.onsuccess = () => resolve(request.result)
  })
}

function readNote(database: IDBDatabase): Promise<unknown> {
  return new Promise((resolve) => {
    const request = database.transaction([NOTES], 'readonly').objectStore(NOTES).get(UNSENT)
    request.onerror = () => resolve(undefined)
    request.onsuccess = () => resolve(request.result)
  })
}

/** What a kept database holds that the server may not have; null: nothing. */
export async function unsentIn(name: string): Promise<Unsent | null> {
  const database = await opened(name)
  if (database === null) return null
  try {
    if (!database.objectStoreNames.contains(NOTES)) return null
    const note = await readNote(database)
    if (note === undefined || note === null) return null
    const parsed = unsentSchema.safeParse(typeof note === 'string' ? JSON.parse(note) : null)
    return parsed.success ? parsed.data : { headline: '' }
  } catch {
    // A note that cannot be read may stand for text: better kept too long than deleted.
    return { headline: '' }
  } finally {
    database.close()
  }
}

export function forgetDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => resolve()
    request.onerror = () => resolve()
    request.onblocked = () => resolve()
  })
}

/** The headlines of stories with text of this person that is only on this computer. */
export async function unsentHeadlines(userId: string): Promise<string[]> {
  const found: string[] = []
  for (const name of await databasesOf({ userId })) {
    const unsent = await unsentIn(name)
    if (unsent !== null) found.push(unsent.headline)
  }
  return found
}

/** Deletes everything kept on this computer, whoever typed it, that the server has; other people use this computer, too. */
export async function forgetWhatIsStored(): Promise<void> {
  for (const name of await databasesOf({})) {
    if ((await unsentIn(name)) === null) await forgetDatabase(name)
  }
}
