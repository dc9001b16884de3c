import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { isSchoolYear } from '#domain/school-year.ts'
import { isSlug } from '#domain/slug.ts'
import type { ScoreLine, ScoresView, TeamView } from '#domain/sports/view.ts'
import { timeNow } from '../clock.ts'
import { inThisEpoch } from '../epoch-memory.ts'
import { isBuilding } from '../settings/published.ts'
import { tags } from '../stories/cache.ts'
import { readScores, readStrip, readTeam } from './read.ts'

/** The only way from the sports desk to a reader. What is next and what is recent changes with the day: a recurring duty (day-turn.ts) expires the tag then. */

/** A team; null: there is none at this address. */
export async function publishedTeam(slug: string): Promise<TeamView | null> {
  return isSlug(slug) ? cachedTeam(slug) : null
}

async function cachedTeam(slug: string): Promise<TeamView | null> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.paper(), tags.sports())
  return isBuilding() ? null : readTeam(slug)
}

/** The teams of a school year; of the newest, if none is asked for. */
export async function publishedScores(year: string | null = null): Promise<ScoresView> {
  return year === null || isSchoolYear(year) ? cachedScores(year) : { schoolYear: year, years: [], teams: [] }
}

async function cachedScores(year: string | null): Promise<ScoresView> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.paper(), tags.sports())
  return isBuilding() ? { schoolYear: null, years: [], teams: [] } : readScores(year, timeNow())
}

/** The strip of scores; empty where there is none to show. */
export async function publishedStrip(): Promise<{ lines: ScoreLine[]; sectionSlug: string | null }> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.paper(), tags.sports())
  return isBuilding() ? { lines: [], sectionSlug: null } : inThisEpoch('strip', () => readStrip(timeNow()))
}
