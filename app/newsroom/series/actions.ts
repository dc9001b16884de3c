'use server'

import { z } from 'zod'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { seriesWordsSchema } from '#domain/series.ts'
import { formValues, runAction } from '#server/action.ts'
import { addPart, makeSeries, movePart, wordSeries } from '#server/series/commands.ts'

const part = z.object({ seriesId: z.uuid(), storyId: z.uuid() })

export const makeSeriesAction: FormAction = async (_, form) => {
  const result = await runAction(seriesWordsSchema, formValues(form), makeSeries)
  return result.ok ? { ok: true, goTo: `/newsroom/series?open=${result.seriesId}` } : result
}

export const wordSeriesAction: FormAction = async (_, form) => runAction(seriesWordsSchema.extend({ seriesId: z.uuid() }), formValues(form), wordSeries, 'Saved. Readers see it now.')

export const addPartAction: FormAction = async (_, form) => runAction(part, formValues(form), addPart, 'Added at the end.')

export const movePartAction: FormAction = async (_, form) => runAction(part.extend({ move: z.enum(['up', 'down', 'out']) }), formValues(form), movePart)
