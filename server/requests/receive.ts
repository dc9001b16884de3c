import 'server-only'
import { randomBytes } from 'node:crypto'
import { referenceOf, type RequestForm } from '#domain/takedown-policy.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction } from '../db.ts'
import { tellOfRequest } from '../notifications/of-decisions.ts'

/** Stores what a reader asks about a story that the paper published once, and answers the number to ask by. Nobody is signed in. */
export function receiveRequest({ story: address, ...form }: RequestForm): Promise<CommandResult<{ reference: string }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const found = await tx.address.findUnique({ where: { sectionSlug_slug: address }, select: { storyId: true, story: { select: { liveRevisionId: true } } } })
      if (found === null) throw new Refusal('The paper has no story at this address. Copy it from your browser.', 'story')
      const { storyId } = found
      const { liveRevisionId: revisionId } = found.story
      const reference = referenceOf(randomBytes(8))
      const { id } = await tx.readerRequest.create({ data: { ...form, name: form.name ?? '', reference, storyId, revisionId }, select: { id: true } })
      await recordEvent(tx, { actor: null, kind: 'request.received', storyId, subjectId: id, data: { ground: form.ground } })
      await tellOfRequest(tx, storyId, id)
      return { ok: true, tags: [], reference }
    }),
  )
}
