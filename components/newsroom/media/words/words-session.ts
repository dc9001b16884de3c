import type { AssetChange } from '#domain/media-library.ts'
import type { NewsroomAsset } from '#domain/media.ts'
import type { Problem } from '#domain/result.ts'
import { changedFields, changeOf, wordsOf, type AssetWords, type WordsField } from './asset-words.ts'

/** What became of a save. `conflict`: somebody else saved meanwhile; the picture as it stands now. */
export type WordsAnswer =
  | { kind: 'saved'; asset: NewsroomAsset }
  | { kind: 'conflict'; message: string; theirs: NewsroomAsset }
  | { kind: 'refused'; problems: readonly Problem[] }
  | { kind: 'failed'; message: string }

/** What the session needs of the world. `save` does not reject. `later` answers how to call it off. */
export type WordsWorld = { save: (change: AssetChange) => Promise<WordsAnswer>; later: (seconds: number, work: () => void) => () => void; timeZone: string }

/** `waiting`: typed, not yet sent. `trouble`: not saved, and it tries again by itself. */
export type WordsPhase = 'still' | 'waiting' | 'saving' | 'saved' | 'refused' | 'trouble' | 'conflict'

export type WordsView = {
  values: AssetWords
  phase: WordsPhase
  problems: readonly Problem[]
  /** In a conflict: the fields that both changed, with what the other person wrote. */
  theirs: { message: string; fields: readonly WordsField[]; values: AssetWords } | null
  /** The picture as it is stored. */
  asset: NewsroomAsset
}

const PAUSE_SECONDS = 1
const TROUBLE_SECONDS = 5

/** Whether something typed is not stored. */
export function isUnsaved({ phase }: Pick<WordsView, 'phase'>): boolean {
  return phase !== 'still' && phase !== 'saved'
}

export type WordsSession = ReturnType<typeof openWords>

/**
 * One picture's words under somebody's hands: saved as they go, a second after the last key or at once when the field is left, one save
 * at a time, and only the fields that they changed. What somebody else changed meanwhile stays; where both changed the same field,
 * both texts are shown and a person decides.
 */
export function openWords(asset: NewsroomAsset, world: WordsWorld) {
  let view: WordsView = { values: wordsOf(asset, world.timeZone), phase: 'still', problems: [], theirs: null, asset }
  let callOff: (() => void) | null = null
  let isSaving = false
  const listeners = new Set<() => void>()

  const show = (change: Partial<WordsView>) => {
    view = { ...view, ...change }
    for (const listener of listeners) listener()
  }
  const stored = () => wordsOf(view.asset, world.timeZone)
  const changed = () => changedFields(stored(), view.values)
  const wait = (seconds: number) => {
    callOff?.()
    callOff = world.later(seconds, () => void save())
  }

  /** Takes over what they changed and we did not; what both changed is a conflict. */
  const meet = (theirs: NewsroomAsset, message: string): void => {
    const [before, after] = [stored(), wordsOf(theirs, world.timeZone)]
    const mine = changedFields(before, view.values)
    const both = changedFields(before, after).filter((field) => mine.includes(field) && changedFields(view.values, after).includes(field))
    const values: AssetWords = { ...after, ...Object.fromEntries(mine.map((field) => [field, view.values[field]])) }
    if (both.length > 0) return show({ asset: theirs, values, phase: 'conflict', theirs: { message, fields: both, values: after } })
    show({ asset: theirs, values, phase: 'waiting' })
  }

  const save = async (): Promise<void> => {
    callOff?.()
    callOff = null
    if (isSaving || view.phase === 'conflict') return
    const fields = changed()
    if (fields.length === 0) return show({ phase: view.phase === 'still' ? 'still' : 'saved', problems: [] })
    isSaving = true
    show({ phase: 'saving', problems: [] })
    const answer = await world.save({ assetId: view.asset.id, version: view.asset.version, ...changeOf(view.values, fields, world.timeZone) })
    isSaving = false
    if (answer.kind === 'refused') return show({ phase: 'refused', problems: answer.problems })
    if (answer.kind === 'failed') {
      show({ phase: 'trouble', problems: [{ message: answer.message }] })
      return wait(TROUBLE_SECONDS)
    }
    if (answer.kind === 'conflict') meet(answer.theirs, answer.message)
    else show({ asset: answer.asset, phase: 'saved' })
    // Typed while it was under way, or met with what somebody else saved.
    if (changed().length > 0) await save()
  }

  return {
    view: () => view,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    type: (change: Partial<AssetWords>) => {
      const values = { ...view.values, ...change }
      if (view.phase === 'conflict') return show({ values })
      show({ values, ...(isSaving ? {} : { phase: 'waiting' as const }) })
      wait(PAUSE_SECONDS)
    },
    /** The field was left, or the page is about to be. */
    saveNow: save,
    /** Ends a conflict: with their words in the fields that both changed, or with ours over them. */
    decide: (whose: 'mine' | 'theirs') => {
      const { theirs } = view
      if (theirs === null) return
      const taken = whose === 'theirs' ? Object.fromEntries(theirs.fields.map((field) => [field, theirs.values[field]])) : {}
      show({ values: { ...view.values, ...taken }, theirs: null, phase: 'waiting' })
      void save()
    },
    /** The picture's other sides changed: it is prepared, or its rights were saved. */
    refresh: (asset: NewsroomAsset) => show({ asset: { ...asset, ...wordsKept(view.asset) } }),
    close: () => callOff?.(),
  }
}

/** The words and their version stay as this session knows them, or its next save would be taken for one that knows more. */
function wordsKept({ version, caption, alt, credit, copyright, people, place, takenAt, focalX, focalY }: NewsroomAsset) {
  return { version, caption, alt, credit, copyright, people, place, takenAt, focalX, focalY }
}
