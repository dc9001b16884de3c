import { feedAnswer } from '../../../machine-answer.ts'

/** The newest stories with a tag, as JSON Feed. */
export async function GET(_: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return feedAnswer({ kind: 'tag', slug: (await params).slug }, 'json')
}
