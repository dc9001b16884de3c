import { expect, test } from 'vitest'
import type { StoryContent } from './story.ts'
import { assetIdsOf } from './story.ts'
import { withPictureReplaced } from './replace-picture.ts'

const [OLD, NEW, OTHER] = ['0192f0c1-0000-7000-8000-000000000001', '0192f0c1-0000-7000-8000-000000000002', '0192f0c1-0000-7000-8000-000000000003']
const words = { caption: 'Students leave.', alt: 'A crowd at a door', credit: 'Ana Ruiz' }
const image = (assetId: string) => ({ type: 'image' as const, attrs: { assetId, ...words, size: 'wide' as const } })
const content: StoryContent = {
  headline: 'Bell rings', deck: '', slug: '', sectionId: null, tags: [], bylines: [], lead: { assetId: OLD, ...words },
  body: {
    type: 'doc',
    content: [
      { type: 'paragraph' },
      image(OLD),
      image(OTHER),
      { type: 'gallery', content: [image(OTHER), image(OLD)] },
      { type: 'embed', attrs: { url: 'https://video.example/1', title: 'A film', stillAssetId: OLD, stillAlt: 'A still' } },
      { type: 'embed', attrs: { url: 'https://video.example/2', title: 'A film' } },
    ],
  },
}

test('takes its place everywhere, with the words that stand there', () => {
  const replaced = withPictureReplaced(content, OLD, NEW)
  expect(assetIdsOf(replaced)).toEqual([NEW, OTHER])
  expect(JSON.stringify(replaced)).toBe(JSON.stringify(content).replaceAll(OLD, NEW))
})

test('changes nothing where it does not stand', () => {
  expect(withPictureReplaced(content, NEW, OTHER)).toEqual(content)
  expect(withPictureReplaced({ ...content, lead: null }, OTHER, NEW).lead).toBeNull()
})
