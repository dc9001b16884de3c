'use server'

import { z } from 'zod'
import type { LinkAction } from '#components/newsroom/staff-link-form.client.tsx'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { entryMoveSchema } from '#domain/planning/calendar.ts'
import { formValues, runAction } from '#server/action.ts'
import { endCalendarAddress, makeCalendarAddress } from '#server/calendar/feed-address.ts'
import { moveEntry } from '#server/planning/days.ts'

export const moveEntryAction: FormAction = async (_, form) => runAction(entryMoveSchema, formValues(form), moveEntry, 'Moved.')

export const makeCalendarAddressAction: LinkAction = async (_, form) => runAction(z.strictObject({}), formValues(form), (actor) => makeCalendarAddress(actor))

export const endCalendarAddressAction: FormAction = async (_, form) => runAction(z.strictObject({}), formValues(form), (actor) => endCalendarAddress(actor), 'The address has ended.')
