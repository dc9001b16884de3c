import { expect, test } from 'vitest'
import { copydeskFindings, MOST_PER_RULE, RULES } from './rules.ts'
import { DEFAULT_SETTINGS } from './settings.ts'
import { copyOf } from './testing/copy.ts'

test('has one id a rule, a name and a source for each, and blocks nothing by itself', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length)
  expect(RULES.filter(({ id, name, source }) => !/^[a-z-]{4,40}$/.test(id) || name === '' || source === '')).toEqual([])
  expect(RULES.filter(({ defaultLevel }) => defaultLevel === 'BLOCKING')).toEqual([])
})

const STORY = copyOf({
  section: { slug: 'news', name: 'News' },
  headline: 'Team wins final.',
  body: ['She saw the the play at 7pm.', 'It ended..'],
  pictures: [{ caption: 'On 1/2/26' }, { caption: 'The the end' }],
})
const places = (settings = DEFAULT_SETTINGS) => copydeskFindings(STORY, settings).map(({ ruleId, place, level }) => `${place.field} ${ruleId} ${level}`)

test('tells its findings in reading order, with their level', () => {
  expect(places()).toEqual([
    'headline headline-period ADVISORY', 'bylines byline ADVISORY', 'lead slashed-dates ADVISORY', 'image-1 repeated-words ADVISORY', 'body repeated-words ADVISORY', 'body times ADVISORY', 'body doubled-punctuation ADVISORY',
  ])
})

test('obeys the settings of paper and section', () => {
  const settings = { paper: { byline: 'OFF', 'repeated-words': 'OFF', times: 'OFF', 'slashed-dates': 'OFF' }, sections: { news: { 'repeated-words': 'BLOCKING' } } } as const
  expect(places(settings)).toEqual(['headline headline-period ADVISORY', 'image-1 repeated-words BLOCKING', 'body repeated-words BLOCKING', 'body doubled-punctuation ADVISORY'])
})

test('stops a rule that has too much to say', () => {
  const findings = copydeskFindings(copyOf({ headline: 'Team wins final', bylines: [{}], body: [`${'the the. '.repeat(MOST_PER_RULE * 2)}End.`] }), DEFAULT_SETTINGS)
  expect(findings.filter(({ ruleId }) => ruleId === 'repeated-words')).toHaveLength(MOST_PER_RULE)
})
