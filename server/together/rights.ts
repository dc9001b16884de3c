import 'server-only'
import type { Actor } from '#domain/people.ts'
import { log, reasonOf } from '../log.ts'
import type { Editor } from './editor.ts'
import type { OpenDraft } from './open-draft.ts'
import { actorStill, isClosed, rightsOn, storyNow, WITHDRAWN_ENDING, type StoryNow } from './standing.ts'

/**
 * Keeps the rights of open editors true: asked again when the database tells that a person or a story changed, after
 * each break in hearing it, and from time to time. Nobody keeps a right for longer because the database is away: what
 * cannot be asked cannot be stored either.
 */
export class Rights {
  readonly #drafts: () => Iterable<OpenDraft>
  /** How each open story stood when its editors were last told. */
  readonly #known = new WeakMap<OpenDraft, string>()

  constructor(drafts: () => Iterable<OpenDraft>) {
    this.#drafts = drafts
  }

  /** `user:<id>`, `story:<id>` or the notes of one, `notes:<id>`, changed. */
  async changed(what: string): Promise<void> {
    const [kind, id] = what.split(':')
    for (const draft of this.#drafts()) {
      if (kind === 'notes' && draft.storyId === id) for (const editor of draft.editors) editor.say({ type: 'standing' })
      if (kind === 'story' && draft.storyId === id) await this.#check(draft, [...draft.editors], false)
      if (kind !== 'user') continue
      const theirs = [...draft.editors].filter(({ actor }) => actor.userId === id)
      if (theirs.length > 0) await this.#check(draft, theirs, true)
    }
  }

  async checkOne(draft: OpenDraft, editor: Editor): Promise<void> {
    await this.#check(draft, [editor], true)
  }

  async checkAll(): Promise<void> {
    for (const draft of this.#drafts()) await this.#check(draft, [...draft.editors], true)
  }

  async #check(draft: OpenDraft, editors: Editor[], people: boolean): Promise<void> {
    draft.standingChanged()
    try {
      const now = await storyNow(draft.storyId)
      const actors = new Map<Editor, Actor | null>()
      for (const editor of editors) actors.set(editor, people ? await actorStill(editor.session, Date.now()) : editor.actor)
      const moved = this.#hasMoved(draft, now)
      for (const [editor, actor] of actors) if (draft.editors.has(editor)) this.#apply(editor, actor, now, moved)
      if (moved) for (const editor of draft.editors) if (!actors.has(editor)) editor.say({ type: 'standing' })
    } catch (error) {
      log.warn({ storyId: draft.storyId, reason: reasonOf(error) }, 'together: could not ask for rights again')
    }
  }

  #hasMoved(draft: OpenDraft, now: StoryNow | null): boolean {
    const standing = `${now?.story.state} ${now?.story.liveRevisionId}`
    const known = this.#known.get(draft)
    this.#known.set(draft, standing)
    return known !== undefined && known !== standing
  }

  #apply(editor: Editor, actor: Actor | null, now: StoryNow | null, moved: boolean): void {
    const rights = rightsOn(actor, now)
    if (rights.ended !== null || actor === null) return editor.end(rights.ended ?? WITHDRAWN_ENDING)
    if (moved && now !== null && isClosed(now)) return editor.end(WITHDRAWN_ENDING)
    editor.actor = actor
    const changed = rights.mayEdit !== editor.mayEdit
    if (changed) editor.setMayEdit(rights.mayEdit)
    if (changed || moved) editor.say({ type: 'standing' })
  }
}
