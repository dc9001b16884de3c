import 'server-only'
import { daysAfter } from '#domain/day.ts'
import { makePitch } from '#server/planning/pitches.ts'
import { assign } from '#server/planning/assignments.ts'
import { planStory } from '#server/planning/days.ts'
import { askForPhoto } from '#server/planning/photo-requests.ts'
import { paperDay } from '#server/settings/paper-day.ts'
import type { Parts } from './demo-stories.ts'
import { done } from './done.ts'

const PITCHES = [
  {
    title: 'Who feeds the courtyard cats',
    why: 'Three cats live in the courtyard. Somebody feeds them every morning before first bell, and the district wants it to stop by winter break.',
    section: 'Features',
    sources: 'The custodians, the district’s facilities office, whoever it is',
    pictures: 'The cats, and the bowls by the back steps',
    inDays: 12,
  },
  {
    title: 'What a yearbook costs, line by line',
    why: 'The price went up by $11. The invoice is public, and nobody has read it out.',
    section: 'News',
    sources: 'The yearbook adviser, the printer’s invoice',
    pictures: '',
    inDays: 20,
  },
]

/** Pitches that wait for an answer, and the plan of the story that is being edited. */
export async function seedPlans(editingId: string, { cast, sections }: Parts): Promise<void> {
  const { today } = await paperDay(new Date())
  const { editor, writers } = cast
  for (const { section, inDays, ...pitch } of PITCHES) {
    done(pitch.title, await makePitch(writers.marlow, { ...pitch, sectionId: sections.get(section) ?? null, hopedFor: daysAfter(today, inDays) }))
  }
  done('plan', await planStory(editor, { storyId: editingId, draftDue: daysAfter(today, -2), editDue: daysAfter(today, 1), plannedFor: daysAfter(today, 3) }))
  done('plan', await assign(editor, { storyId: editingId, userId: editor.userId, part: 'EDITOR' }))
  done('plan', await askForPhoto(editor, { storyId: editingId, wanted: 'Emil Novak with the tuning lever at the upright piano', photographerId: writers.marlow.userId, due: daysAfter(today, 1) }))
}
