import { describe, expect, it } from 'vitest'
import { contentProblems, fieldOf, fieldProblems } from './content-problems.ts'
import { BLANK } from './draft/fake-world.ts'

const picture = (caption: string) => ({ type: 'image' as const, attrs: { assetId: '0198c0de-0000-7000-8000-000000000000', caption, alt: '', credit: '' } })

describe('problems beside their fields', () => {
  it('maps the paths of a save to the fields of the screen', () => {
    expect(['content.headline', 'content.bylines.0.credit', 'content.sectionId', 'content.lead.alt', 'content.body', 'bylines', 'section', 'image.2'].map(fieldOf)).toEqual([
      'headline', 'bylines', 'section', 'lead', 'body', 'bylines', 'section', 'image-2',
    ])
    expect(['', 'version', 'content'].map(fieldOf)).toEqual([undefined, undefined, undefined])
    expect(fieldOf('image')).toBe('image')
    expect(fieldProblems([{ message: 'a' }, { field: 'version', message: 'b' }, { field: 'content.tags.3', message: 'c' }])).toEqual([
      { message: 'a' }, { message: 'b' }, { field: 'tags', message: 'c' },
    ])
  })

  it('finds nothing in content that can be stored', () => {
    expect(contentProblems(BLANK)).toEqual([])
    expect(contentProblems({ ...BLANK, body: { type: 'doc', content: [picture('fine')] } })).toEqual([])
  })

  it('names the field, and the picture whose words are too long', () => {
    const content = { ...BLANK, headline: 'x'.repeat(201), body: { type: 'doc' as const, content: [picture(''), picture('x'.repeat(1001))] } }
    expect(contentProblems(content)).toEqual([
      { field: 'headline', message: 'Keep the headline under 200 characters.' },
      { field: 'image-2', message: 'Picture 2: Keep a caption under 1,000 characters.' },
    ])
  })

  it('has a plain sentence for a body that fits no form', () => {
    const content = { ...BLANK, body: { type: 'doc' as const, content: [{ type: 'pullQuote' as const, attrs: { attribution: 'x'.repeat(121) } }] } }
    expect(contentProblems(content)).toEqual([{ field: 'body', message: 'Part of the text cannot be stored. Undo your last change and try again.' }])
  })
})
