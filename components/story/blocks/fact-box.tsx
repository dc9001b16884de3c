import type { FactBox } from '#domain/document/schema.ts'
import { ListBlock } from './list.tsx'
import { ParagraphBlock } from './paragraph.tsx'

/** Facts beside the story, under a title of their own. */
export function FactBoxBlock({ block }: { block: FactBox }) {
  const { title } = block.attrs
  return (
    <aside className="fact-box" dir="auto" aria-label={title === '' ? 'Facts' : title}>
      {title !== '' && <p className="fact-box-title">{title}</p>}
      {block.content.map((part, index) => (part.type === 'paragraph' ? <ParagraphBlock key={index} block={part} /> : <ListBlock key={index} block={part} />))}
    </aside>
  )
}
