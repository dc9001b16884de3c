import { describe, expect, it } from 'vitest'
import { lookInput } from './form.ts'
import { iconAsked, icoOf, manifestOf } from './icons.ts'
import { initials } from './initials.ts'
import { httpsHost, isOwnPath, networkFault } from './links.ts'
import { changedParts, FIRST_LOOK, lookCss, lookFormSchema, lookOf, readLook } from './look.ts'

const FORM = { version: '3', name: 'The Light', motto: '', language: 'en', timeZone: 'America/Chicago', typefaces: 'press', accentLight: '', accentDark: '', mastheadLight: '', mastheadDark: '', logo: '', logoPlace: 'beside', sections: 'on' }
const parse = (change: Record<string, string>) => lookFormSchema.safeParse(lookInput({ ...FORM, ...change }))
const problems = (change: Record<string, string>) => parse(change).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
const asked = (change: Record<string, string>, logo: { width: number; height: number } | null = null) => lookOf(lookFormSchema.parse(lookInput({ ...FORM, ...change })), logo)
const KEY = `${'a'.repeat(64)}.png`

describe('the form', () => {
  it('is a look, with the colour for the dark made from the one for the light', () => {
    expect(asked({})).toEqual({ name: 'The Light', motto: '', language: 'en', timeZone: 'America/Chicago', look: FIRST_LOOK })
    const { look } = asked({ accentLight: '#004488', mastheadLight: '#333333', mastheadDark: '#EEEEEE', logo: KEY, logoPlace: 'instead', 'social.x': ' https://x.com/thelight ', 'social.tiktok': '' }, { width: 9, height: 3 })
    expect(look).toMatchObject({ accent: { light: '#004488', dark: '#5591db' }, masthead: { light: '#333333', dark: '#eeeeee' }, logo: { key: KEY, width: 9, height: 3, instead: true }, social: { x: 'https://x.com/thelight' } })
    expect(Object.keys(look.social)).toEqual(['x'])
    expect(asked({ logo: KEY }).look.logo).toBeNull()
  })

  it('keeps its links in their order, and says which is wrong', () => {
    const links = { 'navigation.head.1.label': 'Shop', 'navigation.head.1.href': 'https://shop.example/', 'navigation.head.0.label': 'About', 'navigation.head.0.href': '/about', 'navigation.foot.0.href': '/x' }
    expect(lookInput(links)['navigation']).toEqual({ sections: false, head: [{ label: 'About', href: '/about' }, { label: 'Shop', href: 'https://shop.example/' }], foot: [{ label: '', href: '/x' }] })
    expect(problems({ 'navigation.foot.0.label': '', 'navigation.foot.0.href': 'javascript:alert(1)' })).toEqual([
      'navigation.foot.0.label: Give every link a name.',
      'navigation.foot.0.href: Write an address of the paper such as /about, or a whole one that begins with https://.',
    ])
    const many = Object.fromEntries(Array.from({ length: 13 }, (_, at) => [[`navigation.head.${at}.label`, 'A'], [`navigation.head.${at}.href`, '/a']]).flat())
    expect(problems(many)).toEqual(['navigation.head: No more than 12 links fit into the head.'])
  })

  it('refuses colours that are too faint, beside their field', () => {
    expect(problems({ accentLight: '#ffcc00', mastheadDark: '#111111' })).toEqual([
      expect.stringMatching(/^accentLight: #ffcc00 is too faint/),
      'mastheadLight: Choose the colour for the light paper too, or leave both empty.',
      expect.stringMatching(/^mastheadDark: #111111 is too faint on the dark paper/),
    ])
    expect(problems({ accentLight: 'red' })).toHaveLength(1)
    expect(problems({ accentDark: '#111111', accentLight: '#004488' })).toEqual([expect.stringMatching(/^accentDark/)])
  })

  it('refuses addresses that are none of the network', () => {
    expect(problems({ 'social.instagram': 'https://evil.example/instagram.com' })).toEqual(['social.instagram: Write the address of the paper on Instagram: it begins with https://instagram.com/.'])
    expect(problems({ 'social.mastodon': 'http://school.example/@paper' })).toEqual(['social.mastodon: Write the whole address of the paper on Mastodon, with https:// in front.'])
    expect(networkFault('youtube', 'https://m.youtube.com/@thelight')).toBeNull()
    expect(networkFault('mastodon', 'https://school.example/@paper')).toBeNull()
    expect(networkFault('x', `https://x.com/${'a'.repeat(300)}`)).not.toBeNull()
  })
})

describe('addresses', () => {
  it('are paths of our own, or https and nothing else', () => {
    for (const own of ['/', '/about', '/search?q=a#b', '/año']) expect(isOwnPath(own), own).toBe(true)
    for (const other of ['', 'about', '//evil.example', '/\\evil.example', '/a b', '/a\\b', '/<x>', '/"']) expect(isOwnPath(other), other).toBe(false)
    expect([httpsHost('https://WWW.School.example/a'), httpsHost('http://school.example'), httpsHost('https://me@school.example'), httpsHost('https://me:x@school.example'), httpsHost('https://localhost'), httpsHost('x')]).toEqual(['school.example', null, null, null, null, null])
  })
})

describe('a stored look', () => {
  it('is read as far as it can be', () => {
    expect(readLook(null)).toEqual(FIRST_LOOK)
    expect(readLook({})).toEqual(FIRST_LOOK)
    const social = { x: 'https://x.com/a', tiktok: '', instagram: 'javascript:alert(1)' }
    expect(readLook({ accent: { light: 'red', dark: '#ffffff' }, masthead: { light: '#111111', dark: '#eeeeee' }, typefaces: 'comic', logo: { key: '../x' }, navigation: 7, social })).toEqual({ ...FIRST_LOOK, masthead: { light: '#111111', dark: '#eeeeee' }, social: { x: 'https://x.com/a' } })
    expect(readLook({ social: { myspace: 'https://a.example' } }).social).toEqual({})
  })

  it('differs from another in named parts, in whatever order they were stored', () => {
    const one = asked({ accentLight: '#004488' })
    const { accent } = one.look
    const turned = { ...one, look: { ...one.look, accent: accent === null ? null : { dark: accent.dark, light: accent.light } } }
    expect(changedParts(one, turned)).toEqual([])
    expect(changedParts(one, { ...one, name: 'X', look: { ...one.look, accent: null } })).toEqual(['name', 'accent'])
  })

  it('is a style sheet of colours alone, and none at the beginning', () => {
    expect(lookCss(FIRST_LOOK)).toBe('')
    expect(lookCss({ accent: null, masthead: { light: '#222222', dark: '#dddddd' } })).toBe('.paper{--color-accent:light-dark(#9a1b1e,#ff8f86);--color-on-accent:light-dark(#ffffff,#1b1a17);--color-masthead:light-dark(#222222,#dddddd)}')
    expect(lookCss({ accent: { light: '#004488', dark: '#5591db' }, masthead: null })).toContain('--color-masthead:light-dark(#1b1a17,#ece9e2)')
  })
})

describe('what stands for the paper', () => {
  it.each([['Fourth Period', 'FP'], ['The Light', 'L'], ['El Águila de la Sierra', 'ÁS'], ['The', 'T'], ['4th & Goal', '4G'], ['—', ''], ['the of', 'TO']])('%s is %s', (name, letters) => {
    expect(initials(name)).toBe(letters)
  })

  it('is asked for by file names that are known', () => {
    const key = '0123456789abcdef'
    expect(iconAsked(`${key}-192.png`)).toEqual({ key, name: '192' })
    expect(iconAsked(`${key}-512-maskable.png`)).toEqual({ key, name: '512-maskable' })
    for (const wrong of [`${key}-193.png`, 'x', `${key}-192.jpg`, `${key}-16-maskable.png`]) expect(iconAsked(wrong)).toBeNull()
  })

  it('is an ICO file of PNGs', () => {
    const ico = icoOf([{ size: 16, png: Uint8Array.of(1, 2) }, { size: 32, png: Uint8Array.of(3) }])
    expect([...ico.subarray(0, 8)]).toEqual([0, 0, 1, 0, 2, 0, 16, 16])
    expect([ico.byteLength, new DataView(ico.buffer).getUint32(18, true), ...ico.subarray(38)]).toEqual([41, 38, 1, 2, 3])
  })

  it('is a manifest', () => {
    const about = { key: 'k', ground: '#fdfcf9', accent: '#9a1b1e', short: 'TL' }
    expect(manifestOf({ name: 'The Light', motto: 'For all', language: 'es' }, about)).toMatchObject({ name: 'The Light', short_name: 'The Light', description: 'For all', lang: 'es', theme_color: '#9a1b1e', icons: [{ src: '/icons/k-192.png', sizes: '192x192', purpose: 'any' }, {}, { purpose: 'maskable' }] })
    const long = manifestOf({ name: 'The Light of the Valley', motto: '', language: 'en' }, { ...about, accent: '#ffcc00' })
    expect(long).toMatchObject({ short_name: 'TL', theme_color: '#fdfcf9' })
    expect(manifestOf({ name: 'The Harbor Light', motto: '', language: 'en' }, about)).toMatchObject({ short_name: 'Harbor Light' })
    expect(long).not.toHaveProperty('description')
    expect(manifestOf({ name: 'The Light of the Valley', motto: '', language: 'en' }, { ...about, short: '' })).toMatchObject({ short_name: 'The Light of the Valley' })
  })
})
