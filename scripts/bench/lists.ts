import pg from 'pg'
import { daysAfter } from '#domain/day.ts'
import type { Actor, Role } from '#domain/people.ts'
import { rangeOf } from '#domain/planning/calendar.ts'
import { LARGE, seedLarge } from '../large/paper.ts'
import { measuringPaper } from '../measure/paper.ts'

/**
 * How long the newsroom's lists take with 20,000 stories and 300 people, beside a query of the same database that reads one row by its
 * key: what is left when nothing has to be found. Prints p50 and p95. Run: node --conditions=react-server scripts/bench/lists.ts
 */

const ROUNDS = 40
const MOST_MS = 100

const { ownerUrl, end } = await measuringPaper()
try {
  await seedLarge(ownerUrl, (_, work) => work())
  const [{ db }, { waitingFor }, { storyList }, { boardColumns }, { calendarEntries }, { duesByStory, waitingPhotos }, { pitchLists }, { calendarFeed }, { queueFacts }, { copydeskSummaries }] = await Promise.all([
    import('#server/db.ts'),
    import('#server/stories/waiting.ts'),
    import('#server/stories/lists.ts'),
    import('#server/planning/board.ts'),
    import('#server/calendar/queries.ts'),
    import('#server/planning/queries.ts'),
    import('#server/planning/pitch-queries.ts'),
    import('#server/calendar/feed.ts'),
    import('#server/reviews/queue.ts'),
    import('#server/copydesk/summaries.ts'),
  ])
  const actorOf = async (role: Role): Promise<Actor> => {
    const user = await db().user.findFirstOrThrow({ where: { role }, orderBy: { email: 'asc' }, select: { id: true, staffId: true, staff: { select: { name: true } } } })
    return { userId: user.id, staffId: user.staffId, role, name: user.staff.name }
  }
  const [writer, editor, adviser] = [await actorOf('WRITER'), await actorOf('EDITOR'), await actorOf('ADVISER')]
  const section = await db().section.findFirstOrThrow({ select: { id: true } })
  const everything = { sectionId: null, userId: null }
  const today = new Date().toISOString().slice(0, 10)
  const month = { ...rangeOf('month', today), sectionId: null }
  /** All that the first screen of the newsroom asks about stories: the lines, and what stands on each. */
  const firstScreen = async (actor: Actor) => {
    const ids = (await waitingFor(actor)).map(({ id }) => id)
    await Promise.all([queueFacts(actor, ids), copydeskSummaries(actor, ids), duesByStory(actor, ids)])
  }
  const waitingIds = (await waitingFor(editor)).map(({ id }) => id)

  const reference = new pg.Client({ connectionString: ownerUrl })
  await reference.connect()
  const { rows: [some] } = await reference.query<{ id: string }>('SELECT "id" FROM "Story" OFFSET 500 LIMIT 1')

  const questions: [string, () => Promise<unknown>][] = [
    ['reference: one story by its key', () => reference.query('SELECT * FROM "Story" WHERE "id" = $1', [some?.id])],
    ['queue of a writer', () => waitingFor(writer)],
    ['queue of an editor', () => waitingFor(editor)],
    ['queue of an adviser', () => waitingFor(adviser)],
    ['queue: what is due of its stories', () => duesByStory(editor, waitingIds)],
    ['queue: what stands on its lines', () => queueFacts(adviser, waitingIds)],
    ['queue: copy desk of its lines', () => copydeskSummaries(adviser, waitingIds)],
    ['first screen of an editor, whole', () => firstScreen(editor)],
    ['first screen of an adviser, whole', () => firstScreen(adviser)],
    ['queue: pictures to take', () => waitingPhotos(writer)],
    ['list of stories, first page', () => storyList(editor, {})],
    ['pitches', () => pitchLists(editor, { mine: false })],
    ['board', () => boardColumns(editor, everything)],
    ['board of one section', () => boardColumns(editor, { ...everything, sectionId: section.id })],
    ['board of one person', () => boardColumns(editor, { ...everything, userId: writer.userId })],
    ['calendar, this month', () => calendarEntries(editor, month)],
    ['calendar, a month three years ago', () => calendarEntries(editor, { ...rangeOf('month', daysAfter(today, -1_100)), sectionId: null })],
    ['calendar, one section', () => calendarEntries(editor, { ...month, sectionId: section.id })],
    ['calendar feed, eight months', () => calendarFeed(writer, new Date())],
  ]
  console.log(`${LARGE.stories} stories, ${LARGE.staff} people, ${waitingIds.length} waiting for an editor; ${ROUNDS} times each, in ms`)
  for (const [name, ask] of questions) {
    const times: number[] = []
    await ask()
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = performance.now()
      await ask()
      times.push(performance.now() - before)
    }
    times.sort((a, b) => a - b)
    const part = (share: number) => times[Math.ceil(times.length * share) - 1] ?? 0
    console.log(`  p50 ${part(0.5).toFixed(1).padStart(7)}  p95 ${part(0.95).toFixed(1).padStart(7)}  ${name}${part(0.95) > MOST_MS ? `  ! over ${MOST_MS} ms` : ''}`)
  }
  await reference.end()
  await db().$disconnect()
} finally {
  await end()
}
process.exit(0)
