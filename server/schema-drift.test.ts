import { expect, it } from 'vitest'
import { actualShape, expectedShape } from './testing/database-shape.ts'
import { asOwner, makeDatabase } from './testing/database.ts'

/** What a database has too little and too much, against the schema. */
async function drift(connectionString: string, schema?: string) {
  const expected = new Set(expectedShape(schema))
  const actual = new Set(await asOwner(connectionString, actualShape))
  return { missing: [...expected].filter((line) => !actual.has(line)), surplus: [...actual].filter((line) => !expected.has(line)) }
}

it('the migrated database is what schema.prisma says', async () => {
  const database = await makeDatabase()
  expect(expectedShape().length).toBeGreaterThan(200)
  expect(await drift(database.owner)).toEqual({ missing: [], surplus: [] })
  await database.drop()
})

it.each([
  ['ALTER TABLE "Paper" DROP COLUMN "motto"', [`column Paper.motto text not null default ''::text`], []],
  ['DROP INDEX "Story_state_stateSince_idx"', ['index Story_state_stateSince_idx on Story (state, stateSince)'], []],
  ['DROP INDEX "Section_slug_key"; CREATE INDEX "Section_slug_key" ON "Section"("slug")', ['unique index Section_slug_key on Section (slug)'], ['index Section_slug_key on Section (slug)']],
  ['ALTER TABLE "Story" ALTER COLUMN "version" DROP NOT NULL', ['column Story.version integer not null default 1'], ['column Story.version integer default 1']],
  ['ALTER TABLE "Story" ALTER COLUMN "version" DROP DEFAULT', ['column Story.version integer not null default 1'], ['column Story.version integer not null']],
  ['ALTER TABLE "Story" ALTER COLUMN "version" TYPE bigint', ['column Story.version integer not null default 1'], [`column Story.version bigint not null default 1`]],
  [`ALTER TYPE "Role" ADD VALUE 'READER' BEFORE 'WRITER'`, ['enum Role: WRITER, EDITOR, ADVISER, ADMIN'], ['enum Role: READER, WRITER, EDITOR, ADVISER, ADMIN']],
  ['ALTER TABLE "RevisionTag" DROP CONSTRAINT "RevisionTag_pkey"', ['primary key RevisionTag_pkey on RevisionTag (revisionId, tagId)'], []],
  ['CREATE TABLE "Stray" ("a" integer)', [], ['column Stray.a integer', 'table Stray']],
  [
    'ALTER TABLE "Account" DROP CONSTRAINT "Account_userId_fkey"; ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE',
    ['foreign key Account_userId_fkey (userId) to User (id) on delete CASCADE on update CASCADE'],
    ['foreign key Account_userId_fkey (userId) to User (id) on delete RESTRICT on update CASCADE'],
  ],
])('notices: %s', async (change, missing, surplus) => {
  const database = await makeDatabase()
  await asOwner(database.owner, (client) => client.query(change))
  expect(await drift(database.owner)).toEqual({ missing, surplus })
  await database.drop()
})
