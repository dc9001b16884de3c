import type { ImageNode } from '#domain/document/schema.ts'
import type { AssetView } from '#domain/media.ts'
import { Figure } from '../figure.tsx'

/** A picture between paragraphs; left out where the picture itself is gone. */
export function ImageBlock({ block, asset }: { block: ImageNode; asset: AssetView | undefined }) {
  if (asset === undefined) return null
  const { caption, alt, credit } = block.attrs
  return <Figure picture={{ asset, caption, alt, credit }} sizes="(min-width: 44rem) 40rem, 100vw" />
}
