import { feedAnswer } from '../../machine-answer.ts'

/** The newest stories of a section, as RSS 2.0. */
export async function GET(_: Request, { params }: { params: Promise<{ section: string }> }): Promise<Response> {
  return feedAnswer({ kind: 'section', slug: (await params).section }, 'rss')
}
