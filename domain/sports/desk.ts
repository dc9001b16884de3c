import { z } from 'zod'
import { isSchoolYear } from '../school-year.ts'
import { wallDateSchema } from '../school-time.ts'
import { slugify } from '../slug.ts'
import { CALLS, GENDERS, LEVELS, PLACES, SPORT_KEYS, TEAM_COLOURS, type Gender, type Level, type Sport } from './kinds.ts'

/** What the forms of the sports desk take. */

const sport = z.enum(SPORT_KEYS as [Sport, ...Sport[]], 'Choose a sport.')
const ticked = z.union([z.string(), z.boolean()]).optional().transform((value) => value === true || (typeof value === 'string' && value !== ''))
const count = z.coerce.number('Type a number.').int('Type a whole number.').min(0, 'This is not below 0.').max(200, 'This is too high.')

const teamWords = {
  shortName: z.string().trim().min(1, 'Enter the name that scores show, such as “Harbor”.').max(24, 'Keep it under 24 characters.'),
  colour: z.enum(TEAM_COLOURS, 'Choose a colour.'),
  league: z.string().trim().max(60, 'Keep it under 60 characters.').default(''),
}
export const newTeamSchema = z.object({
  sport,
  level: z.enum(LEVELS, 'Choose a level.'),
  gender: z.enum(GENDERS, 'Choose who plays.'),
  schoolYear: z.string().refine(isSchoolYear, 'Write the school year like 2026-27.'),
  ...teamWords,
})
export type NewTeam = z.output<typeof newTeamSchema>
const version = z.coerce.number().int().positive()
export const changeTeamSchema = z.object({ teamId: z.uuid(), version, ...teamWords })
export type TeamChange = z.output<typeof changeTeamSchema>

const GENDER_SLUGS: Record<Gender, string> = { girls: 'girls', boys: 'boys', open: '' }
const LEVEL_SLUGS: Record<Level, string> = { varsity: 'varsity', juniorVarsity: 'jv', frosh: 'frosh', middle: 'middle', club: 'club' }

/** The address of a team below /scores: "girls-varsity-volleyball-2026-27". It stays when its words change. */
export function teamSlug({ sport: played, level, gender, schoolYear }: Pick<NewTeam, 'sport' | 'level' | 'gender' | 'schoolYear'>): string {
  const words = played.replace(/[A-Z]/g, (letter) => ` ${letter}`)
  return slugify(`${GENDER_SLUGS[gender]} ${LEVEL_SLUGS[level]} ${words} ${schoolYear}`)
}

const MAX_OPPONENTS = 30
/** Opponents as they are typed: one, or for a meet several with commas or line breaks between them; each once. */
const opponents = z
  .string()
  .transform((text) => text.split(/[,;\n]/).map((name) => name.trim().replace(/\s+/g, ' ')).filter((name) => name !== ''))
  .transform((names) => names.filter((name, index) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === index))
  .refine((names) => names.length > 0, 'Enter who plays against us.')
  .refine((names) => names.length <= MAX_OPPONENTS, `Enter at most ${MAX_OPPONENTS} teams.`)
  .refine((names) => names.every((name) => name.length <= 60), 'Keep each name under 60 characters.')

/** `time` '' = it is not known yet. */
export const gameSchema = z.object({
  date: wallDateSchema,
  time: z.string().regex(/^(?:([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?$/, 'Choose a time, such as 15:30, or leave it empty.').transform((time) => time.slice(0, 5)),
  opponents,
  place: z.enum(PLACES, 'Choose where it is.'),
  venue: z.string().trim().max(80, 'Keep it under 80 characters.').default(''),
  name: z.string().trim().max(80, 'Keep it under 80 characters.').default(''),
  league: ticked,
  call: z.enum(CALLS).default('ON'),
})
export type GameInput = z.output<typeof gameSchema>
export const newGameSchema = gameSchema.extend({ teamId: z.uuid() })
export const changeGameSchema = gameSchema.extend({ gameId: z.uuid(), version })
export const oneGameSchema = z.object({ gameId: z.uuid(), version })

const MAX_ROSTER = 120
const playerSchema = z.object({
  name: z.string().trim().min(1, 'Enter a name.').max(80, 'Keep a name under 80 characters.'),
  number: z.string().trim().max(4, 'A number has at most four characters.'),
  position: z.string().trim().max(40, 'Keep it under 40 characters.'),
  grade: z.string().trim().max(12, 'Keep it under 12 characters.'),
})
export type Player = z.output<typeof playerSchema>
export const rosterSchema = z.object({ teamId: z.uuid(), version, players: z.array(playerSchema).max(MAX_ROSTER, `A roster has at most ${MAX_ROSTER} lines.`) })

const standingRow = z.object({ name: z.string().trim().min(1, 'Enter the team.').max(60, 'Keep it under 60 characters.'), wins: count, losses: count, ties: count })
export const standingsSchema = z.object({ teamId: z.uuid(), version, rows: z.array(standingRow).max(30, 'A league has at most 30 lines here.') })
export type StandingInput = z.output<typeof standingRow>

export const renameOpponentSchema = z.object({ opponentId: z.uuid(), name: z.string().trim().min(1, 'Enter a name.').max(60, 'Keep it under 60 characters.') })
export const deskSchema = z.object({ sectionId: z.preprocess((value) => (value === '' ? null : value), z.uuid('Choose a section.').nullable()), strip: ticked })
