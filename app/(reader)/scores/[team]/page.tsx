import type { Metadata } from 'next'
import { NotInThePaper } from '#components/reader/not-in-the-paper.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { TeamPage } from '#components/reader/sports/team-page.tsx'
import { StructuredData } from '#components/story/json-ld.tsx'
import { sportsEvents } from '#domain/sports/structured.ts'
import { teamName } from '#domain/sports/words.ts'
import { wordsOf } from '#domain/words/words.ts'
import { publishedPaper } from '#server/settings/published.ts'
import { publishedTeam } from '#server/sports/published.ts'
import { siteOrigin } from '../../site-url.ts'

type Props = { params: Promise<{ team: string }> }

// Next wants one address at build time, when there is no database; '-' can be no team's.
export function generateStaticParams() {
  return [{ team: '-' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { team: slug } = await params
  const [found, { name: paper, language }] = [await publishedTeam(slug), await publishedPaper()]
  if (found === null) return { title: wordsOf(language).missing.name, robots: { index: false } }
  const name = `${teamName(found.team, language)} ${found.team.schoolYear}`
  return { title: name, description: wordsOf(language).sports.description(name, paper), alternates: { canonical: `/scores/${slug}` }, openGraph: { type: 'website', siteName: paper, title: name, url: `/scores/${slug}` } }
}

export default async function OneTeamPage({ params }: Props) {
  const { team: slug } = await params
  const [paper, found] = [await publishedPaper(), await publishedTeam(slug)]
  return (
    <PageFrame paper={paper}>
      {found === null ? (
        <NotInThePaper language={paper.language} />
      ) : (
        <>
          <TeamPage view={found} timeZone={paper.timeZone} language={paper.language} />
          {found.games.length > 0 && <StructuredData data={sportsEvents(found, { origin: siteOrigin(), language: paper.language })} />}
        </>
      )}
    </PageFrame>
  )
}
