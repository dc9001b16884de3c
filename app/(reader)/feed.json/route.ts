import { feedAnswer } from '../machine-answer.ts'

/** The newest stories of the whole paper, as JSON Feed. */
export async function GET(): Promise<Response> {
  return feedAnswer({ kind: 'paper' }, 'json')
}
