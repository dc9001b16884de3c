import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { CorrectionView } from '#domain/story-view.ts'
import { CorrectionMark, Corrections } from './corrections.tsx'

const note = (change: Partial<CorrectionView> = {}): CorrectionView => ({ id: 'a', kind: 'CORRECTION', text: 'The score was the wrong way round.', at: '2026-11-25T02:00:00.000Z', replaced: null, ...change })
const markup = (corrections: CorrectionView[]) => renderToStaticMarkup(
  <>
    <CorrectionMark corrections={corrections} timeZone="America/Los_Angeles" />
    <Corrections corrections={corrections} timeZone="America/Los_Angeles" />
  </>,
)
const words = (html: string) => html.replaceAll(/<[^>]*>/g, '')

test('a corrected story says so at the top, and what was wrong at its end, on the day at school in AP style', () => {
  const html = markup([note()])
  expect(words(html)).toBe('This story was corrected on Nov. 24, 2026CorrectionsCorrection, Nov. 24, 2026: The score was the wrong way round.')
  expect(html).toContain('<a href="#corrections">')
  expect(html).toContain('<section id="corrections"')
})

test('an update is no correction', () => {
  expect(words(markup([note({ kind: 'UPDATE', text: 'The game goes on.' })]))).toBe('UpdatesUpdate, Nov. 24, 2026: The game goes on.')
})

test('what takes the place of a wrong note says so, without saying it again', () => {
  expect(words(markup([note({ replaced: '2026-11-20T20:00:00.000Z' })]))).toContain('This replaces a note of Nov. 20, 2026, which was wrong.')
})

test('a story without notes has neither mark nor list', () => {
  expect(markup([])).toBe('')
})

test('the words of a note are text', () => {
  expect(markup([note({ text: '<script>1</script>' })])).not.toContain('<script>')
})
