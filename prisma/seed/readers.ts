import 'server-only'
import { receiveLetter, receiveTip } from '#server/letters/receive.ts'

/** A letter to the editor and a tip, which wait in the newsroom. */
export async function seedReaders(): Promise<void> {
  await receiveLetter({
    name: 'Arlo Benneke',
    email: 'letters@demo.fourth-period.test',
    text: 'Your story on the new bus routes was right about the ride and silent about the wait.\n\nTwenty-six minutes saved on the road are little to those of us who now stand at Pier Street for thirty. Ask the district for its waiting times, and print them next to the map.',
    consent: '1',
  })
  await receiveTip({ email: null, text: 'The art rooms have been locked at lunch since October. Nobody says why. Ask how many students used them last year.' })
}
