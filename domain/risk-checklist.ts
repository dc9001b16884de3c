import { z } from 'zod'

/**
 * What an editor or adviser goes through before a story that could hurt somebody is published. The questions follow the Student
 * Press Law Center's pre-publication guidance (splc.org) and the SPJ Code of Ethics.
 */
export const RISKS = [
  { id: 'accuracy', name: 'Accuracy', question: 'Are names, numbers, quotations and claims checked against their sources?' },
  { id: 'fairness', name: 'Fairness', question: 'Was everybody who is criticised asked for a response, and is that response in the story?' },
  { id: 'libel', name: 'Libel', question: 'Is every statement that could harm a reputation true and provable, or clearly an opinion on facts that are stated?' },
  { id: 'privacy', name: 'Privacy', question: 'Are health, family, discipline and other private matters left out, or told with permission and a public reason?' },
  { id: 'minors', name: 'Minors named', question: 'Does every pupil who is named or can be recognised know it, and are those who could be harmed protected?' },
  { id: 'copyright', name: 'Copyright', question: 'Does the paper have the right to every picture, quotation, lyric and screenshot that it uses?' },
  { id: 'consent', name: 'Consent for pictures', question: 'May everybody who is shown be shown, by the school’s list and by their own word?' },
] as const
export type RiskId = (typeof RISKS)[number]['id']

export const RISK_ANSWERS = ['yes', 'no', 'none'] as const
export type RiskAnswer = (typeof RISK_ANSWERS)[number]
export const RISK_ANSWER_NAMES: Record<RiskAnswer, string> = { yes: 'Yes, checked', no: 'No, or not sure', none: 'Does not arise' }

const answer = z.object({ answer: z.enum(RISK_ANSWERS, 'Choose an answer.'), remark: z.string().trim().max(500, 'Keep a remark under 500 characters.') })
const entries = RISKS.map(({ id }) => [id, answer] as const)

/** A complete checklist, as it is kept with a revision. What says "no" must say what is open. */
export const riskAnswersSchema = z
  .object(Object.fromEntries(entries) as Record<RiskId, typeof answer>)
  .superRefine((answers, context) => {
    for (const { id } of RISKS) {
      if (answers[id].answer === 'no' && answers[id].remark === '') context.addIssue({ code: 'custom', path: [id, 'remark'], message: 'Say what is open.' })
    }
  })
export type RiskAnswers = z.infer<typeof riskAnswersSchema>

/** What a checklist leaves open: the names of the risks that were answered "no". */
export function openRisks(answers: RiskAnswers): string[] {
  return RISKS.filter(({ id }) => answers[id].answer === 'no').map(({ name }) => name)
}

/** What keeps a story from being approved in a section that requires the checklist; null = nothing does. `answers` null: nobody filled it in for this revision. */
export function riskProblem(answers: RiskAnswers | null): string | null {
  if (answers === null) return 'An editor or adviser must fill in the risk checklist for this version.'
  const open = openRisks(answers)
  return open.length === 0 ? null : `The risk checklist leaves open: ${open.join(', ')}.`
}
