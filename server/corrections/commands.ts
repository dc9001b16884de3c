import 'server-only'
import type { CorrectionKind } from '#domain/corrections.ts'
import type { Actor } from '#domain/people.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { notify } from '../notifications/notify.ts'
import { tellAuthors } from '../notifications/of-stories.ts'
import { ids, sparingAdmins, whoMayOn } from '../notifications/recipients.ts'
import { lockFor, type StoryStanding } from '../stories/lock.ts'
import { allowPublishing, allowText, correctionTags, publishNewCorrection, refuseWrongReplaced } from './publish.ts'

/** `revisionId`: the version that readers saw when the note was written. `replacesId`: a wrong note that it takes the place of. */
export type CorrectionInput = { storyId: string; revisionId: string; kind: CorrectionKind; text: string; replacesId: string | null }

function refuseStale(story: StoryStanding, revisionId: string): void {
  if (story.liveRevisionId !== revisionId) throw new Refusal('A newer version was published meanwhile, so nothing was done. Look at it first.')
}

/** Puts a note before whoever has the last word; readers see nothing of it yet. */
export function proposeCorrection(actor: Actor, { storyId, revisionId, kind, text, replacesId }: CorrectionInput): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const story = await lockFor(tx, actor, 'proposeCorrection', storyId)
      refuseStale(story, revisionId)
      if (replacesId !== null) await refuseWrongReplaced(tx, storyId, replacesId)
      const { id } = await tx.correction.create({ data: { storyId, kind, text, replacesId, proposedById: actor.userId }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'correction.proposed', storyId, revisionId, subjectId: id, data: { kind } })
      await notify(tx, { kind: 'correction.proposed', to: ids(sparingAdmins(await whoMayOn(tx, 'publishCorrection', storyId))), byId: actor.userId, storyId, subjectId: id })
      return { ok: true, tags: [] }
    }),
  )
}

/** Writes a note and publishes it in one: for whoever has the last word. */
export function addCorrection(actor: Actor, { storyId, revisionId, ...note }: CorrectionInput): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const story = await lockFor(tx, actor, 'publishCorrection', storyId)
      refuseStale(story, revisionId)
      const { tags } = await publishNewCorrection(tx, actor, story, revisionId, note)
      return { ok: true, tags }
    }),
  )
}

/** The story of a proposed note, locked for somebody with the last word, and the note itself, still open. */
async function lockProposal(tx: Tx, actor: Actor, correctionId: string): Promise<{ story: StoryStanding; text: string; replacesId: string | null; proposedById: string }> {
  const known = await tx.correction.findUnique({ where: { id: correctionId }, select: { storyId: true } })
  if (known === null) throw new Refusal('There is no such note.')
  const story = await lockFor(tx, actor, 'publishCorrection', known.storyId)
  await allowPublishing(tx, actor, story)
  const { publishedAt, declinedAt, text, replacesId, proposedById } = await tx.correction.findUniqueOrThrow({ where: { id: correctionId }, select: { publishedAt: true, declinedAt: true, text: true, replacesId: true, proposedById: true } })
  if (publishedAt !== null || declinedAt !== null) throw new Refusal('Somebody decided on this note already.')
  return { story, text, replacesId, proposedById }
}

/** A proposed note goes before readers as it was written. */
export function publishCorrection(actor: Actor, { correctionId }: { correctionId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { story, text, replacesId, proposedById } = await lockProposal(tx, actor, correctionId)
      await allowText(tx, story.id, text)
      if (replacesId !== null) await refuseWrongReplaced(tx, story.id, replacesId)
      const revisionId = story.liveRevisionId
      if (revisionId === null) throw new Refusal('Readers do not see this story any more.')
      await tx.correction.update({ where: { id: correctionId }, data: { publishedById: actor.userId, publishedAt: new Date(), revisionId }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'correction.published', storyId: story.id, revisionId, subjectId: correctionId })
      await tellAuthors(tx, 'story.corrected', { byId: actor.userId, story, also: [proposedById] })
      return { ok: true, tags: await correctionTags(tx, story.id) }
    }),
  )
}

/** A proposed note is not published, for a reason that stays on record. */
export function declineCorrection(actor: Actor, { correctionId, reason }: { correctionId: string; reason: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { story, proposedById } = await lockProposal(tx, actor, correctionId)
      await tx.correction.update({ where: { id: correctionId }, data: { declinedById: actor.userId, declinedAt: new Date(), declinedReason: reason }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'correction.declined', storyId: story.id, subjectId: correctionId })
      await notify(tx, { kind: 'correction.declined', to: [proposedById], byId: actor.userId, storyId: story.id, subjectId: correctionId })
      return { ok: true, tags: [] }
    }),
  )
}
