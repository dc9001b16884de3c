import type { PaperView, TagAnswer } from '#domain/story-view.ts'
import { wordsOf } from '#domain/words/words.ts'
import { Pager, StoryRows } from './story-rows.tsx'

/** The stories on a topic, newest first. */
export function TagPage({ paper, of: { tag, stories, next }, older = false }: { paper: PaperView; of: Extract<TagAnswer, { kind: 'tag' }>; older?: boolean }) {
  const words = wordsOf(paper.language).lists
  return (
    <>
      <header className="section-head">
        <p className="section-parent">{words.topic}</p>
        <h1 className="section-name" dir="auto">
          {older ? words.olderOf(tag.name) : tag.name}
        </h1>
      </header>
      <StoryRows stories={stories} timeZone={paper.timeZone} />
      <Pager base={`/tag/${tag.slug}`} older={older} next={next} newest={words.newest(tag.name)} words={words} />
    </>
  )
}
