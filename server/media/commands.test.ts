import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { AssetRightsInput } from '#domain/media.ts'
import type { Actor } from '#domain/people.ts'
import { db, inTransaction } from '../db.ts'
import { tags } from '../stories/cache.ts'
import { withdrawStory } from '../stories/moves.ts'
import { anActor, aStory, done } from '../testing/builders.ts'
import { anAsset } from '../testing/pictures.ts'
import { approveFairUse, changeRights } from './commands.ts'
import { isVariantLive } from './live.ts'
import { assetStandings, newsroomAssets } from './queries.ts'

const STAFF: AssetRightsInput = { rights: 'STAFF', rightsHolder: '', rightsProof: '', proofUrl: '', expiresOn: null, makerKind: 'CONTRIBUTOR', makerName: 'Ana Ruiz', makerStaffId: null }
const FAIR: AssetRightsInput = { ...STAFF, rights: 'FAIR_USE', rightsProof: 'It is what the review is about.' }
const refusal = (words: string) => ({ ok: false, problems: [{ message: expect.stringContaining(words) }] })
const eventsOf = async (assetId: string) => (await db().auditEvent.findMany({ where: { subjectId: assetId }, orderBy: { id: 'asc' }, select: { kind: true } })).map(({ kind }) => kind)
const lead = (assetId: string) => ({ assetId, caption: 'A caption.', alt: 'What it shows', credit: 'Ana Ruiz' })

async function seenBy(actor: Actor, assetId: string) {
  const asset = (await newsroomAssets(actor, [assetId]))[assetId]
  if (asset === undefined) throw new Error('no such asset')
  return asset
}

describe('changeRights', () => {
  it('is for the uploader and for editors, and is written down', async () => {
    const [writer, other, editor] = [await anActor('WRITER'), await anActor('WRITER'), await anActor('EDITOR')]
    const assetId = await anAsset(writer)
    expect(await changeRights(other, { assetId, ...STAFF })).toMatchObject(refusal('that you uploaded'))
    expect(done(await changeRights(writer, { assetId, ...STAFF })).tags).toEqual([])
    done(await changeRights(editor, { assetId, ...STAFF, rights: 'PERMISSION', rightsHolder: 'City Museum' }))
    expect(await seenBy(editor, assetId)).toMatchObject({ rights: 'PERMISSION', rightsHolder: 'City Museum', makerName: 'Ana Ruiz', mine: false })
    expect(await eventsOf(assetId)).toEqual(['media.uploaded', 'media.rightsChanged', 'media.rightsChanged'])
  })

  it('writes nothing down when nothing changes', async () => {
    const writer = await anActor('WRITER')
    const assetId = await anAsset(writer)
    done(await changeRights(writer, { assetId, ...STAFF }))
    done(await changeRights(writer, { assetId, ...STAFF }))
    expect(await eventsOf(assetId)).toHaveLength(2)
  })

  it('refuses a maker who is not on staff, and a picture that is gone', async () => {
    const writer = await anActor('WRITER')
    const assetId = await anAsset(writer)
    expect(await changeRights(writer, { assetId, ...STAFF, makerKind: 'STAFF', makerStaffId: randomUUID() })).toMatchObject({ ok: false, problems: [{ field: 'makerStaffId' }] })
    expect(await changeRights(writer, { assetId: randomUUID(), ...STAFF })).toMatchObject(refusal('gone'))
    done(await changeRights(writer, { assetId, ...STAFF, makerKind: 'STAFF', makerStaffId: writer.staffId }))
  })

  it('takes back a yes to fair use, unless only the maker changes', async () => {
    const [writer, adviser] = [await anActor('WRITER'), await anActor('ADVISER')]
    const assetId = await anAsset(writer)
    done(await changeRights(writer, { assetId, ...FAIR }))
    done(await approveFairUse(adviser, { assetId }))
    done(await changeRights(writer, { assetId, ...FAIR, makerName: 'Ben Ode' }))
    expect(await seenBy(writer, assetId)).toMatchObject({ fairUseApproved: true })
    done(await changeRights(writer, { assetId, ...FAIR, rightsProof: 'Another reason.' }))
    expect(await seenBy(writer, assetId)).toMatchObject({ fairUseApproved: false })
  })

  it('refuses rights that would not allow what readers see now', async () => {
    const writer = await anActor('WRITER')
    const assetId = await anAsset(writer)
    done(await changeRights(writer, { assetId, ...STAFF }))
    const { storyId, revisionId, adviser } = await aStory('LIVE', { lead: lead(assetId) })
    for (const input of [{ ...STAFF, rights: 'UNKNOWN' as const }, FAIR, { ...STAFF, rights: 'LICENSED' as const }]) {
      expect(await changeRights(writer, { assetId, ...input })).toMatchObject(refusal('Readers see this picture now'))
    }
    expect(done(await changeRights(writer, { assetId, ...STAFF, rights: 'PUBLIC_DOMAIN', rightsProof: 'Published 1890' })).tags).toEqual([tags.media(), tags.story(storyId)])
    done(await withdrawStory(adviser, { storyId, revisionId, reason: 'A test of withdrawing.' }))
    done(await changeRights(writer, { assetId, ...STAFF, rights: 'UNKNOWN' }))
  })

  it('waits for a publication that has read the standing', async () => {
    const writer = await anActor('WRITER')
    const assetId = await anAsset(writer)
    const order: string[] = []
    let change: Promise<unknown> = Promise.resolve()
    await inTransaction(async (tx) => {
      expect((await assetStandings(tx, [assetId, assetId, 'no id']))[assetId]).toMatchObject({ status: 'READY', rights: 'UNKNOWN' })
      change = changeRights(writer, { assetId, ...STAFF }).then(() => order.push('changed'))
      const waits = await waitsForALock()
      expect(waits).toBe(true)
      order.push('published')
    })
    await change
    expect(order).toEqual(['published', 'changed'])
  })
})

/** Whether somebody comes to wait for a row lock of this database, asked until it is so. */
async function waitsForALock(): Promise<boolean> {
  for (let tries = 0; tries < 500; tries += 1) {
    const [row] = await db().$queryRaw<{ waits: boolean }[]>`SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock') AS waits`
    if (row?.waits === true) return true
  }
  return false
}

describe('approveFairUse', () => {
  it('is for advisers, never on their own upload, and is written down once', async () => {
    const [writer, editor, adviser, admin] = [await anActor('WRITER'), await anActor('EDITOR'), await anActor('ADVISER'), await anActor('ADMIN')]
    const assetId = await anAsset(writer)
    expect(await approveFairUse(adviser, { assetId })).toMatchObject(refusal('Nobody claims fair use'))
    done(await changeRights(writer, { assetId, ...FAIR, rightsProof: '' }))
    expect(await approveFairUse(adviser, { assetId })).toMatchObject({ ok: false, problems: [{ field: 'rightsProof' }] })
    done(await changeRights(writer, { assetId, ...FAIR }))
    for (const actor of [writer, editor]) expect(await approveFairUse(actor, { assetId })).toMatchObject(refusal('Your role'))
    done(await approveFairUse(admin, { assetId }))
    done(await approveFairUse(adviser, { assetId }))
    expect((await eventsOf(assetId)).filter((kind) => kind === 'media.fairUseApproved')).toHaveLength(1)

    const own = await anAsset(adviser)
    done(await changeRights(adviser, { assetId: own, ...FAIR }))
    expect(await approveFairUse(adviser, { assetId: own })).toMatchObject(refusal('somebody else must agree'))
  })
})

describe('what readers get of a picture', () => {
  it('is nothing before its story is live, everything while it is, nothing afterwards', async () => {
    const writer = await anActor('WRITER')
    const assetId = await anAsset(writer)
    done(await changeRights(writer, { assetId, ...STAFF }))
    const key = (await seenBy(writer, assetId)).variants[0]?.key ?? ''
    expect(await isVariantLive(key)).toBe(false)
    await aStory('APPROVED', { lead: lead(assetId) })
    expect(await isVariantLive(key)).toBe(false)
    const { storyId, revisionId, adviser } = await aStory('LIVE', { lead: lead(assetId) })
    expect(await isVariantLive(key)).toBe(true)
    done(await withdrawStory(adviser, { storyId, revisionId, reason: 'A test of withdrawing.' }))
    expect(await isVariantLive(key)).toBe(false)
    expect(await isVariantLive(`${'a1'.repeat(32)}.webp`)).toBe(false)
  })

  it('is no picture that is still being prepared', async () => {
    const writer = await anActor('WRITER')
    const assetId = await anAsset(writer)
    done(await changeRights(writer, { assetId, ...STAFF }))
    const key = (await seenBy(writer, assetId)).variants[0]?.key ?? ''
    await aStory('LIVE', { lead: lead(assetId) })
    await db().mediaAsset.update({ where: { id: assetId }, data: { status: 'FAILED' } })
    expect(await isVariantLive(key)).toBe(false)
  })
})
