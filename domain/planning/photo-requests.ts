import { z } from 'zod'
import { optionalDaySchema } from './days.ts'

export const PHOTO_STATES = ['OPEN', 'TAKEN', 'DELIVERED', 'NOT_NEEDED'] as const
export type PhotoState = (typeof PHOTO_STATES)[number]

export const PHOTO_STATE_NAMES: Record<PhotoState, string> = {
  OPEN: 'Open',
  TAKEN: 'Somebody is on it',
  DELIVERED: 'Delivered',
  NOT_NEEDED: 'Not needed',
}

/** As many as one story can have. */
export const MOST_PHOTO_REQUESTS = 30

const blankIsNull = (value: unknown) => (value === '' || value === undefined ? null : value)
const wantedSchema = z.string().trim().min(3, 'Say what the picture should show.').max(1000, 'Keep it under 1,000 characters.')
const photographerSchema = z.preprocess(blankIsNull, z.uuid('Choose a person.').nullable())

export const photoAskSchema = z.object({ storyId: z.uuid(), wanted: wantedSchema, photographerId: photographerSchema, due: optionalDaySchema })
export type PhotoAsk = z.output<typeof photoAskSchema>
export const photoChangeSchema = z.object({ requestId: z.uuid(), wanted: wantedSchema, photographerId: photographerSchema, due: optionalDaySchema })
export type PhotoChange = z.output<typeof photoChangeSchema>
export const onePhotoSchema = z.object({ requestId: z.uuid() })
/** DELIVERED is not among them: a request is delivered with its picture. */
export const photoStateSchema = z.object({ requestId: z.uuid(), state: z.enum(['OPEN', 'TAKEN', 'NOT_NEEDED'], 'Choose how it stands.') })
export type PhotoStateInput = z.output<typeof photoStateSchema>
export const photoDeliverySchema = z.object({ requestId: z.uuid(), assetId: z.uuid('Choose the picture.') })

/** Whether a picture is still to come. */
export function isWanted(state: PhotoState): boolean {
  return state === 'OPEN' || state === 'TAKEN'
}

/** How the pictures of a story stand, in words; null where none were asked for. */
export function photoWords(states: readonly PhotoState[]): string | null {
  const needed = states.filter((state) => state !== 'NOT_NEEDED')
  if (needed.length === 0) return states.length === 0 ? null : 'No pictures needed'
  const there = needed.filter((state) => state === 'DELIVERED').length
  if (there === needed.length) return needed.length === 1 ? 'Picture delivered' : `All ${needed.length} pictures delivered`
  const onIt = needed.filter((state) => state === 'TAKEN').length
  const open = needed.length - there - onIt
  return [`${needed.length} ${needed.length === 1 ? 'picture' : 'pictures'} wanted`, there > 0 ? `${there} delivered` : '', onIt > 0 ? `${onIt} under way` : '', open > 0 ? `${open} open` : ''].filter((part) => part !== '').join(', ')
}
