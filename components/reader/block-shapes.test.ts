import { expect, test } from 'vitest'
import { blockShapes } from './block-shapes.ts'

const picture = { asset: { id: 'a', width: 3, height: 2, placeholder: '', variants: [] }, caption: '', alt: '', credit: '' }
const block = (stories: number, pictures: boolean) => {
  const section = { slug: 'news', name: 'News' }
  return { section, stories: Array.from({ length: stories }, (_, at) => ({ path: `/news/${at}`, headline: '', deck: '', section, bylines: [], publishedAt: '2026-11-24T18:00:00Z', lead: pictures && at === 0 ? picture : null })) }
}
const [full, plain, few] = [block(5, true), block(5, false), block(2, false)]

test('the first band is wide, what follows goes in twos, and nothing stands beside a hole', () => {
  expect(blockShapes([])).toEqual([])
  expect(blockShapes([full])).toEqual(['wide'])
  expect(blockShapes([full, plain, full, full, full])).toEqual(['wide', 'columns', 'half', 'half', 'wide'])
  expect(blockShapes([full, full, plain, full])).toEqual(['wide', 'wide', 'columns', 'wide'])
  expect(blockShapes([plain, full, few, few, plain])).toEqual(['columns', 'wide', 'half', 'half', 'columns'])
})
