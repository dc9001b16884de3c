import { describe, expect, it } from 'vitest'
import { advertisementSchema, donationsSchema } from '#domain/support/support.ts'
import { db } from '../db.ts'
import { storage } from '../storage.ts'
import { anActor, done } from '../testing/builders.ts'
import { aPicture } from '../testing/pictures.ts'
import { changeAd, changeDonations, removeAd, switchAds } from './commands.ts'
import { supportSettings } from './queries.ts'
import { supportAt, turnAds } from './running.ts'
import { addAd } from './upload.ts'

const NOON = new Date('2026-11-24T20:10:00Z')
const later = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000)
const words = (change: object = {}) => advertisementSchema.parse({ advertiser: 'Corner Bakery', url: 'https://bakery.example/bread', alt: 'Fresh bread until six', onFront: 'on', onStories: 'on', startsOn: '2026-11-24', endsOn: '2026-11-30', ...change })
const box = donationsSchema.parse({ donations: 'on', title: 'Keep us printing', text: '', url: 'https://give.example/bell', goal: '3000', raised: '1250' })

describe('support for the paper', () => {
  it('is off at first, changed by advisers alone, and on record', async () => {
    const [editor, adviser] = [await anActor('EDITOR'), await anActor('ADVISER')]
    expect(await supportAt(NOON)).toMatchObject({ donation: null, ads: [] })
    expect(await supportSettings(editor)).toBeNull()
    expect(await changeDonations(editor, box)).toMatchObject({ ok: false })
    expect(await switchAds(editor, { advertisements: true })).toMatchObject({ ok: false })
    expect(await addAd(editor, { bytes: await aPicture() })).toMatchObject({ ok: false })
    expect(done(await changeDonations(adviser, box)).tags).toEqual(['support'])
    expect(await supportAt(NOON)).toMatchObject({ donation: { title: 'Keep us printing', goal: 3000, raised: 1250 } })
    expect(await db().auditEvent.count({ where: { kind: 'support.donationsChanged' } })).toBe(1)
  })

  it('shows an advertisement on its days alone, once all is said of it and they are switched on, each in turn', async () => {
    const adviser = await anActor('ADVISER')
    expect(await addAd(adviser, { bytes: Buffer.from('GIF89a') })).toMatchObject({ ok: false, problems: [{ field: 'file' }] })
    const { adId } = done(await addAd(adviser, { bytes: await aPicture() }))
    done(await switchAds(adviser, { advertisements: true }))
    expect((await supportAt(NOON)).ads).toEqual([])
    done(await changeAd(adviser, { adId, ...words() }))
    const [ad] = (await supportAt(NOON)).ads
    expect(ad).toMatchObject({ id: adId, alt: 'Fresh bread until six' })
    const large = await storage.bytes(`ad/${ad?.largeKey}`)
    expect(large.subarray(8, 12).toString()).toBe('WEBP')
    expect(large.toString('latin1')).not.toMatch(/MetadataCanary/)
    expect((await supportAt(later(-24))).ads).toEqual([])
    expect((await supportAt(later(24 * 7))).ads).toEqual([])
    // One alone takes no turns; two do, and the end of one is noticed.
    await turnAds(NOON)
    expect(await turnAds(later(1))).toEqual([])
    const { adId: other } = done(await addAd(adviser, { bytes: await aPicture() }))
    done(await changeAd(adviser, { adId: other, ...words({ advertiser: 'Bike shop', endsOn: '2026-11-24' }) }))
    expect(await turnAds(later(1))).toEqual(['support'])
    expect(await turnAds(later(1))).toEqual([])
    expect(await turnAds(later(2))).toEqual(['support'])
    expect(await turnAds(later(30))).toEqual(['support'])
    done(await switchAds(adviser, { advertisements: false }))
    expect((await supportAt(NOON)).ads).toEqual([])
    done(await removeAd(adviser, { adId }))
    expect(await storage.read(`ad/${ad?.largeKey}`)).toBeNull()
    expect(await removeAd(adviser, { adId })).toMatchObject({ ok: false })
  })
})
