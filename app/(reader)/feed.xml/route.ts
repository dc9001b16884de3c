import { feedAnswer } from '../machine-answer.ts'

/** The newest stories of the whole paper, as RSS 2.0. */
export async function GET(): Promise<Response> {
  return feedAnswer({ kind: 'paper' }, 'rss')
}
