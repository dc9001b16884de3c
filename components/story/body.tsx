import type { Block, StoryDocument } from '#domain/document/schema.ts'
import type { AssetView } from '#domain/media.ts'
import { BlockquoteBlock } from './blocks/blockquote.tsx'
import { HeadingBlock } from './blocks/heading.tsx'
import { ImageBlock } from './blocks/image.tsx'
import { ListBlock } from './blocks/list.tsx'
import { ParagraphBlock } from './blocks/paragraph.tsx'
import { PullQuoteBlock } from './blocks/pull-quote.tsx'

type Assets = Readonly<Record<string, AssetView>>

function BlockOf({ block, assets }: { block: Block; assets: Assets }) {
  switch (block.type) {
    case 'paragraph':
      return <ParagraphBlock block={block} />
    case 'heading':
      return <HeadingBlock block={block} />
    case 'bulletList':
    case 'orderedList':
      return <ListBlock block={block} />
    case 'blockquote':
      return <BlockquoteBlock block={block} />
    case 'pullQuote':
      return <PullQuoteBlock block={block} />
    case 'image':
      return <ImageBlock block={block} asset={Object.hasOwn(assets, block.attrs.assetId) ? assets[block.attrs.assetId] : undefined} />
    default:
      return block satisfies never
  }
}

/** The text of a story, block by block. `assets`: its pictures by id. */
export function Body({ body, assets }: { body: StoryDocument; assets: Assets }) {
  return (
    <div className="story-body">
      {body.content.map((block, index) => (
        <BlockOf key={index} block={block} assets={assets} />
      ))}
    </div>
  )
}
