import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { runs, type Ad } from '#domain/support/support.ts'
import { timeNow } from '../clock.ts'
import { db } from '../db.ts'
import { paperDay } from '../settings/paper-day.ts'
import { allAds } from './running.ts'

export type SupportSettings = { donations: boolean; title: string; text: string; url: string; goal: number | null; raised: number; advertisements: boolean; ads: (Ad & { running: boolean })[] }

/** How the paper asks for support, with every advertisement; null for whoever may not run that. */
export async function supportSettings(actor: Actor): Promise<SupportSettings | null> {
  if (!decide(actor.role, 'runSupport').allowed) return null
  const [support, ads, { today }] = await Promise.all([db().support.findUniqueOrThrow({ where: { id: 1 } }), allAds(), paperDay(timeNow())])
  return { ...support, ads: ads.map((ad) => ({ ...ad, running: support.advertisements && runs(ad, today) })) }
}

/** Whether somebody may see the picture of an advertisement that does not run. */
export function maySeeAds(actor: Actor): boolean {
  return decide(actor.role, 'runSupport').allowed
}
