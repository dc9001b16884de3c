import 'server-only'
import type { MastheadView } from '#domain/story-view.ts'
import { db } from '../db.ts'
import { namingNow, SHOWN_PERSON, shownPerson } from './shown-person.ts'

/** The masthead of a school year, or of the newest one, read now, and whom it names or hides. Uncached: published.ts is the door, this is the room behind it. */
export async function readMasthead(asked: string | null): Promise<{ masthead: MastheadView | null; staffIds: string[] }> {
  const years = await db().membership.findMany({ distinct: ['schoolYear'], orderBy: { schoolYear: 'desc' }, select: { schoolYear: true } })
  const schoolYear = asked ?? years[0]?.schoolYear
  if (schoolYear === undefined) return { masthead: null, staffIds: [] }
  const [rows, naming] = await Promise.all([
    db().membership.findMany({
      where: { schoolYear },
      orderBy: [{ staff: { name: 'asc' } }, { id: 'asc' }],
      select: {
        position: true,
        staffId: true,
        staff: { select: SHOWN_PERSON },
        sections: { orderBy: { section: { position: 'asc' } }, select: { section: { select: { name: true } } } },
      },
    }),
    namingNow(db()),
  ])
  const people = rows.flatMap(({ position, staff, sections }) => {
    const person = shownPerson(staff, naming)
    return person === null ? [] : [{ ...person, position, sections: sections.map(({ section }) => section.name) }]
  })
  const masthead = rows.length === 0 ? null : { schoolYear, people, years: years.map((one) => one.schoolYear) }
  return { masthead, staffIds: rows.map(({ staffId }) => staffId) }
}
