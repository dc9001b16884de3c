import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '#domain/copydesk/settings.ts'
import type { StoryContent } from '#domain/story.ts'
import type { DeskFacts } from '../desk-types.ts'
import type { FromHarper, ToHarper } from '../harper/harper-protocol.ts'
import { DeskSession } from './desk-session.ts'
import { namedFindings } from './named-findings.ts'
import type { FromRules, ToRules } from './rules-worker.ts'

const FACTS: DeskFacts = { settings: DEFAULT_SETTINGS, staff: [], paperWords: [], dismissals: [], userId: 'me', may: { dismiss: true, lift: false, extend: true } }

const storyOf = (...paragraphs: string[]) => {
  const content: StoryContent = {
    headline: 'Board votes on first bell', deck: '', slug: '', sectionId: null, tags: [], bylines: [{ staffId: null, name: 'Ana Ruiz, guest', credit: '' }], lead: null,
    body: { type: 'doc', content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) },
  }
  return { content, section: null, assets: {} }
}

/** A world whose clock and workers move when the test says so. */
function aSession(facts: DeskFacts = FACTS) {
  let now = 0
  let timers: { at: number; work: () => void }[] = []
  const asked: ToRules[] = []
  const harper: ToHarper[] = []
  let fromRules: (message: FromRules) => void = () => {}
  let fromHarper: (message: FromHarper) => void = () => {}
  const ended: string[] = []
  const session = new DeskSession(facts, {
    startRules: (heard) => ((fromRules = heard), { post: (message) => asked.push(message), end: () => ended.push('rules') }),
    startHarper: (heard) => ((fromHarper = heard), { post: (message) => harper.push(message), end: () => ended.push('harper') }),
    later: (work, ms) => {
      const timer = { at: now + ms, work }
      timers.push(timer)
      return () => (timers = timers.filter((one) => one !== timer))
    },
    now: () => now,
  })
  return {
    session, asked, harper, ended,
    pass(ms: number) {
      now += ms
      const due = timers.filter(({ at }) => at <= now)
      timers = timers.filter(({ at }) => at > now)
      for (const { work } of due) work()
    },
    answer() {
      const last = asked.at(-1)
      if (last !== undefined) fromRules({ n: last.n, findings: namedFindings(last.text, last.settings) })
    },
    spell(remarks: (text: string) => { from: number; to: number }[]) {
      fromHarper({ type: 'ready' })
      const last = harper.at(-1)
      if (last?.type !== 'check') throw new Error('not asked')
      fromHarper({ type: 'checked', n: last.n, remarks: last.texts.map((text) => remarks(text).map((range) => ({ ruleId: 'spelling', rule: 'SpellCheck', message: 'Spelling?', choices: ['cafeteria'], ...range }))) })
    },
    names: () => session.view().findings.filter(({ settled }) => !settled).map(({ ruleId }) => ruleId),
  }
}

const FAULTY = 'The bell rang at the the cafetria.'
const spelled = (text: string) => (text.includes('cafetria') ? [{ from: text.indexOf('cafetria'), to: text.indexOf('cafetria') + 8 }] : [])

test('nothing is read while somebody types, but at the latest after ten seconds', () => {
  const desk = aSession()
  desk.session.open()
  for (let keys = 0; keys < 99; keys += 1) {
    desk.session.write(storyOf(`${FAULTY} ${keys}`))
    desk.pass(100)
  }
  expect(desk.asked).toHaveLength(0)
  desk.session.write(storyOf(FAULTY))
  desk.pass(100)
  expect(desk.asked).toHaveLength(1)
})

test('one check at a time; what changed meanwhile is read after it', () => {
  const desk = aSession()
  desk.session.open()
  desk.session.write(storyOf(FAULTY))
  desk.pass(1000)
  desk.session.write(storyOf('All is well.'))
  desk.pass(1000)
  expect(desk.asked).toHaveLength(1)
  desk.answer()
  expect(desk.asked).toHaveLength(2)
  desk.answer()
  expect(desk.names()).not.toContain('repeated-words')
})

test('spelling comes after the rules, and is left out where a rule speaks of the same words', () => {
  const desk = aSession()
  desk.session.open()
  desk.session.write(storyOf(FAULTY))
  desk.pass(1000)
  desk.answer()
  expect(desk.names()).toContain('repeated-words')
  desk.spell((text) => [...spelled(text), ...(text.includes('the the') ? [{ from: text.indexOf('the the'), to: text.indexOf('the the') + 7 }] : [])])
  expect(desk.names().filter((name) => name === 'spelling')).toHaveLength(1)
  const spelling = desk.session.view().findings.find(({ ruleId }) => ruleId === 'spelling')
  expect(spelling).toMatchObject({ passage: 'cafetria', kind: 'spelling', certain: false, changes: ['cafeteria'] })
})

test('a word that joins the dictionary is right at once', () => {
  const desk = aSession()
  desk.session.open()
  desk.session.write(storyOf(FAULTY))
  desk.pass(1000)
  desk.answer()
  desk.spell(spelled)
  desk.session.learned('cafetria')
  expect(desk.names()).not.toContain('spelling')
})

test('what is let stand leaves the list, and comes back when that is taken back', () => {
  const desk = aSession()
  desk.session.open()
  desk.session.write(storyOf(FAULTY))
  desk.pass(1000)
  desk.answer()
  const finding = desk.session.view().findings.find(({ ruleId }) => ruleId === 'repeated-words')
  desk.session.dismissed({ id: 'd1', ruleId: 'repeated-words', passage: finding?.passageKey ?? '', reason: 'A title.', by: 'Me', byId: 'me', at: '', lifts: false })
  expect(desk.names()).not.toContain('repeated-words')
  desk.session.write(storyOf('Something comes first.', FAULTY))
  desk.pass(1000)
  desk.answer()
  expect(desk.names()).not.toContain('repeated-words')
  desk.session.restored('d1')
  expect(desk.names()).toContain('repeated-words')
})

test('a block stays until somebody with a say lifts it', () => {
  const desk = aSession({ ...FACTS, settings: { paper: { 'repeated-words': 'BLOCKING' }, sections: {} } })
  desk.session.open()
  desk.session.write(storyOf(FAULTY))
  desk.pass(1000)
  desk.answer()
  const key = desk.session.view().findings.find(({ ruleId }) => ruleId === 'repeated-words')?.passageKey ?? ''
  const said = { id: 'd1', ruleId: 'repeated-words', passage: key, reason: 'A title.', by: 'Me', byId: 'me', at: '' }
  desk.session.dismissed({ ...said, lifts: false })
  expect(desk.names()).toContain('repeated-words')
  desk.session.dismissed({ ...said, lifts: true })
  expect(desk.names()).not.toContain('repeated-words')
})

test('paused, spelling stops and gives its memory back, while rules go on', () => {
  const desk = aSession()
  desk.session.open()
  desk.session.write(storyOf(FAULTY))
  desk.pass(1000)
  desk.answer()
  desk.spell(spelled)
  desk.session.pause(true)
  expect(desk.ended).toEqual(['harper'])
  expect(desk.names()).toEqual(expect.arrayContaining(['repeated-words']))
  expect(desk.names()).not.toContain('spelling')
  desk.session.pause(false)
  expect(desk.names()).toContain('spelling')
  desk.session.close()
  expect(desk.ended).toEqual(['harper', 'rules', 'harper'])
})

test('two findings of the same words have names of their own', () => {
  const desk = aSession()
  desk.session.open()
  desk.session.write(storyOf(FAULTY, FAULTY))
  desk.pass(1000)
  desk.answer()
  const ids = desk.session.view().findings.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})
