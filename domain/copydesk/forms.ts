import { z } from 'zod'
import { MAX_DISMISSAL_REASON } from './dismissals.ts'
import { COPYDESK_LEVELS } from './finding.ts'

/** Rules of the spell checker in the browser: known here only so that what is dismissed under them can be kept. */
export const HARPER_RULES = { spelling: 'Spelling', grammar: 'Grammar and usage' } as const
export type HarperRuleId = keyof typeof HARPER_RULES

/** One entry of the paper's dictionary: a name, a street, an acronym; at most a few words. */
export const paperWordSchema = z
  .string()
  .trim()
  .min(1, 'Type the word.')
  .max(60, 'Keep it under 60 characters.')
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}.'’&/-]*(?: [\p{L}\p{N}][\p{L}\p{N}\p{M}.'’&/-]*){0,4}$/u, 'Use letters, digits, hyphens and apostrophes; at most five words.')

/** Why a passage is right as it is; `passage` is the key that passageKey makes. */
export const dismissalSchema = z.object({
  storyId: z.uuid(),
  ruleId: z.string().min(1).max(60),
  passage: z.string().min(1).max(400),
  reason: z
    .string()
    .trim()
    .min(3, 'Say in a few words why it is right.')
    .max(MAX_DISMISSAL_REASON, `Keep it under ${MAX_DISMISSAL_REASON} characters.`),
})
export type DismissalInput = z.infer<typeof dismissalSchema>

/** What a rule may say in the paper and in each section by its id; null: what stands above decides (the rule, the paper). */
export const ruleLevelsSchema = z.object({
  ruleId: z.string().min(1).max(60),
  paper: z.enum(COPYDESK_LEVELS).nullable(),
  sections: z.record(z.uuid(), z.enum(COPYDESK_LEVELS).nullable()),
})
export type RuleLevelsInput = z.infer<typeof ruleLevelsSchema>
