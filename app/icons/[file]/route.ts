import { iconAsked } from '#domain/look/icons.ts'
import { publishedIcon } from '#server/look/published.ts'
import { drawnAnswer, NAMED } from '../../(reader)/drawn-answer.ts'

/** An icon of the paper, by the name of what is in it and its size. */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const asked = iconAsked((await params).file)
  return drawnAnswer(asked === null ? { kind: 'none' } : await publishedIcon(asked.name, asked.key), 'image/png', NAMED)
}
