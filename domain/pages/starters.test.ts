import { describe, expect, it } from 'vitest'
import { accessProblems } from '../access-checks.ts'
import { plainText } from '../document/plain-text.ts'
import { storyDocumentSchema } from '../document/schema.ts'
import { REVIEW_POLICIES } from '../policy.ts'
import { isFreePageSlug, isFreeSectionSlug } from '../slug.ts'
import { LANGUAGES, type Language } from '../words/language.ts'
import { inPageOrder } from './page-order.ts'
import { newPageSchema, STARTER_NAMES, STARTER_NOTES, STARTERS, startText } from './starters.ts'

const FACTS = { paper: 'The Light', policy: 'ADVISER_APPROVES', contact: 'desk@school.example', day: 'November 30, 2026' } as const
const languages = Object.keys(LANGUAGES) as Language[]

describe.each(languages)('the starter texts in %s', (language) => {
  it.each(STARTERS)('%s is a sound document with the paper’s facts, at an address that no section can take', (starter) => {
    for (const policy of REVIEW_POLICIES) {
      const { headline, deck, slug, body } = startText(starter, language, { ...FACTS, policy })
      expect(storyDocumentSchema.safeParse(body).success).toBe(true)
      expect(accessProblems(body)).toEqual([])
      expect([headline, deck].every((words) => words.trim() !== '')).toBe(true)
      expect(`${headline} ${deck} ${plainText(body)}`).toContain(FACTS.paper)
      expect(JSON.stringify(body)).toContain(`mailto:${FACTS.contact}`)
      expect(`${headline}${deck}${plainText(body)}`).not.toMatch(/[[\]{}]|undefined|TODO/)
      expect([isFreePageSlug(slug), isFreeSectionSlug(slug)]).toEqual([true, false])
    }
  })

  it('names the day and the standard in the accessibility statement', () => {
    expect(plainText(startText('accessibility', language, FACTS).body)).toMatch(/WCAG\) 2\.2.*November 30, 2026/s)
  })

  it('tells who decides', () => {
    const texts = REVIEW_POLICIES.map((policy) => plainText(startText('policies', language, { ...FACTS, policy }).body))
    expect(new Set(texts).size).toBe(REVIEW_POLICIES.length)
  })
})

it('a page without a starter is empty', () => {
  expect(startText(null, 'en', FACTS)).toMatchObject({ headline: '', deck: '', slug: '' })
})

it('every starter has a name and says what to see to', () => {
  for (const starter of STARTERS) expect(`${STARTER_NAMES[starter]}${STARTER_NOTES[starter]}`).toContain('settle this note')
})

it('a starter text needs an address for readers, an empty page does not', () => {
  expect(newPageSchema.safeParse({ starter: '', contact: '' }).data).toEqual({ starter: '' })
  expect(newPageSchema.safeParse({ starter: 'contact', contact: 'Desk@School.example' }).data).toEqual({ starter: 'contact', contact: 'desk@school.example' })
  expect(newPageSchema.safeParse({ starter: 'contact', contact: 'nobody' }).success).toBe(false)
  expect(newPageSchema.safeParse({ starter: 'no-such', contact: 'desk@school.example' }).success).toBe(false)
})

it('the foot of the paper has about, contact, policies and accessibility first, the others by title', () => {
  const page = (path: string, title: string) => ({ path, title })
  expect(inPageOrder([page('/join', 'Join us'), page('/accessibility', 'A'), page('/ads', 'Advertise'), page('/about', 'Z')]).map(({ path }) => path)).toEqual(['/about', '/accessibility', '/ads', '/join'])
})
