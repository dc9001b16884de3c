import 'server-only'
import { letterDocument } from '#domain/letters/letter.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction } from '../db.ts'
import { createStoryIn, signedBy } from '../stories/commands.ts'
import { lockLetter } from './lock.ts'

const CREDIT = 'Contributor'
const HEADLINE = 'Letter to the editor'

/**
 * Makes a draft of a letter, signed by whoever wrote it as a contributor. It takes the way of every story, and whoever makes it is no author of it but
 * by starting it. Whoever wrote it must have agreed.
 */
export function letterToStory(asked: Actor, { letterId }: { letterId: string }): Promise<CommandResult<{ storyId: string }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor, letter } = await lockLetter(tx, asked, letterId)
      if (letter.storyId !== null) throw new Refusal('There is a story of this letter already.')
      if (!letter.mayPublish || letter.name === '') throw new Refusal('Whoever wrote this did not agree to its publication.')
      const content = { ...(await signedBy(tx, null)), headline: HEADLINE, bylines: [{ staffId: null, name: letter.name, credit: CREDIT }], body: letterDocument(letter.text) }
      const { storyId } = await createStoryIn(tx, actor, { content })
      await tx.readerLetter.update({ where: { id: letter.id }, data: { storyId }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'letter.becameStory', storyId, subjectId: letter.id })
      return { ok: true, tags: [], storyId }
    }),
  )
}

/** Makes a pitch of a letter or tip, with its words as the reason. The pitch is the actor's, and names nobody. */
export function letterToPitch(asked: Actor, { letterId, title }: { letterId: string; title: string }): Promise<CommandResult<{ pitchId: string }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor, letter } = await lockLetter(tx, asked, letterId)
      const verdict = decide(actor.role, 'pitch')
      if (!verdict.allowed) throw new Refusal(verdict.reason)
      if (letter.pitchId !== null) throw new Refusal('There is a pitch of this already.')
      const why = letter.text.slice(0, MOST_WHY)
      const { id: pitchId } = await tx.pitch.create({ data: { title, why, createdById: actor.userId }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'pitch.made', subjectId: pitchId })
      await tx.readerLetter.update({ where: { id: letter.id }, data: { pitchId }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'letter.becamePitch', subjectId: letter.id })
      return { ok: true, tags: [], pitchId }
    }),
  )
}

/** As long as the reason of a pitch may be (domain/planning/pitch.ts). */
const MOST_WHY = 4_000
