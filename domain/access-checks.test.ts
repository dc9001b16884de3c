import { expect, test } from 'vitest'
import { accessProblems } from './access-checks.ts'
import type { Block, Embed } from './document/schema.ts'

const heading = (level: 2 | 3, words?: string): Block => ({ type: 'heading', attrs: { level }, ...(words === undefined ? {} : { content: [{ type: 'text', text: words }] }) })
const embed = (attrs: Partial<Embed['attrs']>): Block => ({ type: 'embed', attrs: { url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', title: 'The final', ...attrs } })
const problems = (...content: Block[]) => accessProblems({ type: 'doc', content })

test('subheads go down one level at a time, and up as they like', () => {
  expect(problems({ type: 'paragraph' }, heading(2, 'One'), heading(3, 'One a'), heading(2, 'Two'), heading(3, 'Two a'), heading(3, 'Two b'))).toEqual([])
  expect(problems(heading(3, 'First'), heading(3, 'Second'))).toEqual(['The smaller subhead “First” has no subhead above it. Make it a subhead, or put one above it: readers who listen go by the order of headings.'])
})

test('an empty subhead is said, and is no step for the next one', () => {
  const empty = 'A subhead has no words. Write it, or remove it.'
  expect(problems(heading(2), heading(2, ' '))).toEqual([empty, empty])
  expect(problems(heading(2), heading(3, 'Below nothing'))).toEqual([empty, expect.stringContaining('“Below nothing” has no subhead above it')])
})

test('a video has captions or a transcript, or nothing is said in it', () => {
  expect(problems(embed({}))).toEqual(['Say whether the video “The final” has captions, or give a link to its transcript.'])
  expect(problems(embed({ title: ' ' }))).toEqual(['Say whether the video https://www.youtube.com/watch?v=dQw4w9WgXcQ has captions, or give a link to its transcript.'])
  expect(problems(embed({ captions: 'yes' }), embed({ captions: 'noSpeech' }), embed({ transcript: 'https://school.example/words' }))).toEqual([])
})

test('a sound or a link needs nothing', () => {
  expect(problems(embed({ url: 'https://open.spotify.com/track/0123456789abcdefABCDEF' }), embed({ url: 'https://example.org/x' }))).toEqual([])
})

test.each(['http://school.example/words', 'words.txt', 'https://user:pass@school.example/'])('a transcript at %s leads nowhere safe', (transcript) => {
  expect(problems(embed({ captions: 'yes', transcript }))).toEqual(['The transcript of “The final” needs an address that begins with https://.'])
})
