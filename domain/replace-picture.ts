import type { Block, ImageNode } from './document/schema.ts'
import type { StoryContent } from './story.ts'

/** The same story with one picture in the place of another, everywhere; caption, alt text, credit and size stay as they are. */
export function withPictureReplaced(content: StoryContent, from: string, to: string): StoryContent {
  const image = (node: ImageNode): ImageNode => (node.attrs.assetId === from ? { ...node, attrs: { ...node.attrs, assetId: to } } : node)
  const block = (node: Block): Block => {
    if (node.type === 'image') return image(node)
    if (node.type === 'gallery') return { ...node, content: node.content.map(image) }
    if (node.type === 'embed' && node.attrs.stillAssetId === from) return { ...node, attrs: { ...node.attrs, stillAssetId: to } }
    return node
  }
  const lead = content.lead?.assetId === from ? { ...content.lead, assetId: to } : content.lead
  return { ...content, lead, body: { ...content.body, content: content.body.content.map(block) } }
}
