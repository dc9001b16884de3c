import 'server-only'
import { shownName } from '#domain/people.ts'
import type { MastheadView } from '#domain/story-view.ts'
import { db } from '../db.ts'
import { nameForm } from '../settings/name-form.ts'

/** The masthead of a school year, read now, and whom it names or hides. Uncached: published.ts is the door, this is the room behind it. */
export async function readMasthead(schoolYear: string): Promise<{ masthead: MastheadView | null; staffIds: string[] }> {
  const [rows, years, form] = await Promise.all([
    db().membership.findMany({
      where: { schoolYear },
      orderBy: [{ staff: { name: 'asc' } }, { id: 'asc' }],
      select: {
        position: true,
        staffId: true,
        staff: { select: { name: true, bylineForm: true, classOf: true } },
        sections: { orderBy: { section: { position: 'asc' } }, select: { section: { select: { name: true } } } },
      },
    }),
    db().membership.findMany({ distinct: ['schoolYear'], orderBy: { schoolYear: 'desc' }, select: { schoolYear: true } }),
    nameForm(db()),
  ])
  const people = rows.flatMap(({ position, staff, sections }) => {
    const name = shownName(staff, form)
    return name === null ? [] : [{ name, position, classOf: staff.classOf, sections: sections.map(({ section }) => section.name) }]
  })
  const masthead = rows.length === 0 ? null : { schoolYear, people, years: years.map((one) => one.schoolYear) }
  return { masthead, staffIds: rows.map(({ staffId }) => staffId) }
}
