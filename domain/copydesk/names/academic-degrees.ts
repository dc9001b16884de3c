import type { Rule } from '../finding.ts'
import { EVERYWHERE, findEach, OWN_SENTENCES } from '../reading/passages.ts'

const ID = 'academic-degrees'

const NO_APOSTROPHE = /\b([Bb]achelor|[Mm]aster)s(?= (?:degrees?|in|program)\b)(?! in (?:charge|the)\b)/g
const CAPITALS = /(?<!^|[.!?] )\b(?:Bachelor['’]s|Master['’]s|Associate|Doctoral)(?= [Dd]egrees?\b)/g
const DEGREE_CAPITAL = /(?<=\b(?:achelor['’]s|aster['’]s|ssociate|octoral) |bachelor['’]s |master['’]s |associate |doctoral )Degrees?\b/gi
const ASSOCIATES = /\b([Aa])ssociate['’]?s(?= degrees?\b)/g
const POSSESSIVE_OF = /\b(Bachelor|Master)['’]s(?= of (?:Arts|Science|Fine|Business|Education|Engineering|Music)\b)/g
const UNDOTTED = /(?<![\p{L}.])(?:PhD|Ph\.D(?!\.)|PHD|EdD)(s?)(?![\p{L}])/gu
const DOCTOR = /(?<![\p{L}])Dr\.? (?=\p{Lu}[\p{L}’-]+(?: \p{Lu}[\p{L}’-]+)?)(?!\p{Lu}[\p{L}’-]+ (?:Drive|Day|Pepper|Seuss)\b|Pepper|Seuss|Martin Luther)/gu

const MEDICAL = /physician|doctor|pediatric|dentist|surgeon|surgery|hospital|medic|clinic|veterinar|psychiatr|patient|\bhealth\b/i

/** Degrees: "bachelor's degree", "Bachelor of Arts", "associate degree", "Ph.D."; "Dr." is for physicians. */
export const academicDegrees: Rule = {
  id: ID,
  name: 'AP academic degrees',
  source: 'AP Stylebook: academic degrees; doctor',
  defaultLevel: 'ADVISORY',
  find: (text) => [
    ...findEach(ID, text, EVERYWHERE, NO_APOSTROPHE, ({ 1: degree = '' }) => ({ message: 'The degree has an apostrophe.', fix: `${degree}’s` })),
    ...findEach(ID, text, EVERYWHERE, CAPITALS, ({ 0: degree }) => ({ message: 'AP writes bachelor’s degree, master’s degree and associate degree small.', fix: degree.toLowerCase() })),
    ...findEach(ID, text, EVERYWHERE, DEGREE_CAPITAL, ({ 0: degree }) => (degree.startsWith('D') ? { message: 'The word degree is small.', fix: degree.toLowerCase() } : null)),
    ...findEach(ID, text, EVERYWHERE, ASSOCIATES, ({ 1: first = '' }) => ({ message: 'AP writes associate degree, without ’s.', fix: `${first}ssociate` })),
    ...findEach(ID, text, EVERYWHERE, POSSESSIVE_OF, ({ 1: degree = '' }) => ({ message: 'The full name of a degree has no ’s: Bachelor of Arts.', fix: degree })),
    ...findEach(ID, text, EVERYWHERE, UNDOTTED, ({ 0: degree, 1: plural = '' }) => ({ message: 'AP writes degrees with full stops.', fix: `${degree.startsWith('E') ? 'Ed.D.' : 'Ph.D.'}${plural}` })),
    // Once a story, and not where the paragraph shows that it is a physician.
    ...findEach(
      ID,
      text,
      OWN_SENTENCES,
      DOCTOR,
      () => ({ message: 'AP keeps “Dr.” for physicians, dentists and veterinarians. For other doctorates name the degree or the subject.' }),
      (words) => (MEDICAL.test(words) ? '' : words),
    ).slice(0, 1),
  ],
}
