import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { AssetRightsInput } from '#domain/media.ts'
import type { Actor } from '#domain/people.ts'
import { db, inTransaction } from '../db.ts'
import { approveFairUse, changeRights } from '../media/commands.ts'
import { uploadMedia } from '../media/upload.ts'
import { changeLook } from '../look/commands.ts'
import { addSection, changeSection } from '../sections/commands.ts'
import { anActor, aSection } from '../testing/builders.ts'
import { aLookForm } from '../testing/look.ts'
import { anAsset, aPicture } from '../testing/pictures.ts'
import { actorNow } from './standing.ts'

const OUT = 'You are signed out. Sign in and try again.'
const STAFF: AssetRightsInput = { rights: 'STAFF', rightsHolder: '', rightsProof: '', proofUrl: '', expiresOn: null, makerKind: 'CONTRIBUTOR' as const, makerName: '', makerStaffId: null }
const deactivate = ({ userId }: Actor) => db().user.update({ where: { id: userId }, data: { deactivatedAt: new Date() } })
const demote = ({ userId }: Actor) => db().user.update({ where: { id: userId }, data: { role: 'WRITER' } })

describe('actorNow', () => {
  it('has the role of now, and refuses the deactivated and the unknown', async () => {
    const admin = await anActor('ADMIN')
    expect(await inTransaction((tx) => actorNow(tx, admin))).toEqual(admin)
    await demote(admin)
    expect(await inTransaction((tx) => actorNow(tx, admin))).toEqual({ ...admin, role: 'WRITER' })
    await deactivate(admin)
    await expect(inTransaction((tx) => actorNow(tx, admin))).rejects.toThrow(OUT)
    await expect(inTransaction((tx) => actorNow(tx, { ...admin, userId: randomUUID() }))).rejects.toThrow(OUT)
  })
})

describe('somebody whose account ended while the request arrived', () => {
  it('changes nothing about a picture, and uploads none', async () => {
    const adviser = await anActor('ADVISER')
    const assetId = await anAsset(adviser)
    await deactivate(adviser)
    const refused = { ok: false, problems: [{ message: OUT }] }
    expect(await changeRights(adviser, { assetId, ...STAFF })).toEqual(refused)
    expect(await approveFairUse(adviser, { assetId })).toEqual(refused)
    expect(await uploadMedia(adviser, { fileName: 'a.jpg', bytes: await aPicture({ width: 50, height: 50 }) })).toEqual({ ok: false, status: 403, problems: [{ field: 'file', message: OUT }] })
    expect(await db().mediaAsset.count({ where: { uploadedById: adviser.userId } })).toBe(1)
  })

  it('changes no setting and no section', async () => {
    const admin = await anActor('ADMIN')
    const { id } = await aSection()
    await deactivate(admin)
    for (const result of [await changeLook(admin, aLookForm()), await addSection(admin, { name: 'Chess' }), await changeSection(admin, { sectionId: id, name: 'Chess', slug: 'chess', color: '', parentId: null, needsRiskChecklist: false })]) {
      expect(result).toEqual({ ok: false, problems: [{ message: OUT }] })
    }
  })
})

describe('somebody whose role was changed while the request arrived', () => {
  it('may do what the new role may', async () => {
    const [editor, admin] = [await anActor('EDITOR'), await anActor('ADMIN')]
    const assetId = await anAsset(await anActor('WRITER'))
    await demote(editor)
    await demote(admin)
    expect(await changeRights(editor, { assetId, ...STAFF })).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining('that you uploaded') }] })
    expect((await changeLook(admin, aLookForm())).ok).toBe(false)
  })
})
