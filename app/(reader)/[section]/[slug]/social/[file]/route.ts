import { publishedSocial } from '#server/look/published.ts'
import { drawnAnswer, NAMED } from '../../../../drawn-answer.ts'

const FILE = /^([0-9a-f]{16})\.jpg$/

/** The picture that links to a story show on other sites: while the story is live, and of what it is now. */
export async function GET(_: Request, { params }: { params: Promise<{ section: string; slug: string; file: string }> }): Promise<Response> {
  const { section, slug, file } = await params
  const [, key] = FILE.exec(file) ?? []
  return drawnAnswer(key === undefined ? { kind: 'none' } : await publishedSocial(section, slug, key), 'image/jpeg', NAMED)
}
