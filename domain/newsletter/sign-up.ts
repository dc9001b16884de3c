import { z } from 'zod'
import { emailSchema } from '../people.ts'
import { NEWSLETTER_KINDS } from './content.ts'

/** How long a link that confirms works; then the address is erased. */
export const CONFIRM_DAYS = 3

/** The form by which readers sign up; boxes are text as a browser sends them. */
export const signUpSchema = z
  .object({ email: z.string().trim().pipe(emailSchema), weekly: z.string(), breaking: z.string() })
  .transform(({ email, weekly, breaking }) => ({ email, weekly: weekly !== '', breaking: breaking !== '' }))
export type SignUp = z.output<typeof signUpSchema>

/** How much of an address staff see: enough to tell two apart, not enough to write to: "r…@example.org". */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return at < 1 ? '…' : `${[...address][0] ?? ''}…${address.slice(at)}`
}

/** The forms of the newsroom. `seen`: the seal of what was previewed. */
export const sendNewsletterSchema = z.object({ kind: z.enum(NEWSLETTER_KINDS), seen: z.string().max(100) })
export type SendNewsletter = z.output<typeof sendNewsletterSchema>
export const testNewsletterSchema = z.object({ kind: z.enum(NEWSLETTER_KINDS) })
export const subscriberSchema = z.object({ subscriberId: z.uuid() })
export const newsletterSettingsSchema = z.object({
  open: z.string().optional().transform((value) => value !== undefined && value !== ''),
  /** '' = only by hand. */
  weekday: z.union([z.literal('').transform(() => null), z.coerce.number<string>().int().min(0).max(6)]),
  hour: z.coerce.number<string>().int().min(0).max(23),
})
export type NewsletterSettingsInput = z.output<typeof newsletterSettingsSchema>
