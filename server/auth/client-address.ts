import 'server-only'
import { headers } from 'next/headers'
import { addressGroup } from '#domain/network.ts'

const UNKNOWN = 'unknown'

/** The client as limits count it, by the address that our own server wrote into `x-real-ip`; every other header could be forged. */
export function addressIn(sent: Headers | Record<string, unknown> | undefined): string {
  const value = sent instanceof Headers ? sent.get('x-real-ip') : sent?.['x-real-ip']
  return typeof value === 'string' && value !== '' ? addressGroup(value) : UNKNOWN
}

/** The client of the current request, as limits count it. */
export async function clientAddress(): Promise<string> {
  return addressIn(await headers())
}
