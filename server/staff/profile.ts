import 'server-only'
import { rightsProblem, waitsForFairUseYes, type NewsroomAsset } from '#domain/media.ts'
import { stricterForm, type Actor } from '#domain/people.ts'
import { decideOnStaff } from '#domain/policy.ts'
import type { ProfileInput } from '#domain/staff.ts'
import { presentHandle } from '#domain/staff-address.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { db, inTransaction, type Tx } from '../db.ts'
import { assetStandings, newsroomAssets } from '../media/queries.ts'
import { PROFILE_TEXTS, profileChecks } from '../opt-out/checks.ts'
import { paperDay } from '../settings/paper-day.ts'
import { tags } from '../stories/cache.ts'
import { nameForm } from '../settings/name-form.ts'
import { PRESENT_ADDRESS } from './addresses.ts'
import { lockPeople } from './lock.ts'

const FIELDS = ['bio', 'portraitId', 'portraitAlt'] as const

/** Changes what somebody says of themselves, and their picture: one whose rights allow publishing. */
export function changeProfile(actor: Actor, { staffId, ...input }: ProfileInput): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor: acting } = await lockPeople(tx, actor, null)
      await tx.$queryRaw`SELECT 1 FROM "StaffMember" WHERE "id" = ${staffId}::uuid FOR UPDATE`
      const before = await tx.staffMember.findUnique({ where: { id: staffId }, select: { bio: true, portraitId: true, portraitAlt: true, user: { select: { role: true } } } })
      const verdict = decideOnStaff(acting.role, 'editProfile', { isSelf: acting.staffId === staffId, targetRole: before?.user?.role ?? 'WRITER' })
      if (!verdict.allowed) throw new Refusal(verdict.reason)
      if (before === null) throw new Refusal('There is no such person.')
      const after = input.portraitId === null ? { ...input, portraitAlt: '' } : input
      const changed = FIELDS.filter((field) => before[field] !== after[field])
      if (changed.length === 0) return { ok: true, tags: [] }
      await refuseNames(tx, after)
      if (after.portraitId !== null && changed.includes('portraitId')) await refuseUnready(tx, after.portraitId)
      await tx.staffMember.update({ where: { id: staffId }, data: after, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'staff.profileChanged', subjectId: staffId, data: { changed } })
      return { ok: true, tags: [tags.author(staffId), tags.media()] }
    }),
  )
}

/** No story's publish checks see a profile: nobody of the opt-out list is named in it. */
async function refuseNames(tx: Tx, { bio, portraitAlt }: { bio: string; portraitAlt: string }): Promise<void> {
  const unmet = [...(await profileChecks(tx, bio, PROFILE_TEXTS.bio)), ...(await profileChecks(tx, portraitAlt, PROFILE_TEXTS.portraitAlt))]
  if (unmet.length > 0) throw new Refusal(unmet.map(({ message }) => ({ message })))
}

async function refuseUnready(tx: Tx, assetId: string): Promise<void> {
  const asset = (await assetStandings(tx, [assetId]))[assetId]
  if (asset === undefined) throw new Refusal('This picture is gone. Choose another one.', 'portraitId')
  if (asset.status === 'FAILED') throw new Refusal('This picture could not be prepared. Upload it again.', 'portraitId')
  const rights = rightsProblem(asset, (await paperDay(new Date(), tx)).today)
  if (rights !== null) throw new Refusal(rights, 'portraitId')
  if (waitsForFairUseYes(asset)) throw new Refusal('An adviser must agree first that this is fair use.', 'portraitId')
}

/** Somebody's profile with what this actor may change of it. `schoolYear`: of their position; `absentUntil`: a day. */
export type Profile = {
  staffId: string
  name: string
  bio: string
  portrait: NewsroomAsset | null
  portraitAlt: string
  classOf: number | null
  schoolYear: string | null
  position: string
  sectionIds: string[]
  userId: string | null
  absentUntil: string | null
  /** Their page as readers see it; null: they have none. */
  publicPath: string | null
  may: { edit: boolean; setPosition: boolean; markAway: boolean }
}

/** The profile of somebody on staff, former ones too; null where there is none. */
export async function profileOf(actor: Actor, staffId: string): Promise<Profile | null> {
  if (!/^[0-9a-f-]{36}$/.test(staffId)) return null
  const staff = await db().staffMember.findUnique({
    where: { id: staffId },
    select: {
      name: true, bylineForm: true, addresses: PRESENT_ADDRESS, bio: true, portraitId: true, portraitAlt: true, classOf: true,
      user: { select: { id: true, role: true, deactivatedAt: true, absentUntil: true } },
      memberships: { orderBy: { schoolYear: 'desc' }, take: 1, select: { schoolYear: true, position: true, sections: { select: { sectionId: true } } } },
    },
  })
  if (staff === null) return null
  const { user, memberships: [newest], portraitId, bylineForm, addresses, ...rest } = staff
  const handle = presentHandle(addresses, stricterForm(bylineForm, await nameForm(db())))
  const on = { isSelf: actor.staffId === staffId, targetRole: user?.role ?? ('WRITER' as const) }
  const may = (action: 'editProfile' | 'setPosition' | 'markAway') => decideOnStaff(actor.role, action, on).allowed
  const { today } = await paperDay(new Date())
  const until = user?.absentUntil?.toISOString().slice(0, 10) ?? null
  return {
    ...rest,
    staffId,
    portrait: portraitId === null ? null : ((await newsroomAssets(actor, [portraitId]))[portraitId] ?? null),
    schoolYear: newest?.schoolYear ?? null,
    position: newest?.position ?? '',
    sectionIds: newest?.sections.map(({ sectionId }) => sectionId) ?? [],
    userId: user?.id ?? null,
    absentUntil: until !== null && until >= today ? until : null,
    publicPath: handle === null ? null : `/staff/${handle}`,
    may: { edit: may('editProfile'), setPosition: may('setPosition'), markAway: may('markAway') && user !== null && user.deactivatedAt === null },
  }
}
