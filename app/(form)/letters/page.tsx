import type { Metadata } from 'next'
import { LetterForm } from '#components/reader/letter-forms.tsx'
import { WrittenPage } from '#components/reader/written-page.tsx'
import { wordsOf } from '#domain/words/words.ts'
import { withForm } from '#server/reader-forms/published.ts'
import { publishedPaper } from '#server/settings/published.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { language, name } = await publishedPaper()
  const { letterTitle, letterLead } = wordsOf(language).letters
  return { title: `${letterTitle} | ${name}`, description: letterLead }
}

export default async function LettersPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [paper, { now, values, problems }] = [await publishedPaper(), await withForm(await searchParams)]
  const { letters: words, forms } = wordsOf(paper.language)
  const rules = (
    <>
      <h2>{words.rules}</h2>
      <ul>
        {words.ruleList.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </>
  )
  return (
    <WrittenPage paper={paper} words={words} said={{ title: words.letterTitle, lead: words.letterLead, sent: words.letterSent }} now={now} before={rules}>
      <LetterForm words={words} trap={forms.trap} values={values} problems={problems} />
      <p className="form-promise">
        {words.toTips} <a href="/tips">{words.toTipsLink}</a>
      </p>
    </WrittenPage>
  )
}
