import { z } from 'zod'
import { storyContentSchema, type StoryContent } from '#domain/story.ts'
import { toStoryDocument } from '../body/to-story-document.ts'
import { sameContent } from './same-content.ts'

/** The part of Storage that kept copies need. */
export type CopyStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>
/** Text kept in the browser: what it started from, the text itself, and when it was typed (ISO 8601). */
export type KeptCopy = { key: string; version: number; at: string; content: StoryContent }
/** Whose copy it is. `tab` is new with every opened editor, so that two tabs never overwrite each other's text. */
export type CopyOwner = { storyId: string; userId: string; tab: string }

// Unfinished text is kept as it is; only its shape has to be right.
const keptSchema = z.object({
  version: z.int().positive(),
  at: z.iso.datetime(),
  content: z.object({
    headline: z.string(),
    deck: z.string(),
    slug: z.string(),
    sectionId: z.string().nullable(),
    tags: z.array(z.string()),
    bylines: z.array(z.object({ staffId: z.string().nullable(), name: z.string().nullable(), credit: z.string() })),
    lead: z.object({ assetId: z.string(), caption: z.string(), alt: z.string(), credit: z.string() }).nullable(),
    body: z.unknown().transform(toStoryDocument),
  }),
})

const prefix = (owner: Pick<CopyOwner, 'storyId' | 'userId'>) => `fourth-period:draft:${owner.storyId}:${owner.userId}:`
const keyOf = (owner: CopyOwner) => prefix(owner) + owner.tab

/** Keeps the text on this computer. false: it could not (no room, or storage is switched off). */
export function keepCopy(storage: CopyStorage | null, owner: CopyOwner, copy: { version: number; at: string; content: StoryContent }): boolean {
  if (storage === null) return false
  try {
    storage.setItem(keyOf(owner), JSON.stringify(copy))
    return true
  } catch {
    return false
  }
}

/** Forgets the copy of this tab, once the server has acknowledged its text. */
export function dropOwnCopy(storage: CopyStorage | null, owner: CopyOwner): void {
  dropCopy(storage, keyOf(owner))
}

export function dropCopy(storage: CopyStorage | null, key: string): void {
  try {
    storage?.removeItem(key)
  } catch {
    // A copy that cannot be removed is offered once more; nothing is lost.
  }
}

function readCopy(storage: CopyStorage, key: string): KeptCopy | null {
  try {
    const parsed = keptSchema.safeParse(JSON.parse(storage.getItem(key) ?? 'null'))
    return parsed.success ? { key, ...parsed.data } : null
  } catch {
    return null
  }
}

function keysOf(storage: CopyStorage, owner: CopyOwner): string[] {
  const keys: string[] = []
  for (let index = 0; index < storage.length; index += 1) {
    const key = storage.key(index)
    if (key !== null && key.startsWith(prefix(owner)) && key !== keyOf(owner)) keys.push(key)
  }
  return keys
}

/**
 * The copies of this person and story that hold text which the saved story does not, newest first. Copies of the very
 * text that is saved, and unreadable ones, are removed. Other people's copies are never looked at.
 */
export function keptCopies(storage: CopyStorage | null, owner: CopyOwner, saved: StoryContent): KeptCopy[] {
  if (storage === null) return []
  try {
    const found: KeptCopy[] = []
    for (const key of keysOf(storage, owner)) {
      const copy = readCopy(storage, key)
      if (copy === null || isSaved(copy.content, saved)) dropCopy(storage, key)
      else found.push(copy)
    }
    return found.sort((a, b) => (a.at < b.at ? 1 : -1))
  } catch {
    return []
  }
}

/** Whether the server holds this text; it trims names and the like when it stores them. */
export function isSaved(mine: StoryContent, saved: StoryContent): boolean {
  const tidy = (content: StoryContent) => {
    const parsed = storyContentSchema.safeParse(content)
    const value = parsed.success ? parsed.data : content
    return { ...value, body: toStoryDocument(value.body) }
  }
  return sameContent(tidy(mine), tidy(saved))
}
