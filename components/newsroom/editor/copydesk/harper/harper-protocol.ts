import type { HarperRuleId } from '#domain/copydesk/forms.ts'

/** One remark of Harper about a text: UTF-16 offsets, what is wrong, and what it could become, likeliest first. */
export type HarperRemark = { ruleId: HarperRuleId; rule: string; from: number; to: number; message: string; choices: string[] }

/** Page → worker. `words` replaces the paper's words; `check` asks about texts, answered in their order. */
export type ToHarper = { type: 'words'; words: string[] } | { type: 'check'; n: number; texts: string[] }
/** Worker → page. `ready`: the program has come and knows the paper's words. */
export type FromHarper = { type: 'ready' } | { type: 'checked'; n: number; remarks: HarperRemark[][] } | { type: 'failed'; reason: string }
