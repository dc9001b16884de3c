import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PLAYER_ORIGINS, playerOf, siteOf } from './embed-address.ts'

test.each([
  ['https://www.youtube.com/watch?v=abcdefghi_1', 'https://www.youtube-nocookie.com/embed/abcdefghi_1?autoplay=1&rel=0'],
  ['https://m.youtube.com/watch?v=abcdefghi_1&t=1m30s', 'https://www.youtube-nocookie.com/embed/abcdefghi_1?autoplay=1&rel=0&start=90'],
  ['https://youtu.be/abcdefghi_1?t=42', 'https://www.youtube-nocookie.com/embed/abcdefghi_1?autoplay=1&rel=0&start=42'],
  ['https://www.youtube.com/shorts/abcdefghi_1', 'https://www.youtube-nocookie.com/embed/abcdefghi_1?autoplay=1&rel=0'],
  ['https://www.youtube.com/live/abcdefghi_1?t=', 'https://www.youtube-nocookie.com/embed/abcdefghi_1?autoplay=1&rel=0'],
  ['http://www.youtube-nocookie.com/embed/abcdefghi_1?start=1h', 'https://www.youtube-nocookie.com/embed/abcdefghi_1?autoplay=1&rel=0&start=3600'],
  ['https://vimeo.com/123456789', 'https://player.vimeo.com/video/123456789?dnt=1&autoplay=1'],
  ['https://vimeo.com/123456789/abcdef1234', 'https://player.vimeo.com/video/123456789?dnt=1&autoplay=1&h=abcdef1234'],
  ['https://player.vimeo.com/video/123456789?h=abcdef1234', 'https://player.vimeo.com/video/123456789?dnt=1&autoplay=1&h=abcdef1234'],
  ['https://vimeo.com/channels/staffpicks/123456789', 'https://player.vimeo.com/video/123456789?dnt=1&autoplay=1'],
  ['https://open.spotify.com/episode/0123456789abcdefABCDEF', 'https://open.spotify.com/embed/episode/0123456789abcdefABCDEF'],
  ['https://open.spotify.com/intl-es/track/0123456789abcdefABCDEF?si=x', 'https://open.spotify.com/embed/track/0123456789abcdefABCDEF'],
  ['https://soundcloud.com/the-band/first-song', 'https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fthe-band%2Ffirst-song&auto_play=true&visual=false'],
])('%s plays in %s', (address, player) => expect(playerOf(address)?.player).toBe(player))

test.each([
  'https://www.youtube.com/', 'https://www.youtube.com/watch?v=short', 'https://www.youtube.com/watch', 'https://youtu.be/', 'https://www.youtube.com/@school', 'https://youtube.com.evil.example/watch?v=abcdefghi_1',
  'https://vimeo.com/about', 'https://vimeo.com/12', 'https://open.spotify.com/user/somebody', 'https://open.spotify.com/track/short', 'https://soundcloud.com/the-band', 'https://soundcloud.com/a/b/c/d',
  'https://soundcloud.com/a/b%22c', 'https://example.org/', 'javascript:alert(1)', 'ftp://youtube.com/watch?v=abcdefghi_1', 'no address', '',
])('%s has no player', (address) => expect(playerOf(address)).toBeNull())

test('a player lies on one of the named origins, whatever is asked', () => {
  const host = fc.constantFrom('www.youtube.com', 'youtu.be', 'vimeo.com', 'open.spotify.com', 'soundcloud.com', 'evil.example')
  const part = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('watch', 'embed', 'track', '..', '@evil.example', '123456789', 'abcdefghi_1'))
  fc.assert(
    fc.property(host, fc.array(part, { maxLength: 4 }), fc.string({ maxLength: 20 }), (name, parts, query) => {
      const player = playerOf(`https://${name}/${parts.join('/')}?v=${query}`)
      if (player === null) return
      expect(PLAYER_ORIGINS).toContain(new URL(player.player).origin)
      expect(player.player).not.toMatch(/["'<>\s]/)
    }),
    { numRuns: 2000 },
  )
})

test('names the site of an address', () => {
  expect(siteOf('https://www.example.org/a')).toBe('example.org')
  expect(siteOf('nothing')).toBe('')
})
