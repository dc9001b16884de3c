import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { creditClaim, creditClaims } from './credits.ts'
import { RIGHTS, type AssetStanding, type Rights } from './media.ts'

const kindsOf = (credit: string) => creditClaims(credit).map(({ kind, name }) => `${kind}: ${name}`)

describe('a credit that names a source', () => {
  test.each([
    ['AP', 'agency: AP'],
    ['AP Photo', 'agency: AP'],
    ['AP Photo/Lee Park', 'agency: AP'],
    ['Lee Park/AP', 'agency: AP'],
    ['Lee Park, AP', 'agency: AP'],
    ['Lee Park via AP', 'agency: AP'],
    ['Photo by AP', 'agency: AP'],
    ['photo: ap', 'agency: AP'],
    ['Lee Park (AP)', 'agency: AP'],
    ['The Associated Press', 'agency: AP'],
    ['Courtesy of AP News', 'agency: AP'],
    ['© 2026 Reuters', 'agency: Reuters'],
    ['REUTERS/Lee Park', 'agency: Reuters'],
    ['Lee Park/AFP', 'agency: AFP'],
    ['AFP via Getty', 'agency: AFP'],
    ['Getty Images', 'agency: Getty Images'],
    ['GettyImages', 'agency: Getty Images'],
    ['Lee Park / Getty', 'agency: Getty Images'],
    ['Photo courtesy of Getty', 'agency: Getty Images'],
    ['EPA', 'agency: EPA'],
    ['EPA-EFE/Lee Park', 'agency: EPA'],
    ['Shutterstock', 'agency: Shutterstock'],
    ['Adobe Stock', 'agency: Adobe Stock'],
    ['stock.adobe.com', 'agency: Adobe Stock'],
    ['iStockphoto', 'agency: iStock'],
    ['Alamy Stock Photo', 'agency: Alamy'],
    ['Lee Park/Magnum', 'agency: Magnum Photos'],
    ['Magnum Photos', 'agency: Magnum Photos'],
    ['Lee Park/Bloomberg', 'agency: Bloomberg'],
    ['Bloomberg via Getty Images', 'agency: Bloomberg'],
    ['ZUMA Press', 'agency: ZUMA Press'],
    ['Lee Park-Imagn Images', 'agency: Imagn'],
    ['USA TODAY Sports', 'agency: USA TODAY'],
    ['Lee Park/TNS', 'agency: Tribune News Service'],
    ['Courtesy of the New York Times', 'agency: The New York Times'],
    ['LA Times', 'agency: Los Angeles Times'],
    ['ESPN', 'agency: ESPN'],
    ['Instagram', 'social: Instagram'],
    ['From Ana’s Instagram', 'social: Instagram'],
    ['via Facebook', 'social: Facebook'],
    ['Photo from FB', 'social: Facebook'],
    ['TikTok', 'social: TikTok'],
    ['Snapchat', 'social: Snapchat'],
    ['X', 'social: X'],
    ['Lee Park via X', 'social: X'],
    ['Photo: X', 'social: X'],
    ['Lee Park on X', 'social: X'],
    ['Twitter', 'social: X'],
    ['Pinterest', 'social: Pinterest'],
    ['r/photography', 'social: Reddit'],
    ['YouTube', 'social: YouTube'],
    ['Flickr', 'social: Flickr'],
    ['@harborlight', 'social: an account'],
    ['Courtesy of @ana.ruiz', 'social: an account'],
    ['Unsplash', 'site: Unsplash'],
    ['Photo by Lee Park on Pexels', 'site: Pexels'],
    ['https://pictures.example/1', 'site: a web address'],
    ['harborlight.com', 'site: a web address'],
    ['Wikipedia', 'commons: Wikipedia'],
    ['Lee Park / Wikimedia Commons', 'commons: Wikimedia Commons'],
    ['Creative Commons', 'commons: Wikimedia Commons'],
    ['Wiki Commons', 'commons: Wikimedia Commons'],
    ['Photo by Google', 'finder: Google'],
    ['Google Images', 'finder: Google'],
    ['Courtesy of Google', 'finder: Google'],
    ['Bing', 'finder: Bing'],
    ['from the internet', 'finder: the internet'],
    ['Internet', 'finder: the internet'],
    ['Stock photo', 'finder: a stock picture'],
    ['Unknown', 'finder: “unknown”'],
    ['N/A', 'finder: “unknown”'],
    ['Courtesy of City Museum', 'courtesy: City Museum'],
    ['Lee Park, courtesy of City Museum', 'courtesy: City Museum'],
    ['Provided by the Ruiz family', 'courtesy: the Ruiz family'],
    ['Courtesy', 'courtesy: '],
  ])('%j', (credit, claim) => expect(kindsOf(credit)).toContain(claim))
})

describe('a credit that names somebody', () => {
  test.each([
    '', ' ', 'Ana Ruiz', 'Ap Nguyen', 'AP Studio Art', 'AP Biology students', 'Reuter', 'Paul Reuter', 'The Associated Students', 'Associated Student Body', 'Sarah Bloomberg', 'Ann Getty',
    'Joe Magnum', 'Malcolm X', 'Alex Zuma', 'Epa Tuilagi', 'Photo by staff', 'Illustration by Ana Ruiz', 'Ana Ruiz / Harbor Light', 'Ana R.', 'Harbor High School', 'Dr. Google Nguyen', 'Snap Pham',
    'Bing Crosby', 'Webb Stone', 'Internet Club', 'Amazon Reyes', 'Meta Kim', 'Threads Club', 'Cory Discord-Lee', 'Jo Field (CC BY 4.0)', 'Ana Ruiz, Photo Editor', 'J.R. Fox', 'Fox Newsome', 'Redux Jones', 'Tass Williams',
    'Canva Lopez', 'Jason Wikinson', 'Facey Booker', 'Tristan Ocker', 'Photo by Ana Ruiz for Harbor Light', 'El Niño', '王小明',
  ])('%j is left alone', (credit) => expect(creditClaims(credit)).toEqual([]))
})

const standing = (change: Partial<AssetStanding>) => ({ rights: 'STAFF' as Rights, rightsHolder: '', credit: '', makerKind: 'CONTRIBUTOR' as const, makerName: '', ...change })
const placed = (credit: string, caption = 'Students leave.') => ({ credit, caption })

describe('a right behind the credit', () => {
  test.each([
    ['Lee Park/Reuters', ['LICENSED', 'PERMISSION', 'FAIR_USE'], 'sells its pictures'],
    ['Courtesy of AP News', ['LICENSED', 'PERMISSION', 'FAIR_USE'], 'names AP'],
    ['Instagram', ['PERMISSION', 'LICENSED', 'CREATIVE_COMMONS', 'PUBLIC_DOMAIN', 'FAIR_USE'], 'gives us no right'],
    ['Unsplash', ['PERMISSION', 'LICENSED', 'CREATIVE_COMMONS', 'PUBLIC_DOMAIN', 'FAIR_USE'], 'where a picture was found'],
    ['Wikimedia Commons', ['CREATIVE_COMMONS', 'PUBLIC_DOMAIN'], 'a licence of its own'],
    ['Courtesy of City Museum', ['PERMISSION', 'LICENSED', 'CREATIVE_COMMONS', 'PUBLIC_DOMAIN', 'FAIR_USE'], 'courtesy of City Museum'],
    ['Courtesy', ['PERMISSION', 'LICENSED', 'CREATIVE_COMMONS', 'PUBLIC_DOMAIN', 'FAIR_USE'], 'is a courtesy'],
    ['Photo by Google', [], 'made no picture'],
    ['Ana Ruiz', [...RIGHTS], ''],
  ] as const)('%j', (credit, fitting, words) => {
    for (const rights of RIGHTS) {
      const said = creditClaim(placed(credit), standing({ rights }))
      if ((fitting as readonly Rights[]).includes(rights)) expect(said, rights).toBeNull()
      else expect(said, rights).toContain(words)
    }
  })

  it('is asked for a credit in the caption, the picture’s own, and an agency that made it', () => {
    expect(creditClaim(placed('Ana Ruiz', 'The president speaks (Courtesy of AP News)'), standing({}))).toContain('AP')
    expect(creditClaim(placed('Ana Ruiz'), standing({ credit: 'Reuters' }))).toContain('Reuters')
    expect(creditClaim(placed('Ana Ruiz'), standing({ makerKind: 'AGENCY', makerName: 'Reuters' }))).toContain('Reuters')
    expect(creditClaim(placed('Ana Ruiz'), standing({ makerKind: 'CONTRIBUTOR', makerName: 'Reuters' }))).toBeNull()
  })

  it('is from the agency that the credit names, or from somebody who may sell for it', () => {
    const licensed = (rightsHolder: string, credit = 'AP Photo/Lee Park') => creditClaim(placed(credit), standing({ rights: 'LICENSED', rightsHolder }))
    expect(licensed('Getty Images')).toContain('the licence is from Getty Images')
    expect(licensed('AP')).toBeNull()
    expect(licensed('The Associated Press')).toBeNull()
    expect(licensed('Campus Photo Service')).toBeNull()
    expect(licensed('Getty Images', 'Lee Park / AFP via Getty Images')).toBeNull()
    expect(licensed('Getty Images', 'Ana Ruiz')).toBeNull()
  })

  it('is asked in a whole sentence, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 }), fc.constantFrom(...RIGHTS), (credit, caption, rights) => {
        const said = creditClaim({ credit, caption }, standing({ rights }))
        if (said !== null) expect(said).toMatch(/^The credit .+\.$/s)
      }),
    )
  })
})
