import 'server-only'
import { shownName, stricterForm, type BylineForm } from '#domain/people.ts'
import { shownCredit } from '#domain/shown-credits.ts'
import { presentHandle } from '#domain/staff-address.ts'
import type { PortraitView } from '#domain/story-view.ts'
import type { Tx } from '../db.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { ASSET_VIEW, assetView } from '../media/views.ts'
import { PRESENT_ADDRESS } from './addresses.ts'

/** What readers see of somebody on staff besides what they made. */
export const SHOWN_PERSON = {
  id: true, name: true, bylineForm: true, classOf: true, portraitAlt: true,
  addresses: PRESENT_ADDRESS,
  portrait: { select: { ...ASSET_VIEW, status: true, focalX: true, focalY: true } },
} as const satisfies Prisma.StaffMemberSelect
type PersonRow = Prisma.StaffMemberGetPayload<{ select: typeof SHOWN_PERSON }>

/** How the paper names people. */
export type Naming = { nameForm: BylineForm; namesWithPictures: boolean }

/** How the paper names people now; as little as can be before it is set up. */
export async function namingNow(client: Pick<Tx, 'paper'>): Promise<Naming> {
  return (await client.paper.findUnique({ where: { id: 1 }, select: { nameForm: true, namesWithPictures: true } })) ?? { nameForm: 'SHORT', namesWithPictures: false }
}

/** Whose profile pictures readers may see; what the gate of pictures asks of the database. null: nobody's. */
export function whosePortraitIsPublic({ nameForm, namesWithPictures }: Naming): Prisma.StaffMemberWhereInput | null {
  return namesWithPictures && nameForm !== 'HIDDEN' ? { bylineForm: { not: 'HIDDEN' } } : null
}

/** Somebody by the name that readers see, with the address of their page and their picture where readers may see it; null: hidden. */
export function shownPerson(row: PersonRow, naming: Naming): { name: string; handle: string | null; classOf: number | null; portrait: PortraitView | null } | null {
  const name = shownName(row, naming.nameForm)
  if (name === null) return null
  return { name, handle: presentHandle(row.addresses, stricterForm(row.bylineForm, naming.nameForm)), classOf: row.classOf, portrait: portraitOf(row, naming) }
}

function portraitOf({ portrait, portraitAlt, name, bylineForm }: PersonRow, naming: Naming): PortraitView | null {
  if (portrait === null || portrait.status !== 'READY' || whosePortraitIsPublic(naming) === null) return null
  const { focalX, focalY } = portrait
  // The words beside a picture tell no more of a name than the name does.
  return { asset: assetView(portrait), alt: shownCredit(portraitAlt, { name, bylineForm, formerName: '' }, naming.nameForm), focus: { focalX, focalY } }
}
