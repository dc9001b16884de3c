import type { Rule } from '../finding.ts'
import { EVERYWHERE, findEach } from '../reading/passages.ts'

const ID = 'times'

const HALF = '(?:a\\.? ?m\\b\\.?|p\\.? ?m\\b\\.?|A\\.? ?M\\b\\.?|P\\.? ?M\\b\\.?)'
const TIME = new RegExp(`(?<![\\p{L}\\d:.$]|\\b12(?::00)? )(1[0-2]|0?[1-9])(:[0-5]\\d)?(\\s?)(${HALF})(?!\\p{L})`, 'gu')
/** The first time of "7:00-8:30 p.m.", which has its half of the day from the second. */
const ROUND_BEGIN = new RegExp(`(?<![\\d:])(1[0-2]|[1-9]):00(?=(?:\\s?[-–—]\\s?| to | and | or )(?:1[0-2]|[1-9])(?::[0-5]\\d)?\\s?${HALF})`, 'gu')
const TWELVE = /(?<![\p{L}\d:.]|\b12(?::00)? )12(?::00)? (noon|midnight)\b/giu
const REDUNDANT = /(?<=\b[ap]\.m\.) (?:in the (?:morning|afternoon|evening)|at night|this morning|this afternoon|tonight)\b/g

/** Times of day: "7 p.m.", "noon"; no ":00", no "PM", no "12 noon". */
export const times: Rule = {
  id: ID,
  name: 'AP times',
  source: 'AP Stylebook: times; a.m., p.m.; noon, midnight',
  defaultLevel: 'ADVISORY',
  find: (text) => [
    ...findEach(ID, text, EVERYWHERE, TIME, ({ 0: written, 1: hour = '', 2: minutes = '', 4: half = '' }) => {
      const isMorning = half[0]?.toLowerCase() === 'a'
      const time = `${Number(hour)}${minutes === ':00' ? '' : minutes}`
      if (time === '12') return { message: `AP writes ${isMorning ? 'midnight' : 'noon'}, which nobody reads the wrong way.`, fix: isMorning ? 'midnight' : 'noon' }
      const right = `${time} ${isMorning ? 'a.m.' : 'p.m.'}`
      return written === right ? null : { message: `AP writes ${right}`, fix: right }
    }),
    ...findEach(ID, text, EVERYWHERE, ROUND_BEGIN, ({ 1: hour = '' }) => ({ message: 'On the hour, AP leaves out “:00”.', fix: hour })),
    ...findEach(ID, text, EVERYWHERE, TWELVE, ({ 1: word = '' }) => ({ message: `“12” says nothing that “${word}” does not.`, fix: word.toLowerCase() })),
    ...findEach(ID, text, EVERYWHERE, REDUNDANT, () => ({ message: 'The a.m. or p.m. says this already.', fix: '' })),
  ],
}
