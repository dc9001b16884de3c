import { beforeEach, describe, expect, it } from 'vitest'
import { FIRST_LOOK } from '#domain/look/look.ts'
import { ROLES } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { db } from '../db.ts'
import { openPicture, readHeader } from '../media/sharp.ts'
import { readPaper } from '../settings/read-paper.ts'
import { storage } from '../storage.ts'
import { tags } from '../stories/cache.ts'
import { anActor, done } from '../testing/builders.ts'
import { aLookForm } from '../testing/look.ts'
import { aPicture } from '../testing/pictures.ts'
import { changeLook, dropLook, tryLook } from './commands.ts'
import { keepLogo, logoFile } from './logo.ts'
import { lookDesk, lookPreview } from './queries.ts'
import { lookState } from './state.ts'

const version = async () => String((await lookState(db()))?.version ?? 0)
const BLUE = { accentLight: '#004488' }

beforeEach(async () => {
  const plain = { name: 'Test Paper', motto: '', language: 'en', timeZone: 'America/Los_Angeles', look: {} } as const
  await db().paper.upsert({ where: { id: 1 }, create: { id: 1, ...plain }, update: plain, select: { id: true } })
  await db().lookDraft.deleteMany()
})

describe('the look', () => {
  it('is changed by whoever may change settings, at once and on record', async () => {
    for (const role of ROLES) {
      const allowed = decide(role, 'changeSettings').allowed
      const form = aLookForm({ version: await version(), name: `By ${role}` })
      expect((await changeLook(await anActor(role), form)).ok, role).toBe(allowed)
      for (const other of [await tryLook(await anActor(role), form), await dropLook(await anActor(role))]) expect(other.ok, role).toBe(allowed)
      if (!allowed) expect(await lookDesk(await anActor(role))).toBeNull()
      if (!allowed) expect(await lookPreview(await anActor(role))).toBeNull()
    }
    const admin = await anActor('ADMIN')
    const result = await changeLook(admin, aLookForm({ version: await version(), name: 'The Light', language: 'es', ...BLUE, social: { x: 'https://x.com/light' }, navigation: { sections: false, head: [{ label: 'About', href: '/about' }], foot: [] } }))
    expect(result).toEqual({ ok: true, tags: [tags.paper()] })
    expect(await readPaper()).toMatchObject({ name: 'The Light', language: 'es', look: { accent: { light: '#004488', dark: '#5591db' }, navigation: { sections: false, head: [{ label: 'About', href: '/about' }] }, social: { x: 'https://x.com/light' } } })
    const event = await db().auditEvent.findFirst({ where: { kind: 'paper.lookChanged' }, orderBy: { id: 'desc' }, select: { actorId: true, data: true } })
    expect(event).toMatchObject({ actorId: admin.userId, data: { changed: expect.arrayContaining(['name', 'language', 'accent', 'navigation', 'social']) } })
  })

  it('stays, and leaves no event, when the same is saved again', async () => {
    const admin = await anActor('ADMIN')
    const before = await version()
    expect(await changeLook(admin, aLookForm({ version: before }))).toEqual({ ok: true, tags: [] })
    expect(await version()).toBe(before)
  })

  it('is refused to whoever has not seen the newest, with what was changed and by whom', async () => {
    const [first, second] = [await anActor('ADMIN'), await anActor('ADMIN')]
    const seen = await version()
    done(await changeLook(first, aLookForm({ version: seen, ...BLUE })))
    const late = await changeLook(second, aLookForm({ version: seen, name: 'Mine' }))
    expect(late).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining(`${first.name} saved this page while you had it open, and changed accent colour. Nothing of yours was saved`) }] })
    expect((await readPaper()).name).toBe('Test Paper')
  })

  it('is tried out by one person alone, without anybody else seeing any of it', async () => {
    const [mine, other] = [await anActor('ADMIN'), await anActor('ADMIN')]
    const seen = await version()
    expect(await tryLook(mine, aLookForm({ version: seen, name: 'Tried Out', ...BLUE }))).toEqual({ ok: true, tags: [] })
    expect(await lookPreview(mine)).toMatchObject({ name: 'Tried Out', look: { accent: { light: '#004488' } } })
    expect(await lookDesk(mine)).toMatchObject({ paper: { name: 'Tried Out' }, version: Number(seen), draft: {} })
    for (const name of [(await lookPreview(other))?.name, (await lookDesk(other))?.paper.name, (await readPaper()).name]) expect(name).toBe('Test Paper')
    done(await dropLook(mine))
    expect(await lookDesk(mine)).toMatchObject({ paper: { name: 'Test Paper', look: FIRST_LOOK }, draft: null })
    done(await tryLook(mine, aLookForm({ version: seen, name: 'Tried Out' })))
    done(await changeLook(mine, aLookForm({ version: seen, name: 'Tried Out' })))
    expect((await lookDesk(mine))?.draft).toBeNull()
  })
})

describe('a logo', () => {
  it('is a picture encoded anew, used once it is chosen, and thrown away when nobody does', async () => {
    const admin = await anActor('ADMIN')
    const bytes = await aPicture({ width: 1600, height: 400 })
    const logo = await keepLogo(admin, { bytes })
    if (!logo.ok) throw new Error('the logo was refused')
    expect([logo.width, logo.height]).toEqual([1200, 300])
    expect(await readHeader(await storage.bytes(`logo/${logo.key}`))).toMatchObject({ width: 1200, height: 300 })
    done(await changeLook(admin, aLookForm({ version: await version(), logo: logo.key, logoPlace: 'instead' })))
    expect((await readPaper()).look?.logo).toEqual({ key: logo.key, width: 1200, height: 300, instead: true })

    const unused = await keepLogo(admin, { bytes: await openPicture(bytes).resize(300).png().toBuffer() })
    if (!unused.ok) throw new Error('the logo was refused')
    await db().logo.updateMany({ data: { createdAt: new Date(0) } })
    expect((await keepLogo(admin, { bytes: await openPicture(bytes).resize(200).png().toBuffer() })).ok).toBe(true)
    expect(await logoFile(unused.key)).toBeNull()
    expect(await logoFile(logo.key)).not.toBeNull()
    expect(await changeLook(admin, aLookForm({ version: await version(), logo: unused.key }))).toMatchObject({ ok: false, problems: [{ field: 'logo' }] })
  })

  it('is no SVG, no other file, and nobody’s but an admin’s', async () => {
    const admin = await anActor('ADMIN')
    expect(await keepLogo(admin, { bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') })).toMatchObject({ ok: false, status: 415 })
    expect(await keepLogo(await anActor('ADVISER'), { bytes: await aPicture({ width: 64, height: 64 }) })).toMatchObject({ ok: false, status: 403 })
    for (const key of ['', '../x', `${'0'.repeat(64)}.png`]) expect(await logoFile(key)).toBeNull()
  })
})
