import type { List } from '#domain/document/schema.ts'
import type { Around } from '../around.ts'
import { ParagraphBlock } from './paragraph.tsx'

/** A bulleted or numbered list, with lists inside its items. */
export function ListBlock({ block, around }: { block: List; around: Around }) {
  const Tag = block.type === 'bulletList' ? 'ul' : 'ol'
  return (
    <Tag>
      {block.content.map((item, index) => (
        <li key={index}>
          {item.content.map((part, inner) =>
            part.type === 'paragraph' ? <ParagraphBlock key={inner} block={part} around={around} /> : <ListBlock key={inner} block={part} around={around} />,
          )}
        </li>
      ))}
    </Tag>
  )
}
