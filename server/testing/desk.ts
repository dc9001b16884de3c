import 'server-only'
import { bannerSeal } from '#domain/front-page/banner.ts'
import type { FrontStep } from '#domain/front-page/steps.ts'
import type { Actor } from '#domain/people.ts'
import { db } from '../db.ts'
import { changeDraft, draftBanner } from '../front-page/draft.ts'
import { frontState } from '../front-page/state.ts'
import { readFrontPage } from '../front-page/view.ts'
import { done } from './builders.ts'

/** The front page desk in tests: its commands on whatever the draft is now. */

export const versionNow = async () => (await frontState(db())).version

export const sealNow = async () => bannerSeal((await frontState(db())).draft.banner)

/** One step on the newest draft. */
export async function doStep(actor: Actor, step: FrontStep): Promise<string> {
  return done(await changeDraft(actor, { version: await versionNow(), step })).message
}

export const place = (actor: Actor, storyId: string, to: Extract<FrontStep, { do: 'place' }>['to']) => doStep(actor, { do: 'place', storyId, to })

/** A banner in the newest draft: the headline of a story, or own words; with an end on the school's clocks, or none. */
export async function setBanner(actor: Actor, banner: { storyId?: string; words?: string; ends?: { date: string; time: string } }): Promise<void> {
  const { storyId = null, words = '', ends } = banner
  done(await draftBanner(actor, { seen: await sealNow(), says: words === '' ? 'headline' : 'words', storyId, words, date: ends?.date ?? null, time: ends?.time ?? null, which: undefined }))
}

/** What readers see: headlines of lead and secondary stories, the sections with theirs, and the banner. */
export async function seenFront(): Promise<{ lead: string | null; seconds: string[]; blocks: Record<string, string[]>; banner: string | null }> {
  const { front } = await readFrontPage()
  return {
    lead: front.lead?.headline ?? null,
    seconds: front.seconds.map(({ headline }) => headline),
    blocks: Object.fromEntries(front.blocks.map(({ section, stories }) => [section.slug, stories.map(({ headline }) => headline)])),
    banner: front.banner?.text ?? null,
  }
}
