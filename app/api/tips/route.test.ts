import { expect, it, vi } from 'vitest'
import { db } from '#server/db.ts'
import { log } from '#server/log.ts'
import { draftOf } from '#server/reader-forms/drafts.ts'
import { asOwner } from '#server/testing/database.ts'

const { POST } = await import('./route.ts')
const { POST: postLetter } = await import('../letters/route.ts')

const ORIGIN = 'http://localhost:3000'
const [ADDRESS, AGENT] = ['203.0.113.77', 'Canary/7.5 (zanzibarquokka)']

async function posted(to: typeof POST, fields: Record<string, string>, address = ADDRESS) {
  const headers = { origin: ORIGIN, 'x-real-ip': address, 'x-forwarded-for': address, 'user-agent': AGENT, referer: `${ORIGIN}/tips?zanzibarquokka`, 'accept-language': 'zz-zanzibarquokka', 'content-type': 'application/x-www-form-urlencoded' }
  const response = await to(new Request(`${ORIGIN}/api/x`, { method: 'POST', headers, body: new URLSearchParams({ website: '', ...fields }) }))
  const at = new URL(response.headers.get('location') ?? '/none', ORIGIN)
  return { status: response.status, path: at.pathname, done: at.searchParams.get('done'), draft: draftOf(at.searchParams.get('draft') ?? '', new Date()), cookie: response.headers.get('set-cookie') }
}

/** All rows of all tables of the database, the queue's too, as one text. */
function wholeDatabase(): Promise<string> {
  return asOwner(process.env.FP_TEST_OWNER_URL ?? '', async (client) => {
    const tables = (await client.query<{ name: string }>(`SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`)).rows
    const parts: string[] = []
    for (const { name } of tables) parts.push(JSON.stringify((await client.query(`SELECT * FROM ${name}`)).rows))
    return parts.join('\n')
  })
}

it('keeps of an anonymous tip its words and the day, and nothing of who sent it, anywhere', async () => {
  const lines: unknown[] = []
  for (const level of ['info', 'warn', 'error', 'debug'] as const) vi.spyOn(log, level).mockImplementation((...line: unknown[]) => void lines.push(line))
  const sent = await posted(POST, { text: 'The budget was voted on behind closed doors.', email: '' })
  expect(sent).toEqual({ status: 303, path: '/tips', done: 'sent', draft: null, cookie: null })
  // What is counted for the limit, and what comes back to be put right, lies in no table either.
  await posted(POST, { text: 'x', email: '' })
  for (let tries = 0; tries < 20; tries += 1) await posted(POST, { text: 'x', email: '' })
  expect((await posted(POST, { text: 'x', email: '' })).draft?.problems).toEqual([{ message: 'tooMany' }])
  const [tip] = await db().readerLetter.findMany()
  expect(tip).toMatchObject({ kind: 'TIP', name: '', sealedContact: null, mayPublish: false, createdAt: new Date(`${new Date().toISOString().slice(0, 10)}T00:00:00.000Z`) })
  const kept = `${await wholeDatabase()}\n${JSON.stringify(lines)}`
  expect(kept).toContain('closed doors')
  for (const trace of [ADDRESS, '203.0.113', AGENT, 'zanzibarquokka', 'Canary']) expect(kept).not.toContain(trace)
  expect([await db().auditEvent.count(), await db().rateLimit.count(), await db().notification.count()]).toEqual([0, 0, 0])
})

it('takes a letter with its address sealed, gives back every word of one that is not right, and none of a program’s', async () => {
  const whole = { text: 'The clock in the hall is late.', name: 'Rosa Lind', email: 'rosa@readers.test', consent: '1' }
  expect((await posted(postLetter, { ...whole, consent: '', email: 'rosa' }, '10.4.0.1')).draft).toEqual({ values: { ...whole, consent: '', email: 'rosa' }, problems: [{ field: 'email', message: 'email' }, { field: 'consent', message: 'consent' }] })
  expect(await posted(postLetter, { ...whole, website: 'x' }, '10.4.0.1')).toMatchObject({ path: '/letters', done: 'sent' })
  expect(await db().readerLetter.count({ where: { kind: 'LETTER' } })).toBe(0)
  expect(await posted(postLetter, whole, '10.4.0.1')).toMatchObject({ path: '/letters', done: 'sent' })
  expect(await db().readerLetter.findFirst({ where: { kind: 'LETTER' } })).toMatchObject({ name: 'Rosa Lind', mayPublish: true, state: 'NEW' })
  expect(await wholeDatabase()).not.toContain('rosa@readers.test')
})
