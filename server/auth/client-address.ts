import 'server-only'
import { headers } from 'next/headers'

const UNKNOWN = 'unknown'

/** The client's address as our own server wrote it into `x-real-ip`; every other header could be forged. */
export function addressIn(sent: Headers | Record<string, unknown> | undefined): string {
  const value = sent instanceof Headers ? sent.get('x-real-ip') : sent?.['x-real-ip']
  return typeof value === 'string' && value !== '' ? value : UNKNOWN
}

/** The client's address of the current request. */
export async function clientAddress(): Promise<string> {
  return addressIn(await headers())
}
