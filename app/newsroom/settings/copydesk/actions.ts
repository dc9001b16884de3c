'use server'

import { z } from 'zod'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { paperWordSchema, ruleLevelsSchema } from '#domain/copydesk/forms.ts'
import { formValues, runAction } from '#server/action.ts'
import { addPaperWord, removePaperWord, setRuleLevels } from '#server/copydesk/commands.ts'

const SECTION = 'section-'

/** '' stands for "what stands above decides". */
const levelOf = (value: string) => (value === '' ? null : value)

export const setRuleLevelsAction: FormAction = async (_, form) => {
  const values = formValues(form)
  const sections = Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (name.startsWith(SECTION) ? [[name.slice(SECTION.length), levelOf(value)]] : [])))
  return runAction(ruleLevelsSchema, { ruleId: values['ruleId'], paper: levelOf(values['paper'] ?? ''), sections }, setRuleLevels, 'Saved. Open editors see it when they are loaded again.')
}

export const addPaperWordAction: FormAction = async (_, form) => {
  const result = await runAction(z.object({ word: paperWordSchema }), formValues(form), addPaperWord)
  return result.ok ? { ok: true, message: `“${result.word}” is in the dictionary.` } : result
}

export const removePaperWordAction: FormAction = async (_, form) => runAction(z.object({ wordId: z.uuid() }), formValues(form), removePaperWord)
