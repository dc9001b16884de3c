'use server'

import { z } from 'zod'
import type { CheckListAction, InviteListAction } from '#components/newsroom/people/list-invite.client.tsx'
import { runAction } from '#server/action.ts'
import { checkList, inviteList } from '#server/staff/invite-list.ts'

const list = z.object({ text: z.string().max(200_000, 'This list is too long.') })
const confirmed = list.extend({ emails: z.array(z.string()).max(1_000) })

export const checkListAction: CheckListAction = async (input) => runAction(list, input, checkList, undefined, { renew: false })

export const inviteListAction: InviteListAction = async (input) => runAction(confirmed, input, inviteList, undefined, { renew: false })
