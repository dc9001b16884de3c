import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { NotInThePaper } from '#components/reader/not-in-the-paper.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { PersonPage } from '#components/reader/people/person-page.tsx'
import { publishedPaper } from '#server/settings/published.ts'
import { publishedPerson } from '#server/staff/published.ts'
import { siteOrigin } from '../../../../site-url.ts'
import '../../../people.css'
import { personMetadata } from '../../person-metadata.ts'

type Props = { params: Promise<{ handle: string; id: string }> }

// Next wants one address at build time, when there is no database; '-' can be nobody's.
export function generateStaticParams() {
  return [{ handle: '-', id: '-' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { handle, id } = await params
  return personMetadata(await publishedPerson(handle, id), id)
}

/** The stories of somebody's that are older than one of theirs. */
export default async function OlderStoriesOfPersonPage({ params }: Props) {
  const { handle, id } = await params
  const [paper, answer] = [await publishedPaper(), await publishedPerson(handle, id)]
  if (answer.kind === 'moved') return permanentRedirect(answer.path)
  return <PageFrame paper={paper}>{answer.kind === 'none' ? <NotInThePaper language={paper.language} /> : <PersonPage person={answer.person} paper={paper} place={{ origin: siteOrigin(), older: true }} />}</PageFrame>
}
