import { expect, it } from 'vitest'
import type { StoryDocument } from './document/schema.ts'
import { shownCredit, withShownCredits } from './shown-credits.ts'

const ana = (bylineForm: 'FULL' | 'SHORT' | 'HIDDEN', formerName = 'Ana Ruiz') => ({ name: 'Ana Ruiz', bylineForm, formerName })

it.each([
  ['Ana Ruiz', 'SHORT', 'Ana R.'],
  ['Ana R.', 'SHORT', 'Ana R.'],
  ['Ana Ruiz / The Light', 'SHORT', 'Ana R. / The Light'],
  ['Photo by ANA RUIZ', 'SHORT', 'Photo by Ana R.'],
  ['It was Ana Ruiz.', 'SHORT', 'It was Ana R.'],
  ['Ana Ruiz', 'HIDDEN', ''],
  ['Ana R.', 'HIDDEN', ''],
  ['Ana Ruiz / The Light', 'HIDDEN', 'The Light'],
  ['Lee Park', 'HIDDEN', 'Lee Park'],
  ['Ana Ruiz', 'FULL', 'Ana Ruiz'],
  ['Ana R.', 'FULL', 'Ana R.'],
  ['', 'HIDDEN', ''],
] as const)('%j with %s is %j', (credit, form, shown) => {
  expect(shownCredit(credit, ana(form), 'FULL')).toBe(shown)
})

it('obeys the paper, knows a former name, and leaves alone what nobody on staff made', () => {
  expect(shownCredit('Ana Ruiz', ana('FULL'), 'SHORT')).toBe('Ana R.')
  expect(shownCredit('Ana Soto', ana('FULL', 'Ana Soto'), 'FULL')).toBe('Ana Ruiz')
  expect(shownCredit('Ana S. and Ana Soto', ana('SHORT', 'Ana Soto'), 'FULL')).toBe('Ana R. and Ana R.')
  expect(shownCredit('Ana Soto', ana('HIDDEN', 'Ana Soto'), 'FULL')).toBe('')
  expect(shownCredit('Ana Ruiz', null, 'SHORT')).toBe('Ana Ruiz')
})

it('shows credits of pictures, galleries and stills so', () => {
  const image = { type: 'image' as const, attrs: { assetId: 'a', caption: 'Ana Ruiz', alt: '', credit: 'Ana Ruiz' } }
  const body: StoryDocument = {
    type: 'doc',
    content: [
      image,
      { type: 'gallery', content: [image] },
      { type: 'embed', attrs: { url: 'https://example.org', title: '', stillAssetId: 'a', stillCredit: 'Ana Ruiz' } },
      { type: 'embed', attrs: { url: 'https://example.org', title: '' } },
      { type: 'image', attrs: { ...image.attrs, assetId: 'b' } },
    ],
  }
  const shown = withShownCredits(body, { a: ana('SHORT') }, 'FULL')
  expect(JSON.stringify(shown).match(/Ana R\./g)).toHaveLength(3)
  expect(shown.content[4]).toEqual(body.content[4])
  expect(shown.content[0]).toMatchObject({ attrs: { caption: 'Ana Ruiz' } })
})
