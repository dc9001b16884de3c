import 'server-only'
import type { Actor } from '#domain/people.ts'
import { db } from '#server/db.ts'
import { changeProfile } from '#server/staff/profile.ts'
import { readAll } from '#server/notifications/commands.ts'
import { DEMO_ACCOUNTS } from './accounts.ts'
import type { DemoPicture, LiveStory } from './copy.ts'
import { seedSections, seedSeries } from './demo-lists.ts'
import { seedPictures } from './demo-pictures.ts'
import { seedPages } from './demo-pages.ts'
import { seedPlans } from './demo-plans.ts'
import { seedInProgress, seedLive, type Cast } from './demo-stories.ts'
import { done } from './done.ts'
import { seedPeople } from './people.ts'
import { withLiveBlocks } from './live-blocks.ts'
import { seedPoll, seedVotes } from './polls.ts'
import { seedReaders } from './readers.ts'
import { seedRequests } from './requests.ts'
import { seedSports } from './sports.ts'
import { ARTS } from './stories/arts.ts'
import { FEATURES } from './stories/features.ts'
import { IN_REVIEW_UNMET } from './stories/in-progress.ts'
import { NEWS } from './stories/news.ts'
import { OCTOBER } from './stories/october.ts'
import { OPINION } from './stories/opinion.ts'
import { SEPTEMBER } from './stories/september.ts'
import { SPORTS } from './stories/sports.ts'
import { TEMPLATES } from './stories/templates.ts'

/**
 * The demo paper: everything is made by the commands, as the people who would do it. Does nothing where a paper exists.
 * Run: node --conditions=react-server prisma/seed/seed.ts
 */

const LIVE: LiveStory[] = [...NEWS, ...OPINION, ...FEATURES, ...ARTS, ...SPORTS, ...OCTOBER, ...SEPTEMBER, ...TEMPLATES].toSorted((a, b) => b.hoursAgo - a.hoursAgo)

function picturesOf(stories: typeof LIVE): DemoPicture[] {
  return stories.flatMap(({ lead, body }) => [
    ...(lead === undefined ? [] : [lead]),
    ...body.flatMap((block) => (block.type === 'demoImage' ? [block.picture] : block.type === 'demoGallery' ? block.pictures : [])),
  ])
}

async function castOf(): Promise<Cast & { admin: Actor }> {
  const { EDITOR, ADVISER, ADMIN, all } = await seedPeople()
  const second = all[DEMO_ACCOUNTS.findLastIndex(({ role }) => role === 'WRITER')]
  const first = all[DEMO_ACCOUNTS.findIndex(({ role }) => role === 'WRITER')]
  if (first === undefined || second === undefined) throw new Error('The demo paper needs two writers.')
  return { writers: { ines: first, marlow: second, theo: EDITOR }, editor: EDITOR, adviser: ADVISER, admin: ADMIN }
}

async function seed(): Promise<void> {
  if ((await db().paper.count()) > 0) return console.log('  A paper exists already; nothing was added.')
  console.log('  People and sections')
  const cast = await castOf()
  const sections = await seedSections(cast.admin)
  const pictures = [...picturesOf(LIVE), IN_REVIEW_UNMET.lead]
  console.log('  Pictures, each in several sizes')
  const assets = await seedPictures(pictures, cast.writers)
  await seedBio(cast.writers.ines)
  const parts = { cast, assets, sections }
  console.log(`  ${LIVE.length} stories for readers`)
  const { finalId } = await seedSports(cast)
  const { pollId } = await seedPoll(cast)
  const storyIds = new Map<string, string>()
  for (const story of withLiveBlocks(LIVE, { finalId, pollId })) storyIds.set(story.headline, (await seedLive(story, parts)).storyId)
  await seedSeries(cast.editor, storyIds)
  console.log('  Pages that tell of the paper')
  await seedPages(cast)
  await seedVotes(pollId)
  // What was published long ago is no news.
  for (const actor of [...Object.values(cast.writers), cast.adviser]) done('Notifications', await readAll(actor, { until: new Date() }))
  console.log('  Stories on their way')
  const { editingId } = await seedInProgress(parts)
  console.log('  Plans and pitches')
  await seedPlans(editingId, parts)
  await seedRequests(cast)
  await seedReaders()
}

/** What a demo writer says of herself, under what she signs as an opinion. */
async function seedBio(actor: Actor): Promise<void> {
  if (actor.staffId === null) throw new Error(`${actor.name} is not on staff.`)
  done('Bio', await changeProfile(actor, { staffId: actor.staffId, portraitId: null, portraitAlt: '', bio: 'Ines Okonjo, a junior, covers the harbor and whatever washes up from it. She has never missed a bus on purpose.' }))
}

try {
  await seed()
} catch (error) {
  console.error(`The demo paper could not be made. ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
} finally {
  await db().$disconnect()
}
