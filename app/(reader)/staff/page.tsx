import type { Metadata } from 'next'
import { MastheadPage } from '#components/reader/people/masthead-page.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { wordsOf } from '#domain/words/words.ts'
import { publishedPaper } from '#server/settings/published.ts'
import { publishedMasthead } from '#server/staff/published.ts'
import { mastheadMetadata } from './masthead-metadata.ts'
import './people.css'

export async function generateMetadata(): Promise<Metadata> {
  const masthead = await publishedMasthead(null)
  if (masthead !== null) return mastheadMetadata(masthead, '/staff')
  return { title: wordsOf((await publishedPaper()).language).people.masthead, alternates: { canonical: '/staff' } }
}

export default async function StaffPage() {
  const [paper, masthead] = [await publishedPaper(), await publishedMasthead(null)]
  return (
    <PageFrame paper={paper}>
      <MastheadPage masthead={masthead ?? { schoolYear: '', people: [], years: [] }} language={paper.language} />
    </PageFrame>
  )
}
