import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { PaperView, StoryView } from '#domain/story-view.ts'
import { Foot } from './foot.tsx'
import { PaperPage } from './paper-page.tsx'

const PAPER: PaperView = { name: 'The Light', motto: '', timeZone: 'UTC', language: 'en', sections: [], pages: [] }
const PAGE: StoryView = {
  headline: 'Contact', deck: '', section: null, tags: [], bylines: [], publishedAt: null, updatedAt: null, lead: null, assets: {}, related: {}, corrections: [], series: null, template: null,
  body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Write to us.' }] }] },
}

test('the page that says how to reach the paper leads to its forms, and no other does', () => {
  const html = (contact: boolean, language: PaperView['language'] = 'en') => renderToStaticMarkup(<PaperPage page={PAGE} paper={{ ...PAPER, language }} contact={contact} />)
  expect(html(true)).toMatch(/href="\/letters">Write a letter to the editor<.*href="\/tips">Send a tip</)
  expect(html(true, 'es')).toContain('href="/tips">Envía una pista<')
  expect(html(false)).not.toContain('/tips')
})

test('the foot of every page leads to letters and tips', () => {
  expect(renderToStaticMarkup(<Foot paper={PAPER} />)).toMatch(/href="\/letters">Write to us<.*href="\/tips">Send a tip</)
})
