import { expect, test } from 'vitest'
import { GROUNDS } from './look/colours.ts'
import { leastContrast } from './look/contrast.ts'
import { newSectionSchema, sectionChangeSchema, sectionColorSchema, sectionsInOrder, sectionStyle } from './sections.ts'

const SECTION = '01920000-0000-7000-8000-000000000001'

test('a colour must be one, and readable on the paper; the nearest one that is, is named', () => {
  expect(sectionColorSchema.parse('')).toBe('')
  expect(sectionColorSchema.parse(' #1F4E79 ')).toBe('#1f4e79')
  expect(sectionColorSchema.safeParse('blue').error?.issues.map(({ message }) => message)).toEqual(['Write a colour as # and six digits, such as #9a1b1e.'])
  const [message = ''] = sectionColorSchema.safeParse('#ffdd00').error?.issues.map((issue) => issue.message) ?? []
  expect(message).toMatch(/contrast is 1\.\d to 1, and text needs 4\.5 to 1/)
  const [offered = ''] = /#[0-9a-f]{6}(?=\.$)/.exec(message) ?? []
  expect(sectionColorSchema.parse(offered)).toBe(offered)
})

test('an address of a section is a free one; nothing chosen as parent is none', () => {
  const section = { sectionId: SECTION, name: 'Campus', slug: 'campus', color: '', parentId: '' }
  expect(sectionChangeSchema.parse(section)).toEqual({ ...section, parentId: null, needsRiskChecklist: false })
  expect(sectionChangeSchema.parse({ ...section, needsRiskChecklist: 'on' }).needsRiskChecklist).toBe(true)
  for (const slug of ['archive', 'tag', 'Campus', '']) expect(sectionChangeSchema.safeParse({ ...section, slug }).success).toBe(false)
  expect(newSectionSchema.parse({ name: 'Soccer', parentId: SECTION })).toEqual({ name: 'Soccer', parentId: SECTION })
})

test('parts follow their section, and what has lost its section stands alone', () => {
  const section = (id: string, position: number, parentId: string | null = null) => ({ id, position, parentId })
  const order = sectionsInOrder([section('c', 9), section('a2', 5, 'a'), section('lost', 4, 'gone'), section('a', 2), section('a1', 1, 'a'), section('b', 2)])
  expect(order.map(({ id }) => id)).toEqual(['a', 'a1', 'a2', 'b', 'lost', 'c'])
})

test('the style holds colours of sections alone, readable on both papers', () => {
  expect(sectionStyle([{ slug: 'news', color: '' }, { slug: 'arts' }])).toBe('')
  expect(sectionStyle([{ slug: 'x"]{}</style>', color: '#123456' }, { slug: 'news', color: 'red;}' }])).toBe('')
  const [, light = '', dark = ''] = /^\[data-section="sports"\]\{--section:light-dark\((#[0-9a-f]{6}),(#[0-9a-f]{6})\)\}$/.exec(sectionStyle([{ slug: 'sports', color: '#123456' }])) ?? []
  expect(light).toBe('#123456')
  expect(leastContrast(dark, GROUNDS.dark)).toBeGreaterThanOrEqual(4.5)
  // One that was kept before it had to be readable is printed in a tone that is.
  expect(sectionStyle([{ slug: 'arts', color: '#ffdd00' }])).not.toContain('#ffdd00,')
})
