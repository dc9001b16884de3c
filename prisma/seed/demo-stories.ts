import 'server-only'
import type { Block } from '#domain/document/schema.ts'
import type { Actor } from '#domain/people.ts'
import type { StoryContent } from '#domain/story.ts'
import { db } from '#server/db.ts'
import { createStory } from '#server/stories/commands.ts'
import { approveRevision, publishRevision, sendBack, sendOn, submitStory, withdrawStory } from '#server/stories/moves.ts'
import { saveDraft } from '#server/stories/save.ts'
import type { DemoPicture, DemoStory, Writer } from './copy.ts'
import { placed } from './demo-pictures.ts'
import { done } from './done.ts'
import { IN_EDITING, IN_REVIEW, IN_REVIEW_UNMET, READY, SENT_BACK, TAKEN_OUT } from './stories/in-progress.ts'

export type Cast = { writers: Record<Writer, Actor>; editor: Actor; adviser: Actor }
export type Parts = { cast: Cast; assets: Map<string, string>; sections: Map<string, string> }

/** What the commands take, made of what the demo's copy says. */
export function contentFrom(story: DemoStory, { cast, assets, sections }: Parts): StoryContent {
  const sectionId = sections.get(story.section)
  if (sectionId === undefined) throw new Error(`The demo paper has no section ${story.section}.`)
  return {
    headline: story.headline,
    deck: story.deck,
    slug: '',
    sectionId,
    tags: story.tags,
    bylines: story.bylines.map((byline) =>
      'who' in byline ? { staffId: cast.writers[byline.who].staffId, name: null, credit: byline.credit } : { staffId: null, ...byline },
    ),
    lead: story.lead === undefined ? null : placed(story.lead, assets, cast.writers),
    body: {
      type: 'doc',
      content: story.body.map((block): Block => {
        const one = (picture: DemoPicture) => ({ type: 'image' as const, attrs: placed(picture, assets, cast.writers) })
        if (block.type === 'demoImage') return one(block.picture)
        return block.type === 'demoGallery' ? { type: 'gallery', content: block.pictures.map(one) } : block
      }),
    },
    ...(story.template === undefined ? {} : { template: story.template }),
  }
}

// The first staff byline writes the story; where only guests sign it, the editor enters it.
function authorOf(story: DemoStory, cast: Cast): Actor {
  const who = story.bylines.flatMap((byline) => ('who' in byline ? [byline.who] : []))[0]
  return who === undefined ? cast.editor : cast.writers[who]
}

type Decision = { storyId: string; revisionId: string }

async function handedIn(story: DemoStory, parts: Parts): Promise<Decision> {
  const author = authorOf(story, parts.cast)
  const { storyId, revisionId } = done(story.headline, await createStory(author, { content: contentFrom(story, parts) }))
  done(story.headline, await submitStory(author, { storyId, revisionId }))
  return { storyId, revisionId }
}

async function inReview(story: DemoStory, parts: Parts): Promise<Decision> {
  const decision = await handedIn(story, parts)
  done(story.headline, await sendOn(parts.cast.editor, decision))
  return decision
}

async function approved(story: DemoStory, parts: Parts): Promise<Decision> {
  const decision = await inReview(story, parts)
  done(story.headline, await approveRevision(parts.cast.adviser, decision))
  return decision
}

/** Takes a story all the way to readers, and sets back the day on which that happened. */
export async function seedLive(story: DemoStory & { hoursAgo: number }, parts: Parts): Promise<{ storyId: string; revisionId: string }> {
  const decision = await approved(story, parts)
  done(story.headline, await publishRevision(parts.cast.editor, decision))
  await setBack(decision.storyId, story.hoursAgo)
  return decision
}

/** Demo only: a real paper's dates are those of its publications. */
async function setBack(storyId: string, hours: number): Promise<void> {
  await db().$executeRaw`
    UPDATE "Story" SET "firstPublishedAt" = "firstPublishedAt" - make_interval(hours => ${hours}::int),
      "lastPublishedAt" = "firstPublishedAt" - make_interval(hours => ${hours}::int)
    WHERE "id" = ${storyId}::uuid`
}

/** One story for each place on the way that is not the paper. Answers the one that is being edited. */
export async function seedInProgress(parts: Parts): Promise<{ editingId: string }> {
  const { editor, adviser } = parts.cast
  const back = await handedIn(SENT_BACK, parts)
  done(SENT_BACK.headline, await sendBack(editor, { ...back, notes: SENT_BACK.note, request: 'REQUIRED', reason: 'Readers must be able to see where a number comes from.' }))
  const editing = await handedIn(IN_EDITING, parts)
  await inReview(IN_REVIEW, parts)
  await loseAltText(IN_REVIEW_UNMET, parts)
  await approved(READY, parts)
  const taken = await seedLive(TAKEN_OUT, parts)
  done(TAKEN_OUT.headline, await withdrawStory(adviser, { ...taken, reason: TAKEN_OUT.reason, statement: TAKEN_OUT.statement }))
  return { editingId: editing.storyId }
}

/** Handed in whole, then changed by the editor, who left the picture without a description: it cannot be approved. */
async function loseAltText(story: typeof IN_REVIEW_UNMET, parts: Parts): Promise<void> {
  const { storyId } = await inReview(story, parts)
  const { version } = await db().story.findUniqueOrThrow({ where: { id: storyId }, select: { version: true } })
  const content = contentFrom({ ...story, lead: { ...story.lead, alt: '' } }, parts)
  done(story.headline, await saveDraft(parts.cast.editor, { storyId, version, content }))
}
