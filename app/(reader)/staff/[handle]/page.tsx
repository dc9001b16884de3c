import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { NotInThePaper } from '#components/reader/not-in-the-paper.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { MastheadPage } from '#components/reader/people/masthead-page.tsx'
import { PersonPage } from '#components/reader/people/person-page.tsx'
import { isSchoolYear } from '#domain/school-year.ts'
import { publishedPaper } from '#server/settings/published.ts'
import { publishedMasthead, publishedPerson } from '#server/staff/published.ts'
import { siteOrigin } from '../../site-url.ts'
import { mastheadMetadata } from '../masthead-metadata.ts'
import { noPerson, personMetadata } from './person-metadata.ts'
import '../people.css'

type Props = { params: Promise<{ handle: string }> }

// Next wants one address at build time, when there is no database; '-' can be nobody's.
export function generateStaticParams() {
  return [{ handle: '-' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { handle } = await params
  if (!isSchoolYear(handle)) return personMetadata(await publishedPerson(handle, null), null)
  const masthead = await publishedMasthead(handle)
  return masthead === null ? noPerson() : mastheadMetadata(masthead, `/staff/${handle}`)
}

/** The masthead of a school year ("2026-27"), or the page of somebody on staff: no handle looks like a year. */
export default async function StaffOfYearOrPersonPage({ params }: Props) {
  const { handle } = await params
  const paper = await publishedPaper()
  if (isSchoolYear(handle)) {
    const masthead = await publishedMasthead(handle)
    return <PageFrame paper={paper}>{masthead === null ? <NotInThePaper language={paper.language} /> : <MastheadPage masthead={masthead} language={paper.language} />}</PageFrame>
  }
  const answer = await publishedPerson(handle, null)
  if (answer.kind === 'moved') return permanentRedirect(answer.path)
  return <PageFrame paper={paper}>{answer.kind === 'none' ? <NotInThePaper language={paper.language} /> : <PersonPage person={answer.person} paper={paper} place={{ origin: siteOrigin(), older: false }} />}</PageFrame>
}
