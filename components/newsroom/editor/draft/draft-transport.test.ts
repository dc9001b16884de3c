import { describe, expect, it } from 'vitest'
import { readAnswer } from './draft-transport.ts'

const saved = { ok: true, version: 4, savedAt: '2026-11-24T10:42:00.000Z', revisionId: 'r', state: 'DRAFT', checks: [{ field: 'image-2', message: 'Picture 2: write a caption.' }] }

describe('what an answer to a save means', () => {
  it('200: stored', () => {
    expect(readAnswer(200, saved)).toEqual({
      kind: 'saved', version: 4, savedAt: saved.savedAt, outcome: { revisionId: 'r', state: 'DRAFT', checks: saved.checks },
    })
  })
  it('200 that is not ours (a captive portal): not stored', () => {
    expect(readAnswer(200, null).kind).toBe('failed')
    expect(readAnswer(200, { ...saved, checks: [{ field: 'elsewhere', message: '' }] }).kind).toBe('failed')
  })
  it('409: somebody else saved', () => {
    const stale = { savedBy: 'Bo Lin', savedAt: saved.savedAt, version: 5 }
    expect(readAnswer(409, { ok: false, problems: [], stale: true, ...stale })).toEqual({ kind: 'stale', stale })
    expect(readAnswer(409, null).kind).toBe('failed')
  })
  it('401, 403, 404: signed out, or no longer allowed', () => {
    expect(readAnswer(401, null)).toEqual({ kind: 'signed-out' })
    expect(readAnswer(403, { ok: false, problems: [{ message: 'No.' }] })).toEqual({ kind: 'forbidden', problems: [{ message: 'No.' }] })
    expect(readAnswer(404, null)).toMatchObject({ kind: 'forbidden' })
  })
  it('413, 422: refused, with the reason beside its field', () => {
    expect(readAnswer(413, null)).toMatchObject({ kind: 'refused', problems: [{ field: 'body' }] })
    expect(readAnswer(413, { problems: [{ message: 'Long.' }] })).toEqual({ kind: 'refused', problems: [{ message: 'Long.' }] })
    expect(readAnswer(422, { problems: [{ field: 'content.deck', message: 'Long.' }] })).toMatchObject({ kind: 'refused' })
  })
  it('anything else: tried again later', () => {
    for (const status of [0, 301, 400, 500, 502, 503]) expect(readAnswer(status, null).kind).toBe('failed')
  })
})
