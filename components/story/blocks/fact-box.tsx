import type { FactBox } from '#domain/document/schema.ts'
import type { Around } from '../around.ts'
import { ListBlock } from './list.tsx'
import { ParagraphBlock } from './paragraph.tsx'

/** Facts beside the story, under a title of their own. */
export function FactBoxBlock({ block, around }: { block: FactBox; around: Around }) {
  const { title } = block.attrs
  return (
    <aside className="fact-box" dir="auto" aria-label={title === '' ? around.words.facts : title}>
      {title !== '' && <p className="fact-box-title">{title}</p>}
      {block.content.map((part, index) => (part.type === 'paragraph' ? <ParagraphBlock key={index} block={part} around={around} /> : <ListBlock key={index} block={part} around={around} />))}
    </aside>
  )
}
