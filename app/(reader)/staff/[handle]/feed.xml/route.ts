import { feedAnswer } from '../../../machine-answer.ts'

/** The newest stories that somebody signs, as RSS 2.0. Mastheads have no feed: where their year stands, here stands a name in address form. */
export async function GET(_: Request, { params }: { params: Promise<{ handle: string }> }): Promise<Response> {
  return feedAnswer({ kind: 'author', slug: (await params).handle }, 'rss')
}
