import type { Period } from '#domain/archive.ts'
import type { ArchiveAnswer, PaperView } from '#domain/story-view.ts'
import type { Language } from '#domain/words/language.ts'
import { NotInThePaper } from '../not-in-the-paper.tsx'
import { PageFrame } from '../page-frame.tsx'
import { ArchiveStories } from './archive-stories.tsx'
import { dayName, monthName } from './archive-words.ts'

/** What a month or a day is called in the title of its page. */
export function periodTitle({ kind, text }: Period, language: Language): string {
  return kind === 'day' ? dayName(text, language) : monthName(text, language)
}

/** The page of a month or a day, or that there is none. */
export function PeriodPage({ paper, answer, older = false }: { paper: PaperView; answer: ArchiveAnswer; older?: boolean }) {
  return <PageFrame paper={paper}>{answer.kind === 'stories' ? <ArchiveStories paper={paper} of={answer} older={older} /> : <NotInThePaper language={paper.language} />}</PageFrame>
}
