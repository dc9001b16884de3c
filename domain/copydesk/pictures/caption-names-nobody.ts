import type { CopyPicture, Finding, Rule } from '../finding.ts'
import { findingAt } from '../reading/passages.ts'

const ID = 'caption-names-nobody'
const MOST_TO_NAME = 6

/** A caption that begins with people and names none: "Students work on…", "Two seniors after the game". */
const PEOPLE =
  'students?|kids|girls?|boys?|players?|members|teammates?|teachers?|freshm[ae]n|sophomores?|juniors?|seniors?|athletes|dancers?|singers?|musicians?|actors?|fans|people|friends|classmates|runners?|swimmers?'
const NAMELESS = new RegExp(`^(?:(?:a|an|the|some|several|many|two|three|four|five|six|our|these|members? of (?:the )?)\\s+)?(?:[\\p{L}-]+\\s+){0,2}?(?:${PEOPLE})\\b`, 'iu')
const DRAWN = /\b(?:illustration|graphic|cartoon|drawing|infographic|map)\b/i
/** Capitals that do not open a sentence, as far as they go on. */
const CAPITALS = /(?<=[\p{L}\p{N},;’)] ["“(]?)\p{Lu}[\p{L}’-]+(?: \p{Lu}[\p{L}’-]+){0,4}/gu
/** One of these makes them a place, a school or a day. */
const PLACES = 'High|School|Middle|Elementary|College|University|Academy|Park|Street|Avenue|Road|Hall|Center|Gym|Gymnasium|Theater|Auditorium|Field|Library|Stadium|Court|Beach|River|Lake|Club|Team|Day|Week|Night|Festival'
const DAYS =
  '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec|January|February|August|September|October|November|December'
const NO_PERSON = new RegExp(`(?<!\\p{L})(?:${PLACES}|${DAYS})(?:’s)?(?!\\p{L})`, 'u')

const namesSomebody = (caption: string) => (caption.match(CAPITALS) ?? []).some((capitals) => !NO_PERSON.test(capitals))

const lastName = (name: string) => name.split(/\s+/).at(-1) ?? name

function remark({ caption, credit, people }: CopyPicture): string | null {
  if (caption.trim() === '') return null
  const missing = people.filter((name) => !caption.includes(lastName(name)))
  if (people.length > 0) {
    if (missing.length === 0 || people.length > MOST_TO_NAME) return null
    return `${missing.join(', ')} can be seen in this picture and ${missing.length === 1 ? 'is' : 'are'} not named. Name everybody from left to right.`
  }
  if (DRAWN.test(credit) || !NAMELESS.test(caption) || namesSomebody(caption)) return null
  return 'The caption speaks of people and names nobody. Say who can be seen, from left to right, with grade or title.'
}

/** Captions that leave out who is in the picture. */
export const captionNamesNobody: Rule = {
  id: ID,
  name: 'Caption names nobody',
  source: 'AP and JEA/NSPA practice: a caption names everybody who can be recognized',
  defaultLevel: 'ADVISORY',
  find: ({ pictures }): Finding[] =>
    pictures.flatMap((picture) => {
      const message = remark(picture)
      const passage = { field: picture.field, part: 'caption', kind: 'caption', text: picture.caption } as const
      return message === null ? [] : [findingAt(ID, passage, 0, picture.caption.length, { message })]
    }),
}
