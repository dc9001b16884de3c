import 'server-only'
import { env } from '../env.ts'

/** Whether an address may belong to staff: always, unless ALLOWED_EMAIL_DOMAINS names the only domains. Compared whole. */
export function isAllowedDomain(email: string): boolean {
  const allowed = env().ALLOWED_EMAIL_DOMAINS
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  return allowed.length === 0 || allowed.includes(domain)
}
