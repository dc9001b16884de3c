import 'server-only'
import { mayStandAlone } from '#domain/media.ts'
import { db } from '../db.ts'
import { STANDING, standing } from '../media/asset-rows.ts'
import { paperDay } from '../settings/paper-day.ts'
import { tags } from '../stories/cache.ts'

const KEY = Symbol.for('fourth-period.portraits')
type Holder = { [KEY]?: string }
const holder = globalThis as Holder

/** The tags of what shows profile pictures, where the right to one of them ended with yesterday, or was renewed. */
export async function turnPortraits(now: Date): Promise<string[]> {
  const { today } = await paperDay(now)
  const dated = await db().mediaAsset.findMany({ where: { expiresOn: { not: null }, portraitOf: { some: {} } }, orderBy: { id: 'asc' }, select: { id: true, ...STANDING } })
  const shown = dated.filter((asset) => mayStandAlone(standing(asset), today)).map(({ id }) => id).join(' ')
  const before = holder[KEY]
  holder[KEY] = shown
  return before === undefined || before === shown ? [] : [tags.paper(), tags.mastheads(), tags.media()]
}
