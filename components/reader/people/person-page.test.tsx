import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { PaperView, PersonView } from '#domain/story-view.ts'
import { HOSTILE_TEXT } from '../../story/hostile-text.ts'
import { MastheadPage } from './masthead-page.tsx'
import { profilePage } from './person-json-ld.tsx'
import { PersonPage } from './person-page.tsx'

const PAPER: PaperView = { name: 'The Light', motto: '', timeZone: 'America/Los_Angeles', language: 'en', sections: [], pages: [] }
const PLACE = { paper: 'The Light', origin: 'https://paper.test' }
const asset = { id: 'a', width: 480, height: 480, placeholder: '', variants: [{ key: 'k.webp', format: 'webp' as const, width: 480, height: 480 }] }
const focus = { focalX: 0.5, focalY: 0.5 }
const person: PersonView = {
  name: 'Ana R.', handle: 'ana-r', classOf: 2026, bio: 'I write.\nI run.', portrait: { asset, alt: 'Ana at a desk', focus },
  roles: [{ schoolYear: '2026-27', position: 'Photo Editor', sections: ['News'] }, { schoolYear: '2025-26', position: 'Staff Writer', sections: [] }],
  stories: [], next: null, pictures: [{ asset: { ...asset, id: 'b' }, alt: 'A gate', focus, story: { path: '/news/gate', headline: 'The gate' } }],
}
const html = (change: Partial<PersonView> = {}, older = false) => renderToStaticMarkup(<PersonPage person={{ ...person, ...change }} paper={PAPER} place={{ origin: PLACE.origin, older }} />)

test('a page says who somebody is, what they were, and where their pictures stand', () => {
  const page = html()
  for (const words of ['<h1 dir="auto">Ana R.</h1>', 'Photo Editor · Class of 2026', 'I run.', 'alt="Ana at a desk"', 'href="/staff/2025-26"', 'href="/news/gate"', 'alt="A gate"']) expect(page).toContain(words)
  expect(page).not.toContain('feed.xml')
})

test('a page of older stories says no more of them, and where the newest are', () => {
  const page = html({ next: 'x' }, true)
  expect(page).toContain('href="/staff/ana-r"')
  for (const words of ['I run.', 'Ana at a desk', 'ld+json', 'A gate']) expect(page).not.toContain(words)
})

test('nobody of theirs is invented: without stories and pictures it says so', () => {
  expect(html({ pictures: [], portrait: null, bio: '', roles: [], classOf: null })).toContain('Nothing of theirs is in the paper yet.')
})

test('the ProfilePage names the person as readers see them, and leaves out what there is not', () => {
  expect(profilePage(person, PLACE)).toMatchObject({ '@type': 'ProfilePage', mainEntity: { '@type': 'Person', name: 'Ana R.', url: 'https://paper.test/staff/ana-r', jobTitle: 'Photo Editor', image: ['https://paper.test/api/media/k.webp'] } })
  const bare = profilePage({ ...person, bio: '', roles: [], portrait: null }, PLACE)['mainEntity']
  expect(Object.keys(bare as object)).toEqual(['@type', '@id', 'name', 'url', 'affiliation'])
})

test.each(HOSTILE_TEXT)('words stay words: %j', (text) => {
  const page = html({ name: text, bio: text, pictures: [] })
  expect(page).not.toMatch(/<script>(?!\{)|<img src=x/i)
})

test('a masthead has its groups, ways to pages, and the other years', () => {
  const one = { name: 'Ana R.', handle: 'ana-r', position: 'Editor in Chief', sections: [], classOf: null, portrait: null }
  const page = renderToStaticMarkup(<MastheadPage language="es" masthead={{ schoolYear: '2026-27', years: ['2026-27', '2025-26'], people: [one, { ...one, name: 'Bo', handle: null, position: '' }] }} />)
  for (const words of ['Equipo de 2026-27', 'Editores', '<a href="/staff/ana-r">Ana R.</a>', 'dir="auto">Bo</p>', 'href="/staff/2025-26"']) expect(page).toContain(words)
  expect(renderToStaticMarkup(<MastheadPage language="en" masthead={{ schoolYear: '', years: [], people: [] }} />)).toContain('Nobody from this year is named.')
})
