import type { Block, StoryDocument } from '#domain/document/schema.ts'
import { rejectedBody } from '#domain/document/suggestions.ts'
import type { AssetView } from '#domain/media.ts'
import type { LiveParts, RelatedStoryView } from '#domain/story-view.ts'
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

/** What is known under an id that came with the document. */
function known<T>(of: Readonly<Record<string, T>>, id: string | undefined): T | undefined {
  return id !== undefined && Object.hasOwn(of, id) ? of[id] : undefined
}

type Around = { assets: Assets; related: Related; live?: LiveParts | undefined }

function BlockOf({ block, assets, related, live }: Around & { block: Block }) {
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
      return <ImageBlock block={block} asset={known(assets, block.attrs.assetId)} />
    case 'gallery':
      return <GalleryBlock block={block} assets={assets} />
    case 'divider':
      return <hr />
    case 'factBox':
      return <FactBoxBlock block={block} />
    case 'table':
      return <TableBlock block={block} />
    case 'relatedStory':
      return <RelatedStoryBlock story={known(related, block.attrs.storyId)} />
    case 'scoreboard':
      return live === undefined ? null : <ScoreboardBlock line={known(live.games, block.attrs.gameId)} live={live} />
    case 'poll':
      return live === undefined ? null : <PollBlock poll={known(live.polls, block.attrs.pollId)} live={live} />
    case 'embed':
      return <EmbedBlock block={block} still={known(assets, block.attrs.stillAssetId)} />
    case 'missingPicture':
      // A publish check keeps it from readers; the preview shows what is there.
      return null
    default:
      return block satisfies never
  }
}

/** The text of a story, block by block, without open suggestions. `assets`: its pictures by id; `related`: live stories that it points to, by id; `live`: scores and polls. */
export function Body({ body, assets, related, live }: Around & { body: StoryDocument }) {
  return (
    <div className="story-body">
      {rejectedBody(body).content.map((block, index) => (
        <BlockOf key={index} block={block} assets={assets} related={related} live={live} />
      ))}
    </div>
  )
}
