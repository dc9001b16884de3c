import type { Metadata } from 'next'
import { TipForm } from '#components/reader/letter-forms.tsx'
import { WrittenPage } from '#components/reader/written-page.tsx'
import { wordsOf } from '#domain/words/words.ts'
import { withForm } from '#server/reader-forms/published.ts'
import { publishedPaper } from '#server/settings/published.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { language, name } = await publishedPaper()
  const { tipTitle, tipLead } = wordsOf(language).letters
  return { title: `${tipTitle} | ${name}`, description: tipLead }
}

export default async function TipsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [paper, { now, values, problems }] = [await publishedPaper(), await withForm(await searchParams)]
  const { letters: words, forms } = wordsOf(paper.language)
  const care = (
    <>
      <p>{words.tipKept}</p>
      <p>{words.tipCare}</p>
    </>
  )
  return (
    <WrittenPage paper={paper} words={words} said={{ title: words.tipTitle, lead: words.tipLead, sent: words.tipSent }} now={now} before={care}>
      <TipForm words={words} trap={forms.trap} values={values} problems={problems} />
    </WrittenPage>
  )
}
