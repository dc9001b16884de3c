import type { SupportView } from '#domain/support/support.ts'
import type { PaperView, StoryCardView } from '#domain/story-view.ts'
import { wordsOf } from '#domain/words/words.ts'
import type { InPrintView } from '#domain/print/views.ts'
import { MostRead } from './most-read.tsx'
import { PageScripts } from './page-scripts.tsx'
import { InPrint } from './print/in-print.tsx'
import { Advertisement } from './support/advertisement.tsx'
import { DonationBox } from './support/donation-box.tsx'

type Props = {
  paper: PaperView
  path: string
  inPrint: readonly InPrintView[]
  mostRead: readonly Pick<StoryCardView, 'path' | 'headline' | 'section'>[]
  support: SupportView
  reading: { counts: boolean; offline: boolean }
}

/** What stands below a story and is not of it: where it stood in print, the advertisement of this page, the stories that are read most, and the box for donations. */
export function AfterStory({ paper, path, inPrint, mostRead, support, reading }: Props) {
  const words = wordsOf(paper.language)
  return (
    <>
      <InPrint places={inPrint} words={words} />
      <Advertisement support={support} place="story" path={path} words={words} />
      <MostRead stories={mostRead.filter((story) => story.path !== path)} words={words} />
      <DonationBox donation={support.donation} language={paper.language} words={words} />
      <PageScripts path={path} reading={reading} />
    </>
  )
}
