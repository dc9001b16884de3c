import { Node } from '@tiptap/core'
import { IMAGE_SIZES } from '#domain/document/schema.ts'
import { onlyWithId, wordAttribute } from './word-attribute.ts'

/** A placement of an uploaded picture. Only our own copied pictures are read back from HTML; a foreign <img> is not. */
export const StoryImage = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: false,
  addAttributes: () => ({
    assetId: {
      default: '',
      parseHTML: (element) => element.getAttribute('data-asset-id') ?? '',
      renderHTML: ({ assetId }) => ({ 'data-asset-id': assetId }),
    },
    caption: wordAttribute('caption', 1000),
    alt: wordAttribute('alt', 500),
    credit: wordAttribute('credit', 200),
    size: {
      default: null,
      parseHTML: (element) => IMAGE_SIZES.find((size) => size === element.getAttribute('data-size')) ?? null,
      renderHTML: ({ size }) => (size === null ? {} : { 'data-size': size }),
    },
  }),
  parseHTML: () => [{ tag: 'figure[data-asset-id]', getAttrs: onlyWithId('data-asset-id') }],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes],
})

/** Pictures that belong together, in order. */
export const Gallery = Node.create({
  name: 'gallery',
  group: 'block',
  content: 'image+',
  isolating: true,
  selectable: true,
  draggable: false,
  parseHTML: () => [{ tag: 'div[data-block="gallery"]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-block': 'gallery' }, 0],
})

/** A picture that did not come along; its view asks for the file. */
export const MissingPicture = Node.create({
  name: 'missingPicture',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: false,
  addAttributes: () => ({ name: wordAttribute('name', 200), caption: wordAttribute('caption', 1000), alt: wordAttribute('alt', 500) }),
  parseHTML: () => [{ tag: 'div[data-block="missing-picture"]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-block': 'missing-picture' }],
})
