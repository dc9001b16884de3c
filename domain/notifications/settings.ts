import { z } from 'zod'
import { KIND_NAMES, kindOf, MAIL_CHOICES, type MailChoice, type NotificationKind } from './kinds.ts'

export const DIGESTS = ['DAILY', 'WEEKLY', 'NEVER'] as const
export type DigestEvery = (typeof DIGESTS)[number]

/** How somebody is told of a kind; `mail` null: it is never mailed. */
export type Channels = { app: boolean; mail: MailChoice | null }
/** How somebody wants to be told of everything. `digestHour`: on the clocks of the paper. */
export type NotificationSettings = { channels: Record<NotificationKind, Channels>; digest: DigestEvery; digestHour: number }

const choiceSchema = z.object({ app: z.boolean(), mail: z.enum(MAIL_CHOICES) }).partial()
const choicesSchema = z.record(z.string(), choiceSchema).catch({})
type Choices = z.infer<typeof choicesSchema>

/** How somebody is told of a kind who chose this: a kind that must be seen stays in the app, one that is never mailed is not. */
function channelsOf(kind: NotificationKind, choices: Choices): Channels {
  const { mail, firm } = kindOf(kind)
  const chosen = choices[kind] ?? {}
  return { app: firm === true || (chosen.app ?? true), mail: mail === null ? null : (chosen.mail ?? mail) }
}

type Stored = { choices: unknown; digest: DigestEvery; digestHour: number }
const UNCHOSEN: Stored = { choices: {}, digest: 'DAILY', digestHour: 7 }

/** What is kept of somebody's choices, read again; what they did not choose is as the paper sets out with. */
export function settingsOf(stored: Stored | null): NotificationSettings {
  const { choices, digest, digestHour } = stored ?? UNCHOSEN
  const read = choicesSchema.parse(choices)
  const channels = Object.fromEntries(KIND_NAMES.map((kind) => [kind, channelsOf(kind, read)])) as Record<NotificationKind, Channels>
  return { channels, digest, digestHour }
}

/** The names of the fields of a kind in the form. */
export function fieldsOf(kind: NotificationKind): { app: string; mail: string } {
  return { app: `app:${kind}`, mail: `mail:${kind}` }
}

/** What somebody chose in the form; a kind that stood not in it keeps what it had. */
export type ChosenSettings = { choices: Choices; digest: DigestEvery; digestHour: number }

const WRONG = 'Choose one of these.'

/** The form of one's own settings: a tick for each kind in the app, a choice for each that can be mailed, and the digest. */
export const notificationSettingsSchema = z.record(z.string(), z.string()).transform((values, context): ChosenSettings => {
  const oneOf = <T extends string>(field: string, allowed: readonly T[], otherwise: T): T => {
    const found = allowed.find((one) => one === values[field])
    if (found === undefined) context.addIssue({ code: 'custom', path: [field], message: WRONG })
    return found ?? otherwise
  }
  const inForm = KIND_NAMES.filter((kind) => kindOf(kind).mail !== null && values[fieldsOf(kind).mail] !== undefined)
  const choices = Object.fromEntries(inForm.map((kind) => [kind, { app: values[fieldsOf(kind).app] !== undefined, mail: oneOf(fieldsOf(kind).mail, MAIL_CHOICES, 'NONE') }]))
  const hours = Array.from({ length: 24 }, (_, hour) => String(hour))
  return { choices, digest: oneOf('digest', DIGESTS, 'NEVER'), digestHour: Number(oneOf('digestHour', hours, '0')) }
})

/** What is kept after it: the former choices with these over them. */
export function choicesAfter(stored: unknown, { choices }: ChosenSettings): Choices {
  return { ...choicesSchema.parse(stored), ...choices }
}
