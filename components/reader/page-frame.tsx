import type { ReactNode } from 'react'
import { tellIn } from '#components/story/told-in.ts'
import { FIRST_LOOK } from '#domain/look/look.ts'
import { sectionStyle } from '#domain/sections.ts'
import type { PaperView } from '#domain/story-view.ts'
import { wordsOf } from '#domain/words/words.ts'
import { Foot } from './foot.tsx'
import { LookStyle } from './look-style.tsx'
import { Masthead } from './masthead.tsx'
import { PageLanguage } from './page-status.tsx'

type Props = {
  paper: PaperView
  /** The slug of the section that the page belongs to; `search`, which no section can be called, for the search. */
  current?: string | null
  /** Whether this is the front page. */
  front?: boolean
  /** On the front page: when its newest story came out (ISO 8601). */
  latest?: string | null
  children: ReactNode
}

/** What stands around every page of the paper: skip link, masthead, main, foot. */
export function PageFrame({ paper, current = null, front = false, latest = null, children }: Props) {
  tellIn(paper.language)
  const words = wordsOf(paper.language).frame
  const look = paper.look ?? FIRST_LOOK
  const style = sectionStyle(paper.sections)
  return (
    <div className="paper" lang={paper.language} {...(look.typefaces === 'press' ? {} : { 'data-typefaces': look.typefaces })}>
      <LookStyle look={look} />
      <PageLanguage language={paper.language} />
      {style !== '' && (
        <style href="sections" precedence="paper">
          {style}
        </style>
      )}
      <a className="skip-link" href="#main">
        {words.skip}
      </a>
      <Masthead paper={paper} current={current} front={front} latest={latest} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Foot paper={paper} />
    </div>
  )
}
