import { feedAnswer } from '../../machine-answer.ts'

/** The newest stories of a section, as JSON Feed. */
export async function GET(_: Request, { params }: { params: Promise<{ section: string }> }): Promise<Response> {
  return feedAnswer({ kind: 'section', slug: (await params).section }, 'json')
}
