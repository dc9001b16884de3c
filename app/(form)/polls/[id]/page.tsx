import type { Metadata } from 'next'
import { NotInThePaper } from '#components/reader/not-in-the-paper.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { PollPage } from '#components/reader/poll-page.tsx'
import { wordsOf } from '#domain/words/words.ts'
import { publishedPoll } from '#server/polls/published.ts'
import { publishedPaper } from '#server/settings/published.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await publishedPaper()
  return { title: wordsOf(language).polls.poll, robots: { index: false } }
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }
const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')

export default async function PollResultsPage({ params, searchParams }: Props) {
  const [{ id }, asked] = [await params, await searchParams]
  const receipt = one(asked['receipt'])
  const [paper, poll] = [await publishedPaper(), await publishedPoll(id, receipt)]
  return (
    <PageFrame paper={paper}>
      {poll === null ? <NotInThePaper language={paper.language} /> : <PollPage poll={poll} words={wordsOf(paper.language).polls} voted={receipt === '' ? null : one(asked['voted']) === 'before' ? 'before' : 'now'} option={one(asked['option'])} ticket={one(asked['ticket'])} problem={one(asked['problem'])} back={one(asked['back'])} />}
    </PageFrame>
  )
}
