import 'server-only'
import { env } from '../env.ts'

/**
 * Whether a changing request comes from one of our own pages: browsers send `Origin` with every one. Foreign, `null`
 * and missing ones are refused (ASVS 3.5.1).
 */
export function isFromOurPages(sent: Headers): boolean {
  return sent.get('origin') === env().SITE_URL
}
