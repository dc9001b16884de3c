import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// What the database itself refuses, tried as its owner: the app's own role has fewer rights still.
let client: pg.Client
beforeAll(async () => {
  client = new pg.Client({ connectionString: process.env.FP_TEST_OWNER_URL ?? '' })
  await client.connect()
})
afterAll(() => client.end())

const insert = async (table: string, row: Record<string, unknown>) => {
  const columns = Object.keys(row).map((name) => `"${name}"`)
  await client.query(`INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})`, Object.values(row))
}

async function aStory() {
  const [user, staff, story, revision] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await insert('StaffMember', { id: staff, handle: staff, name: 'Somebody' })
  await insert('User', { id: user, email: `${user}@example.org`, role: 'WRITER', staffId: staff })
  await insert('Story', { id: story, createdById: user })
  await insert('Revision', { id: revision, storyId: story, number: 1, body: '{}', createdById: user })
  await insert('Byline', { id: randomUUID(), revisionId: revision, position: 0, name: 'Somebody' })
  return { user, story, revision }
}
const freeze = (revision: string) => client.query('UPDATE "Revision" SET "frozenAt" = now() WHERE id = $1', [revision])
const review = (of: { user: string; story: string; revision: string }, decision: string) =>
  insert('Review', { id: randomUUID(), storyId: of.story, revisionId: of.revision, byId: of.user, decision })

describe('the audit trail', () => {
  it.each([`UPDATE "AuditEvent" SET kind = 'x'`, 'DELETE FROM "AuditEvent"', 'TRUNCATE "AuditEvent"', 'TRUNCATE "AuditEvent" CASCADE'])('refuses even its owner: %s', async (sql) => {
    await insert('AuditEvent', { kind: 'paper.setUp' })
    await expect(client.query(sql)).rejects.toThrow(/audit trail is append-only|referenced in a foreign key/)
    await expect(client.query(`SET session_replication_role = 'replica'; ${sql}`)).rejects.toThrow(/append-only|referenced in a foreign key/)
    await client.query('RESET session_replication_role')
  })
})

describe('a revision', () => {
  it('can be written until it is frozen, and never after', async () => {
    const { revision } = await aStory()
    await client.query(`UPDATE "Revision" SET headline = 'New' WHERE id = $1`, [revision])
    await freeze(revision)
    await expect(client.query(`UPDATE "Revision" SET headline = 'Newer' WHERE id = $1`, [revision])).rejects.toThrow(/is frozen: UPDATE is refused/)
    await expect(client.query('UPDATE "Revision" SET "frozenAt" = NULL WHERE id = $1', [revision])).rejects.toThrow(/is frozen/)
    await expect(client.query('DELETE FROM "Revision" WHERE id = $1', [revision])).rejects.toThrow(/is frozen: DELETE/)
    await expect(client.query('TRUNCATE "Revision" CASCADE')).rejects.toThrow(/refused/)
  })

  it('keeps its bylines and tags once frozen', async () => {
    const { revision } = await aStory()
    const other = await aStory()
    const tag = randomUUID()
    await insert('Tag', { id: tag, slug: tag, name: 'Chess' })
    await insert('RevisionTag', { revisionId: revision, tagId: tag, position: 0 })
    await freeze(revision)
    await expect(insert('Byline', { id: randomUUID(), revisionId: revision, position: 1, name: 'Other' })).rejects.toThrow(/INSERT of its "Byline"/)
    await expect(client.query(`UPDATE "Byline" SET name = 'Other' WHERE "revisionId" = $1`, [revision])).rejects.toThrow(/UPDATE of its "Byline"/)
    await expect(client.query('UPDATE "Byline" SET "revisionId" = $2 WHERE "revisionId" = $1', [revision, other.revision])).rejects.toThrow(/frozen/)
    await expect(client.query('UPDATE "Byline" SET "revisionId" = $1, position = 9 WHERE "revisionId" = $2', [revision, other.revision])).rejects.toThrow(/frozen/)
    await expect(client.query('DELETE FROM "Byline" WHERE "revisionId" = $1', [revision])).rejects.toThrow(/DELETE of its "Byline"/)
    await expect(client.query('DELETE FROM "RevisionTag" WHERE "revisionId" = $1', [revision])).rejects.toThrow(/DELETE of its "RevisionTag"/)
    await client.query('DELETE FROM "Byline" WHERE "revisionId" = $1', [other.revision])
  })

  it('stays with its story', async () => {
    const [one, two] = [await aStory(), await aStory()]
    await expect(client.query('UPDATE "Revision" SET "storyId" = $2, number = 7 WHERE id = $1', [one.revision, two.story])).rejects.toThrow(/belongs to story/)
  })

  it('waits for a freeze under way before it takes another byline', async () => {
    const { revision } = await aStory()
    const other = new pg.Client({ connectionString: process.env.FP_TEST_OWNER_URL ?? '' })
    await other.connect()
    await other.query('BEGIN')
    await other.query('UPDATE "Revision" SET "frozenAt" = now() WHERE id = $1', [revision])
    const late = expect(insert('Byline', { id: randomUUID(), revisionId: revision, position: 1, name: 'Late' })).rejects.toThrow(/frozen/)
    await other.query('COMMIT')
    await late
    await other.end()
  })
})

describe('a review', () => {
  it('is for good, and approves only what can no longer change', async () => {
    const one = await aStory()
    await expect(review(one, 'APPROVE')).rejects.toThrow(/freeze it before/)
    await freeze(one.revision)
    await review(one, 'APPROVE')
    await expect(client.query(`UPDATE "Review" SET decision = 'REQUEST_CHANGES'`)).rejects.toThrow(/append-only/)
    await expect(client.query('DELETE FROM "Review"')).rejects.toThrow(/append-only/)
    await expect(client.query('TRUNCATE "Review" CASCADE')).rejects.toThrow(/refused/)
    await expect(review({ ...one, story: (await aStory()).story }, 'REQUEST_CHANGES')).rejects.toThrow(/is not of story/)
  })
})

describe('a story', () => {
  const point = (column: string, { story }: { story: string }, revision: string | null) => client.query(`UPDATE "Story" SET "${column}" = $2 WHERE id = $1`, [story, revision])

  it('points only at its own revisions', async () => {
    const [one, two] = [await aStory(), await aStory()]
    await point('workingRevisionId', one, one.revision)
    await expect(point('workingRevisionId', one, two.revision)).rejects.toThrow(/cannot be its working revision/)
    await expect(point('liveRevisionId', one, two.revision)).rejects.toThrow(/cannot go live there/)
  })

  it('goes live only with a frozen and approved revision, and can always be taken down', async () => {
    const one = await aStory()
    await expect(point('liveRevisionId', one, one.revision)).rejects.toThrow(/not frozen/)
    await freeze(one.revision)
    await review(one, 'REQUEST_CHANGES')
    await expect(point('liveRevisionId', one, one.revision)).rejects.toThrow(/never approved/)
    await review(one, 'APPROVE')
    await point('liveRevisionId', one, one.revision)
    await client.query('UPDATE "Story" SET version = version + 1 WHERE id = $1', [one.story])
    await point('liveRevisionId', one, null)
  })
})

describe('an address', () => {
  it('is never deleted and never given away', async () => {
    const [one, two] = [await aStory(), await aStory()]
    await insert('Address', { id: randomUUID(), sectionSlug: 'news', slug: 'a', storyId: one.story, current: true })
    await client.query(`UPDATE "Address" SET current = false WHERE slug = 'a'`)
    await expect(client.query('DELETE FROM "Address"')).rejects.toThrow(/never deleted/)
    await expect(client.query(`UPDATE "Address" SET slug = 'b'`)).rejects.toThrow(/never changes/)
    await expect(client.query(`UPDATE "Address" SET "sectionSlug" = 'b'`)).rejects.toThrow(/never changes/)
    await expect(client.query('UPDATE "Address" SET "storyId" = $1', [two.story])).rejects.toThrow(/never goes to another story/)
    await expect(client.query('TRUNCATE "Address"')).rejects.toThrow(/refused/)
  })
})
