import type { PaperView } from '#domain/story-view.ts'
import { wordsOf } from '#domain/words/words.ts'

/** On paper alone: which paper a story is from, and where it can be read. `url`: absolute. */
export function PrintedFrom({ paper, url }: { paper: PaperView; url: string }) {
  return (
    <p className="printed-from">
      {wordsOf(paper.language).story.printedFrom} {paper.name}, {url}
    </p>
  )
}
