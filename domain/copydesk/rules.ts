import { said } from './attribution/said.ts'
import { unattributedQuotations } from './attribution/unattributed-quotations.ts'
import { dateOrdinals } from './dates/date-ordinals.ts'
import { months } from './dates/months.ts'
import { slashedDates } from './dates/slashed-dates.ts'
import { times } from './dates/times.ts'
import { yearCommas } from './dates/year-commas.ts'
import { deckRepeatsHeadline } from './headline/deck-repeats-headline.ts'
import { headlineCase } from './headline/headline-case.ts'
import { headlineLength } from './headline/headline-length.ts'
import { headlinePeriod } from './headline/headline-period.ts'
import { longParagraphs } from './length/long-paragraphs.ts'
import { longSentences } from './length/long-sentences.ts'
import { academicDegrees } from './names/academic-degrees.ts'
import { acronyms } from './names/acronyms.ts'
import { firstReference } from './names/first-reference.ts'
import { stateNames } from './names/state-names.ts'
import { titles } from './names/titles.ts'
import { numberAtStart } from './numbers/number-at-start.ts'
import { numerals } from './numbers/numerals.ts'
import { percent } from './numbers/percent.ts'
import { captionNamesNobody } from './pictures/caption-names-nobody.ts'
import { captionRepeatsAlt } from './pictures/caption-repeats-alt.ts'
import { creditWithoutRight } from './pictures/credit-without-right.ts'
import { imageCredit } from './pictures/image-credit.ts'
import { doubledPunctuation } from './punctuation/doubled-punctuation.ts'
import { missingPunctuation } from './punctuation/missing-punctuation.ts'
import { repeatedWords } from './punctuation/repeated-words.ts'
import { mixedQuotes } from './quotes/mixed-quotes.ts'
import { punctuationOutsideQuotes } from './quotes/punctuation-outside-quotes.ts'
import { unbalancedQuotes } from './quotes/unbalanced-quotes.ts'
import { levelOf, type CopydeskSettings } from './settings.ts'
import { emptyParagraphs } from './spacing/empty-paragraphs.ts'
import { missingSpace } from './spacing/missing-space.ts'
import { nonBreakingSpaces } from './spacing/non-breaking-spaces.ts'
import { straySpaces } from './spacing/stray-spaces.ts'
import { bylineNotOnStaff } from './story/byline-not-on-staff.ts'
import { byline } from './story/byline.ts'
import { headingLevels } from './story/heading-levels.ts'
import { linkText } from './story/link-text.ts'
import { pastedTwice } from './story/pasted-twice.ts'
import { firstPerson } from './voice/first-person.ts'
import { judgment } from './voice/judgment.ts'
import type { CopyText, FindingPlace, LeveledFinding, Rule } from './finding.ts'

/** Every rule of the copy desk, in the order in which the settings list them. */
export const RULES: readonly Rule[] = [
  headlineLength, headlineCase, headlinePeriod, deckRepeatsHeadline,
  byline, bylineNotOnStaff, headingLevels, linkText, pastedTwice,
  imageCredit, creditWithoutRight, captionRepeatsAlt, captionNamesNobody,
  firstPerson, judgment,
  unattributedQuotations, said,
  firstReference, acronyms, titles, academicDegrees, stateNames,
  months, dateOrdinals, slashedDates, yearCommas, times,
  numerals, numberAtStart, percent,
  longParagraphs, longSentences,
  punctuationOutsideQuotes, unbalancedQuotes, mixedQuotes,
  doubledPunctuation, missingPunctuation, repeatedWords,
  straySpaces, missingSpace, nonBreakingSpaces, emptyParagraphs,
]

/** Head first, then the pictures, then the text from top to bottom, and its sources. */
function order({ field, block, from }: FindingPlace): number[] {
  const fields = ['headline', 'deck', 'bylines', 'lead']
  const at = fields.indexOf(field)
  if (field === 'sources') return [1_000_000, block ?? 0, from]
  return [at === -1 ? (field === 'body' ? 900_000 : 100 + Number(field.slice('image-'.length))) : at, block ?? 0, from]
}

function byPlace(one: FindingPlace, other: FindingPlace): number {
  const [a, b] = [order(one), order(other)]
  return (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0) || (a[2] ?? 0) - (b[2] ?? 0)
}

/** More findings of one rule than this nobody reads; when some are put right, the next ones come. */
export const MOST_PER_RULE = 100

/** What the copy desk has to say about a story, in reading order, without the rules that are off in its section. Never throws. */
export function copydeskFindings(text: CopyText, settings: CopydeskSettings): LeveledFinding[] {
  return RULES.flatMap((rule) => {
    const level = levelOf(rule, text.section?.slug ?? null, settings)
    return level === 'OFF' ? [] : rule.find(text).slice(0, MOST_PER_RULE).map((finding) => ({ ...finding, level }))
  }).toSorted((one, other) => byPlace(one.place, other.place))
}
