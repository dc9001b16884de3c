import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { decodeName, isMeaninglessName, looksLikeFileName, proposeWords } from './captions.ts'

const CONTROL = /[\u0000-\u001f\u007f-\u009f]/

describe('decodeName', () => {
  test.each([
    ['Two+robots+at+the+3%2F20%2F23+final.jpg', 'Two robots at the 3/20/23 final'],
    ['debate-team-wins-state.jpeg', 'debate team wins state'],
    ['Science_fair_2026.PNG', 'Science fair 2026'],
    ['2026-03-20-jazz-night.webp', '2026-03-20 jazz night'],
    ['C:\\fakepath\\Jazz night.jpg', 'Jazz night'],
    ['https://paper.example/media/Jazz%20night.jpg?w=300', 'Jazz night'],
    ['https://paper.example/media/Jazz%20night', 'Jazz night'],
    ['photos/2026/Jazz night.jpg', 'Jazz night'],
    ['Jazz night on 3/20/26', 'Jazz night on 3/20/26'],
    ['Jazz+night-1024x683.jpg', 'Jazz night'],
    ['Jazz night (2).jpg.jpg', 'Jazz night'],
    ['Jazz-night-scaled.jpg', 'Jazz night'],
    ['Maths + art club.jpg', 'Maths + art club'],
    ['Grade+A%2B+project.jpg', 'Grade A+ project'],
    ['Cafe%CC%81+opens.jpg', 'Café opens'],
    ['100%+effort%2.jpg', '100% effort%2'],
    ['bad%FFbyte%C3%A9.jpg', 'bad%FFbyteé'],
    ['Line\u0000one\u00a0two\u202egpj.jpg', 'Line one two gpj'],
    ['', ''],
  ])('%j → %j', (raw, words) => expect(decodeName(raw)).toBe(words))

  it('never throws, whatever comes, and lets no control character through', { timeout: 30_000 }, () => {
    const hostile = fc.array(fc.constantFrom('%', '%2', '%zz', '%E0%A4', '%F0%9F', '+', '_', '-', '.jpg', '(', ')', '\u0000', '\ud800', '%00', '%0A', 'a', ' ', '/', 'Photo by ')).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), hostile), (raw) => {
        const { caption, credit } = proposeWords(raw)
        return [decodeName(raw), caption, credit].every((text) => !CONTROL.test(text) && text.isWellFormed() && text === text.trim())
      }),
    )
  })

  it('undoes what a form encodes', () => {
    const words = fc.array(fc.stringMatching(/^[\p{L}\d,'(/%&]{1,8}$/u).map((word) => `w${word}`), { minLength: 2, maxLength: 8 }).map((list) => list.join(' ').normalize('NFC'))
    fc.assert(
      fc.property(words, (text) => {
        fc.pre(decodeURIComponent(encodeURIComponent(text)) === text && !CONTROL.test(text) && !text.includes('\u00ad'))
        expect(decodeName(`${encodeURIComponent(text).replaceAll('%20', '+')}.jpg`)).toBe(text)
      }),
    )
  })

  it('leaves plain words as they are', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-Za-z]{1,10}$/), { minLength: 1, maxLength: 8 }), (list) => {
        expect(decodeName(list.join(' '))).toBe(list.join(' '))
      }),
    )
  })
})

describe('isMeaninglessName', () => {
  test.each([
    'IMG_2041.jpg', 'IMG_2041 (1).HEIC', 'IMG-20260320-WA0007.jpg', 'DSC00123', 'DSC_0042.JPG', 'DSCN1234', 'PXL_20260320_101112123.MP.jpg', 'MVIMG_20260320_101112', 'Screenshot 2024-05-01 at 10.42.13 AM.png',
    'Screen Shot 2024-05-01 at 10.42.13.png', 'Screenshot_20240501-104213_Instagram.jpg', 'download (3)', 'download.jpeg', 'image', 'image0.jpeg', 'images (2)', 'unnamed.png', 'untitled', 'WhatsApp Image 2026-03-20 at 10.11.12.jpeg',
    '7b2f4c1e-93aa-4d0e-8f61-0c1d2e3f4a5b.jpg', '7b2f4c1e93aa4d0e8f610c1d2e3f4a5b', '20260320.jpg', '3%2F20%2F23.jpg', '2026-03-20', '12345', 'P1010023.JPG', 'FB_IMG_1712345678901.jpg', 'AF1QipN3xKd9qL2vT7bZ0', 'Photo (2).jpg', 'copy of IMG_2041', '', '...', '()',
  ])('%j says nothing', (name) => expect(isMeaninglessName(name)).toBe(true))

  test.each(['Jazz night.jpg', 'Class 4B', 'covid19 test centre', 'Image of the team', 'G20 summit', 'Robotics-final-2026', 'Année 1968', '校庆', 'R2D2 costume', 'Download day'])('%j says something', (name) => expect(isMeaninglessName(name)).toBe(false))
})

describe('looksLikeFileName', () => {
  test.each(['IMG_2041.jpg', 'jazz.png', 'A+caption+3%2F20', 'jazz_night_final', 'DSC00123'])('%j does', (text) => expect(looksLikeFileName(text)).toBe(true))
  test.each(['', '  ', 'The band plays at the spring concert.', 'Ana Ruiz', 'Maths + art', 'Courtesy of City Museum'])('%j does not', (text) => expect(looksLikeFileName(text)).toBe(false))
})

describe('proposeWords', () => {
  test.each([
    ['Robots+meet+at+the+3%2F20%2F23+final+%28Courtesy+of+City+Museum%29.jpg', 'Robots meet at the 3/20/23 final', 'Courtesy of City Museum'],
    ['Robots meet at the final (Courtesy of City Museum).', 'Robots meet at the final', 'Courtesy of City Museum'],
    ['Robots meet. [Photo courtesy of the Ruiz family]', 'Robots meet.', 'Courtesy of the Ruiz family'],
    ['Robots meet (Photo by Ana Ruiz).jpg', 'Robots meet', 'Ana Ruiz'],
    ['Robots meet. Photo by Ana Ruiz', 'Robots meet.', 'Ana Ruiz'],
    ['Robots meet. Photo by Ana B. Ruiz.', 'Robots meet.', 'Ana B. Ruiz'],
    ['Robots-meet-photo-by-ana-ruiz.jpg', 'Robots meet photo by ana ruiz', ''],
    ['robots-meet-photo-by-ana-ruiz.jpg', 'robots meet', 'ana ruiz'],
    ['Robots meet Photo by Ana Ruiz.jpg', 'Robots meet', 'Ana Ruiz'],
    ['Robots meet – Photo courtesy of City Museum', 'Robots meet', 'Courtesy of City Museum'],
    ['Robots meet | Photo/Ana Ruiz', 'Robots meet', 'Ana Ruiz'],
    ['Robots meet. PHOTO: Ana Ruiz', 'Robots meet.', 'Ana Ruiz'],
    ['Robots meet. Credit: City Museum', 'Robots meet.', 'City Museum'],
    ['Robots meet. Photo credit: Ana Ruiz', 'Robots meet.', 'Ana Ruiz'],
    ['Robots meet. Image: Ana Ruiz via City Museum', 'Robots meet.', 'Ana Ruiz via City Museum'],
    ['Robots meet (Ana Ruiz via City Museum)', 'Robots meet', 'Ana Ruiz via City Museum'],
    ['Robots meet (AP Photo/Ana Ruiz)', 'Robots meet', 'AP Photo/Ana Ruiz'],
    ['Robots meet (Ana Ruiz/Getty Images)', 'Robots meet', 'Ana Ruiz/Getty Images'],
    ['Robots meet (© Ana Ruiz 2026)', 'Robots meet', '© Ana Ruiz 2026'],
    ['Robots meet (Illustration by Ana Ruiz)', 'Robots meet', 'Illustration by Ana Ruiz'],
    ['Photo by Ana Ruiz.jpg', '', 'Ana Ruiz'],
    ['IMG_2041 (Courtesy of City Museum).jpg', '', 'Courtesy of City Museum'],
    ['IMG_2041.jpg', '', ''],
    ['download (3)', '', ''],
    ['', '', ''],
    ['Students look at a photo by Ansel Adams', 'Students look at a photo by Ansel Adams', ''],
    ['He rode home, courtesy of the school', 'He rode home, courtesy of the school', ''],
    ['they look at a photo by ansel adams', 'they look at a photo by ansel adams', ''],
    ['they stand in a photo, photo by the lake', 'they stand in a photo, photo by the lake', ''],
    ['Robots meet (left to right: Ana, Ben)', 'Robots meet (left to right: Ana, Ben)', ''],
    ['PHOTO: The team celebrates after the final whistle', 'PHOTO: The team celebrates after the final whistle', ''],
  ])('%j → %j, %j', (raw, caption, credit) => expect(proposeWords(raw)).toEqual({ caption, credit }))

  it('proposes no alt text, and keeps to the limits of the fields', () => {
    const long = proposeWords(`${'Robots meet. '.repeat(300)}(Photo by Ana Ruiz)`)
    expect(Object.keys(long)).toEqual(['caption', 'credit'])
    expect(long.caption.length).toBeLessThanOrEqual(1000)
  })

  it('splits off any credit in brackets, and changes nothing the second time', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{3,9}$/), { minLength: 3, maxLength: 8 }).map((list) => `Robots ${list.join(' ')}`)
    const who = fc.stringMatching(/^[A-Z][a-z]{2,8} [A-Z][a-z]{2,8}$/)
    fc.assert(
      fc.property(words, who, fc.boolean(), (text, name, encoded) => {
        const raw = `${text} (Courtesy of ${name})`
        const found = proposeWords(encoded ? `${encodeURIComponent(raw).replaceAll('%20', '+')}.jpg` : raw)
        expect(found).toEqual({ caption: text, credit: `Courtesy of ${name}` })
        expect(proposeWords(found.caption)).toEqual({ caption: text, credit: '' })
      }),
    )
  })
})

const SEEDS = new URL('../../shared/seeds/', import.meta.url)
describe.runIf(existsSync(SEEDS))('the page that this began with', () => {
  it('is split into caption and credit', () => {
    for (const file of readdirSync(SEEDS).filter((name) => name.endsWith('.txt'))) {
      const lines = readFileSync(new URL(file, SEEDS), 'utf8').split('\n').map((line) => line.trim()).filter((line) => line !== '')
      const { caption, credit } = proposeWords(lines[1] ?? '')
      expect(caption).not.toMatch(/[+%()]|courtesy/i)
      expect(caption.split(' ').length).toBeGreaterThan(5)
      expect(credit).toMatch(/^Courtesy of \S+ \S+$/)
      expect(proposeWords(lines[2] ?? '')).toEqual({ caption, credit })
    }
  })
})
