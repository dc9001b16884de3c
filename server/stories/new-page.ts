import 'server-only'
import { STARTER_NOTES, startText, type NewPage } from '#domain/pages/starters.ts'
import { paperDate } from '#domain/paper-date.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import type { Language } from '#domain/words/language.ts'
import { actorNow } from '../auth/standing.ts'
import { timeNow } from '../clock.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction } from '../db.ts'
import { createStoryIn, signedBy } from './commands.ts'

/**
 * Starts a page of the paper as a draft, empty or with a starter text that says the paper's own facts. What somebody has to see to before it
 * goes out is an open blocking note on it. Nobody signs it: the paper speaks in it.
 */
export function createPage(actor: Actor, input: NewPage): Promise<CommandResult<{ storyId: string; revisionId: string }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await actorNow(tx, actor)
      const verdict = decide(acting.role, 'createPage')
      if (!verdict.allowed) throw new Refusal(verdict.reason)
      const paper = await tx.paper.findUnique({ where: { id: 1 }, select: { name: true, reviewPolicy: true, language: true, timeZone: true } })
      if (paper === null) throw new Refusal('The paper is not set up yet.')
      const language: Language = paper.language
      const day = paperDate(timeNow().toISOString(), { timeZone: paper.timeZone, language })
      const starter = input.starter === '' ? null : input.starter
      const contact = input.starter === '' ? '' : input.contact
      const content = { ...(await signedBy(tx, null)), ...startText(starter, language, { paper: paper.name, policy: paper.reviewPolicy, contact, day }) }
      const made = await createStoryIn(tx, acting, { content, notes: starter === null ? [] : [STARTER_NOTES[starter]] }, { kind: 'PAGE' })
      return { ok: true, tags: [], ...made }
    }),
  )
}
