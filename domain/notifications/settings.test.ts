import { expect, test } from 'vitest'
import { KIND_NAMES, kindOf } from './kinds.ts'
import { choicesAfter, fieldsOf, notificationSettingsSchema, settingsOf } from './settings.ts'

/** The form as a browser sends it: all ticked, all at once, changed by `change`. */
function form(change: Record<string, string | undefined> = {}): Record<string, string> {
  const fields = KIND_NAMES.flatMap((kind) => [...(kindOf(kind).firm ? [] : [[fieldsOf(kind).app, 'on']]), ...(kindOf(kind).mail === null ? [] : [[fieldsOf(kind).mail, 'AT_ONCE']])])
  return Object.fromEntries(Object.entries({ digest: 'DAILY', digestHour: '7', ...Object.fromEntries(fields), ...change }).filter((field): field is [string, string] => field[1] !== undefined))
}

test('whoever chose nothing is mailed at once only about what waits for them, and gets a digest in the morning', () => {
  const { channels, digest, digestHour } = settingsOf(null)
  expect([digest, digestHour]).toEqual(['DAILY', 7])
  for (const kind of KIND_NAMES) expect(channels[kind]).toEqual({ app: true, mail: kindOf(kind).mail })
  expect(channels['story.published'].mail).toBe('DIGEST')
  expect(channels['story.changeRequired'].mail).toBe('AT_ONCE')
})

test('what was chosen holds, but that a kind which must be seen stays in the app and one is never mailed', () => {
  const none = Object.fromEntries(KIND_NAMES.map((kind) => [kind, { app: false, mail: 'NONE' }]))
  const { channels, digest } = settingsOf({ choices: none, digest: 'NEVER', digestHour: 16 })
  expect(digest).toBe('NEVER')
  for (const kind of KIND_NAMES) expect(channels[kind]).toEqual({ app: kindOf(kind).firm === true, mail: kindOf(kind).mail === null ? null : 'NONE' })
})

test.each([null, 'text', [], { 'story.approved': 7 }, { 'story.approved': { mail: 'BY_PIGEON' } }])('choices that cannot be read are none: %j', (choices) => {
  expect(settingsOf({ choices, digest: 'DAILY', digestHour: 7 })).toEqual(settingsOf(null))
})

test('the form gives what stands in it, and what does not keeps what it had', () => {
  const read = notificationSettingsSchema.parse(form({ 'app:story.approved': undefined, 'mail:story.approved': 'NONE', 'mail:pitch.made': undefined, 'app:pitch.made': undefined, digest: 'WEEKLY', digestHour: '16' }))
  expect([read.digest, read.digestHour]).toEqual(['WEEKLY', 16])
  expect(read.choices['story.approved']).toEqual({ app: false, mail: 'NONE' })
  expect(read.choices['story.published']).toEqual({ app: true, mail: 'AT_ONCE' })
  expect(read.choices['pitch.made']).toBeUndefined()
  const stored = choicesAfter({ 'pitch.made': { mail: 'NONE' }, 'story.approved': { app: true } }, read)
  expect([stored['pitch.made'], stored['story.approved']]).toEqual([{ mail: 'NONE' }, { app: false, mail: 'NONE' }])
})

test.each([
  ['mail:story.approved', 'BY_PIGEON'], ['digest', 'HOURLY'], ['digest', undefined], ['digestHour', '24'], ['digestHour', '7.5'], ['digestHour', '-1'], ['digestHour', undefined],
])('a form with %s = %s is refused beside that field', (field, value) => {
  const read = notificationSettingsSchema.safeParse(form({ [field]: value }))
  expect(read.error?.issues).toMatchObject([{ path: [field], message: 'Choose one of these.' }])
})
