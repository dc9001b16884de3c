import type { ReactNode } from 'react'
import type { PaperView } from '#domain/story-view.ts'
import type { Words } from '#domain/words/words.ts'
import { PageFrame } from './page-frame.tsx'

/** What a page says above its form, and once that was sent. */
type Said = { title: string; lead: string; sent: string }

type Props = {
  paper: PaperView
  words: Words['letters']
  said: Said
  /** `sent`: it has arrived; `lost`: what was written before is not kept any more. */
  now: 'form' | 'lost' | 'sent'
  /** What stands before the form. */
  before: ReactNode
  children: ReactNode
}

/** A page on which readers write to the paper: its form, and what they are told when it was sent. */
export function WrittenPage({ paper, words, said, now, before, children }: Props) {
  return (
    <PageFrame paper={paper}>
      <article className="plain-page">
        <h1>{now === 'sent' ? words.sentTitle : said.title}</h1>
        <p className="plain-page-lead">{now === 'sent' ? said.sent : said.lead}</p>
        {now === 'sent' ? (
          <p>
            <a href="/">{words.front}</a>
          </p>
        ) : (
          <>
            {before}
            {now === 'lost' && <p className="form-problems">{words.gone}</p>}
            {children}
          </>
        )}
      </article>
    </PageFrame>
  )
}
