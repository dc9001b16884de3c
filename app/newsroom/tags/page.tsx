import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { TagLines } from '#components/newsroom/series/tag-lines.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { MOST_TAGS, tagLines } from '#server/topics/queries.ts'
import { renameTagAction } from './actions.ts'

export default async function TagsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  const verdict = decide(actor.role, 'keepTags')
  if (!verdict.allowed) return <Forbidden reason={verdict.reason} />
  const { find } = await searchParams
  const words = typeof find === 'string' ? find : ''
  const tags = await tagLines(actor, words)
  return (
    <>
      <title>Tags · Newsroom</title>
      <PageHeader title="Tags" lead="A new name is on every story at once. Give a tag the name of another one to make the two one. Old addresses lead to the new ones." action={<a href="/newsroom/series" className="button">Series</a>} />
      <TagLines tags={tags.slice(0, MOST_TAGS)} more={tags.length > MOST_TAGS} words={words} rename={renameTagAction} />
    </>
  )
}
