import type { Block, StoryDocument } from '#domain/document/schema.ts'
import type { AssetView } from '#domain/media.ts'
import type { LiveParts, RelatedStoryView } from '#domain/story-view.ts'
import type { Around } from './around.ts'
import { BlockquoteBlock } from './blocks/blockquote.tsx'
import { EmbedBlock } from './blocks/embed.tsx'
import { FactBoxBlock } from './blocks/fact-box.tsx'
import { GalleryBlock } from './blocks/gallery.tsx'
import { HeadingBlock } from './blocks/heading.tsx'
import { ImageBlock } from './blocks/image.tsx'
import { ListBlock } from './blocks/list.tsx'
import { ParagraphBlock } from './blocks/paragraph.tsx'
import { PollBlock } from './blocks/poll.tsx'
import { PullQuoteBlock } from './blocks/pull-quote.tsx'
import { RelatedStoryBlock } from './blocks/related-story.tsx'
import { ScoreboardBlock } from './blocks/scoreboard.tsx'
import { TableBlock } from './blocks/table.tsx'

type Assets = Readonly<Record<string, AssetView>>
type Related = Readonly<Record<string, RelatedStoryView>>

type Props = { assets: Assets; related: Related; around: Around; live?: LiveParts | undefined }

/** What is known under an id that came with the document. */
function known<T>(of: Readonly<Record<string, T>>, id: string | undefined): T | undefined {
  return id !== undefined && Object.hasOwn(of, id) ? of[id] : undefined
}

function BlockOf({ block, assets, related, around, live }: Props & { block: Block }) {
  switch (block.type) {
    case 'paragraph':
      return <ParagraphBlock block={block} around={around} />
    case 'heading':
      return <HeadingBlock block={block} around={around} />
    case 'bulletList':
    case 'orderedList':
      return <ListBlock block={block} around={around} />
    case 'blockquote':
      return <BlockquoteBlock block={block} around={around} />
    case 'pullQuote':
      return <PullQuoteBlock block={block} around={around} />
    case 'image':
      return <ImageBlock block={block} asset={known(assets, block.attrs.assetId)} around={around} />
    case 'gallery':
      return <GalleryBlock block={block} assets={assets} around={around} />
    case 'divider':
      return <hr />
    case 'factBox':
      return <FactBoxBlock block={block} around={around} />
    case 'table':
      return <TableBlock block={block} around={around} />
    case 'relatedStory':
      return <RelatedStoryBlock story={known(related, block.attrs.storyId)} around={around} />
    case 'scoreboard':
      return live === undefined ? null : <ScoreboardBlock line={known(live.games, block.attrs.gameId)} live={live} />
    case 'poll':
      return live === undefined ? null : <PollBlock poll={known(live.polls, block.attrs.pollId)} live={live} />
    case 'embed':
      return <EmbedBlock block={block} still={known(assets, block.attrs.stillAssetId)} words={around.words} />
    case 'missingPicture':
      // A publish check keeps it from readers; the preview shows what is there.
      return null
    default:
      return block satisfies never
  }
}

/** The text of a story, block by block, as lay-out.ts has it. `assets`: its pictures by id; `related`: live stories that it points to, by id; `live`: scores and polls. */
export function Body({ text, assets, related, around, live }: Props & { text: StoryDocument }) {
  return (
    <div className="story-body">
      {text.content.map((block, index) => (
        <BlockOf key={index} block={block} assets={assets} related={related} around={around} live={live} />
      ))}
    </div>
  )
}
