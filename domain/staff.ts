import { z } from 'zod'
import { isFileNameAsWords } from './picture-checks.ts'
import { BYLINE_FORMS, emailSchema, passwordSchema, personNameSchema, ROLES } from './people.ts'
import { mottoSchema, paperNameSchema, timeZoneSchema } from './settings.ts'

/** The answer to a one-time link that no longer works. */
export const LINK_OVER = 'This link no longer works. It was used already, is too old, or a newer one took its place.'

/** The sentence for somebody who tried too often; `seconds` until the next try counts. */
export function tooManyTries(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  return `Too many tries. Wait ${minutes <= 1 ? 'a minute' : `${minutes} minutes`}, then try again.`
}

/** The secret at the end of a one-time link: 32 bytes as base64url. */
export const linkTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/, LINK_OVER)

/** What somebody is at the paper, as it stands under their name: "Staff Writer". */
export const positionSchema = z
  .string()
  .trim()
  .min(1, 'Give a position, such as Staff Writer.')
  .max(60, 'Use at most 60 characters for a position.')
  // eslint-disable-next-line no-control-regex
  .regex(/^[^\u0000-\u001f<>@]+$/u, 'A position cannot hold line breaks or any of < > @.')

const blankIsNull = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? null : value)

export const inviteSchema = z.object({
  email: emailSchema,
  role: z.enum(ROLES, 'Choose a role.'),
  position: positionSchema,
  name: z.preprocess(blankIsNull, personNameSchema.nullable()),
})
export type InviteInput = z.output<typeof inviteSchema>

export const personSchema = z.object({ userId: z.uuid() })
export const roleChangeSchema = personSchema.extend({ role: z.enum(ROLES, 'Choose a role.') })
export const bylineChangeSchema = z.object({ staffId: z.uuid(), name: personNameSchema, bylineForm: z.enum(BYLINE_FORMS, 'Choose how the name appears.') })
export const revokeSchema = z.object({ invitationId: z.uuid() })

export const mailRequestSchema = z.object({ email: emailSchema })
export const linkSchema = z.object({ token: linkTokenSchema })
export const resetSchema = z.object({ token: linkTokenSchema, password: passwordSchema })
export const acceptSchema = resetSchema.extend({ name: personNameSchema })
export const setupSchema = acceptSchema.extend({
  paperName: paperNameSchema,
  motto: mottoSchema,
  timeZone: timeZoneSchema,
  email: emailSchema,
})
export type SetupInput = z.output<typeof setupSchema>

export const ownPasswordSchema = z.object({ current: z.string().min(1, 'Enter the password that you have now.').max(1_000), password: passwordSchema })

/** A person's position and the sections that they work for, this school year. */
export const positionChangeSchema = z.object({ staffId: z.uuid(), position: positionSchema, sectionIds: z.array(z.uuid()).max(50) })
export type PositionChange = z.output<typeof positionChangeSchema>

/** What somebody says of themselves, and their picture. */
export const profileSchema = z
  .object({
    staffId: z.uuid(),
    bio: z.string().transform((text) => text.replaceAll('\r\n', '\n').trim()).pipe(z.string().max(600, 'Use at most 600 characters.')),
    portraitId: z.preprocess(blankIsNull, z.uuid().nullable()),
    portraitAlt: z.string().trim().max(500, 'Keep alt text under 500 characters.'),
  })
  .refine(({ portraitId, portraitAlt }) => portraitId === null || portraitAlt !== '', { path: ['portraitAlt'], error: 'Write alt text that says what the picture shows.' })
  .refine(({ portraitAlt }) => !isFileNameAsWords(portraitAlt), { path: ['portraitAlt'], error: 'This is a file name. Say what the picture shows.' })
export type ProfileInput = z.output<typeof profileSchema>

/** Until when somebody is away; an empty day: they are back. */
export const awaySchema = personSchema.extend({ until: z.preprocess(blankIsNull, z.iso.date('Give a day, such as 2026-12-04.').nullable()) })

/** How the paper names people, and after how many days of school it hands on what waits for somebody absent. */
export const namingPolicySchema = z.object({
  nameForm: z.enum(['FULL', 'SHORT'], 'Choose how names appear.'),
  namesWithPictures: z.boolean(),
  absentDays: z.coerce.number({ message: 'Write a number of days.' }).int('Write whole days.').min(1, 'At least one day.').max(60, 'At most 60 days.'),
})
export type NamingPolicy = z.output<typeof namingPolicySchema>
