import { describe, expect, it } from 'vitest'
import { AUDIT_KINDS } from './kinds.ts'
import { detailsOf } from './details.ts'

describe('the details of an event', () => {
  it.each<[string, unknown, string | null]>([
    ['story.restored', { from: 3 }, 'the text of revision 3'],
    ['note.added', { blocking: true }, 'it blocks the approval'],
    ['note.added', { blocking: false }, null],
    ['staff.invited', { role: 'EDITOR' }, 'as editor'],
    ['staff.roleChanged', { from: 'WRITER', to: 'EDITOR' }, 'from writer to editor'],
    ['staff.roleChanged', { to: 'EDITOR' }, 'now editor'],
    ['staff.roleChanged', { from: 'WRITER', to: 'CHIEF' }, null],
    ['staff.bylineFormChanged', { from: 'FULL', to: 'HIDDEN', renamed: false }, 'from the full name to hidden'],
    ['staff.bylineFormChanged', { from: 'FULL', to: 'FULL', renamed: true }, 'now the full name'],
    ['media.rightsChanged', { from: 'UNKNOWN', to: 'STAFF' }, 'now “Made by our staff”'],
    ['media.rightsChanged', { to: 'OTHER' }, null],
    ['media.wordsChanged', { changed: ['caption', 'focalX', 'focalY', 'toString', 7] }, 'caption, focal point'],
    ['copydesk.wordAdded', { word: 'Zydeco' }, '“Zydeco”'],
    ['copydesk.wordRemoved', {}, null],
    ['newsletter.sent', { kind: 'BREAKING' }, 'Breaking news'],
    ['newsletter.sent', {}, null],
    ['copydesk.dismissed', { ruleId: 'headline-case' }, 'headline-case'],
    ['paper.settingsChanged', { changed: ['motto'], reviewPolicy: { from: 'OPEN_FORUM', to: 'OPEN_FORUM' } }, 'motto'],
    ['paper.settingsChanged', { changed: ['reviewPolicy'], reviewPolicy: { from: 'ADVISER_APPROVES', to: 'OPEN_FORUM' } }, 'review policy; from “Adviser approves” to “Open forum”'],
    ['audit.exported', { format: 'csv', filter: { from: '2026-08-01', kind: 'story' } }, 'CSV, 2026-08-01 to the end, only some: kind'],
    ['audit.exported', { what: 'records', format: 'pdf', filter: { from: '2026-08-01', to: '2026-12-31' } }, 'the records of all stories, PDF, 2026-08-01 to 2026-12-31'],
    ['record.exported', { format: 'pdf' }, 'PDF'],
    ['front.published', { from: 'id' }, 'a former one, put back'],
    ['front.published', { schedule: 'id', plannedFor: '2026-11-24T15:00:00.000Z' }, 'as scheduled'],
    ['front.published', {}, null],
    ['front.unscheduled', { why: 'published' }, 'because another one was published'],
    ['front.unscheduled', { why: 'asked' }, null],
    ['story.publish', { from: 'APPROVED', to: 'LIVE' }, null],
  ])('%s %j', (kind, data, words) => {
    expect(detailsOf(kind, data)).toBe(words)
  })

  it('are none where the data do not read', () => {
    for (const kind of [...Object.keys(AUDIT_KINDS), 'unknown']) for (const data of [null, undefined, 7, 'x', [], { changed: 'all', from: [], to: {}, role: 1, word: 2, ruleId: null, filter: 3 }]) expect(detailsOf(kind, data)).toBeNull()
  })
})
