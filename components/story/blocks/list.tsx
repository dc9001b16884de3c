import type { List } from '#domain/document/schema.ts'
import { ParagraphBlock } from './paragraph.tsx'

/** A bulleted or numbered list, with lists inside its items. */
export function ListBlock({ block }: { block: List }) {
  const Tag = block.type === 'bulletList' ? 'ul' : 'ol'
  return (
    <Tag>
      {block.content.map((item, index) => (
        <li key={index}>
          {item.content.map((part, inner) =>
            part.type === 'paragraph' ? <ParagraphBlock key={inner} block={part} /> : <ListBlock key={inner} block={part} />,
          )}
        </li>
      ))}
    </Tag>
  )
}
