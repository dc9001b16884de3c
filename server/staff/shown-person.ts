import 'server-only'
import { mayStandAlone } from '#domain/media.ts'
import { shownName, stricterForm, type BylineForm } from '#domain/people.ts'
import { shownCredit } from '#domain/shown-credits.ts'
import { presentHandle } from '#domain/staff-address.ts'
import type { PortraitView } from '#domain/story-view.ts'
import type { Tx } from '../db.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { timeNow } from '../clock.ts'
import { STANDING, standing } from '../media/asset-rows.ts'
import { ASSET_VIEW, assetView } from '../media/views.ts'
import { paperDay } from '../settings/paper-day.ts'
import { PRESENT_ADDRESS } from './addresses.ts'

/** What readers see of somebody on staff besides what they made. */
export const SHOWN_PERSON = {
  id: true, name: true, bylineForm: true, classOf: true, portraitAlt: true,
  addresses: PRESENT_ADDRESS,
  portrait: { select: { ...ASSET_VIEW, ...STANDING, focalX: true, focalY: true } },
} as const satisfies Prisma.StaffMemberSelect
type PersonRow = Prisma.StaffMemberGetPayload<{ select: typeof SHOWN_PERSON }>

/** How the paper names people, and the day that it is there: by that the right to a picture ends. */
export type Naming = { nameForm: BylineForm; namesWithPictures: boolean; today: string }

/** How the paper names people now; as little as can be before it is set up. */
export async function namingNow(client: Pick<Tx, 'paper'>): Promise<Naming> {
  const paper = await client.paper.findUnique({ where: { id: 1 }, select: { nameForm: true, namesWithPictures: true } })
  const { today } = await paperDay(timeNow(), client)
  return { ...(paper ?? { nameForm: 'SHORT', namesWithPictures: false }), today }
}

/** Whose profile pictures readers may see; what the gate of pictures asks of the database. null: nobody's. */
export function whosePortraitIsPublic({ nameForm, namesWithPictures }: Omit<Naming, 'today'>): Prisma.StaffMemberWhereInput | null {
  return namesWithPictures && nameForm !== 'HIDDEN' ? { bylineForm: { not: 'HIDDEN' } } : null
}

/** Somebody by the name that readers see, with the address of their page and their picture where readers may see it; null: hidden. */
export function shownPerson(row: PersonRow, naming: Naming): { name: string; handle: string | null; classOf: number | null; portrait: PortraitView | null } | null {
  const name = shownName(row, naming.nameForm)
  if (name === null) return null
  return { name, handle: presentHandle(row.addresses, stricterForm(row.bylineForm, naming.nameForm)), classOf: row.classOf, portrait: portraitOf(row, naming) }
}

function portraitOf({ portrait, portraitAlt, name, bylineForm }: PersonRow, naming: Naming): PortraitView | null {
  // Nobody approved it as a revision is: it stands there only as long as the right to it does.
  if (portrait === null || !mayStandAlone(standing(portrait), naming.today) || whosePortraitIsPublic(naming) === null) return null
  const { focalX, focalY } = portrait
  // The words beside a picture tell no more of a name than the name does.
  return { asset: assetView(portrait), alt: shownCredit(portraitAlt, { name, bylineForm, formerName: '' }, naming.nameForm), focus: { focalX, focalY } }
}
