import { feedAnswer } from '../../../machine-answer.ts'

/** The newest stories with a tag, as RSS 2.0. */
export async function GET(_: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return feedAnswer({ kind: 'tag', slug: (await params).slug }, 'rss')
}
