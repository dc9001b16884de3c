import type { ImageNode } from '#domain/document/schema.ts'
import type { AssetView } from '#domain/media.ts'
import type { Around } from '../around.ts'
import { Figure } from '../figure.tsx'

/** How wide each size stands, as in <img sizes>. */
const SIZES = {
  column: '(min-width: 44rem) 40rem, calc(100vw - 2rem)',
  wide: '(min-width: 64rem) 60rem, calc(100vw - 2rem)',
  full: '100vw',
  side: '(min-width: 68rem) 19rem, (min-width: 44rem) 40rem, calc(100vw - 2rem)',
} as const
/** Where pictures carry the story, wide ones stand as wide as its lead. */
const WIDER = '(min-width: 80rem) 75rem, 100vw'

/** A picture between paragraphs; left out where the picture itself is gone. */
export function ImageBlock({ block, asset, around }: { block: ImageNode; asset: AssetView | undefined; around: Around }) {
  if (asset === undefined) return null
  const { caption, alt, credit } = block.attrs
  const size = block.attrs.size ?? around.pictures
  return <Figure picture={{ asset, caption, alt, credit }} size={size} sizes={size === 'wide' && around.pictures === 'wide' ? WIDER : SIZES[size]} />
}
