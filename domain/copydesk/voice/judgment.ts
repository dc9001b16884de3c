import type { Rule } from '../finding.ts'
import { findEach } from '../reading/passages.ts'
import { MASKED, withoutQuotations } from '../reading/quotations.ts'
import { opensSentence, sentencesIn } from '../reading/sentences.ts'

const ID = 'judgment'

/** Phrases in which the writer takes a side or tells readers what to feel. Only what is a judgment wherever it stands. */
const PHRASES = [
  'it(?:[’\']s| is| was| comes as| came as) (?:really )?(?:no|little|not a) (?:surprise|wonder|secret|coincidence)', 'no (?:surprise|wonder)(?=[,.])', '(?:not surprisingly|unsurprisingly|surprisingly)',
  '(?:un)?fortunately', 'sadly', 'thankfully', 'luckily', 'regrettably', 'hopefully', 'obviously', 'undoubtedly', 'unquestionably', 'undeniably', 'arguably',
  'of course(?=[,.;!?)”—–]| not\\b)', 'needless to say', 'without (?:a|any) doubt', 'there is no (?:doubt|question)', 'in my (?:humble )?opinion', 'everyone knows', 'as (?:everyone|we all) knows?', 'let[’\']s face it', 'the fact is', 'rightly so', 'thank goodness',
  'amazing(?:ly)?', 'incredibl[ey]', 'awesome', 'fantastic', 'fabulous', 'wonderful(?:ly)?', 'marvelous', 'terrific', 'phenomenal', 'mind-blowing', 'jaw-dropping', 'breathtaking', 'unbelievabl[ey]', 'inspiring', 'inspirational', 'heartwarming', 'must-see',
  'terribl[ey]', 'horribl[ey]', 'horrific', 'awful', 'disgusting', 'disgraceful', 'shameful', 'outrageous', 'ridiculous(?:ly)?', 'absurd', 'pathetic', 'ludicrous', 'appalling', 'senseless', 'despicable',
  'well[- ]deserved', 'rightfully deserv\\p{L}+', 'deserves? (?:better|credit|praise)', 'we (?:must|should|need to)', 'it is (?:important|crucial|vital|essential|imperative) (?:to|that)', 'shockingly', 'shocking',
].join('|')
const JUDGMENT = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${PHRASES})(?![\\p{L}-])`, 'giu')
/** "Clearly" judges where it stands for "as anybody can see", and not how somebody speaks or what can be seen. */
const CLEARLY = /(?<![\p{L}-])(?:Clearly,|Clearly(?= [\p{Ll}])|(?<=\b(?:is|was|are|were|has|have|had) )clearly)(?! (?:visible|marked|labell?ed|defined|stated|written|heard|seen|legible|audible|posted|explained|separated|spoken)\b)(?!\p{L})/gu

/** A sentence that says whose view it is. */
const ATTRIBUTED = /(?<!\p{L})(?:said|says|(?<!to )say|told|tells|wrote|writes|added|adds|argued|argues|believes?|believed|thinks?|thought|feels?|felt|hopes?|hoped|called?|calls|described|describes|explained|recalled|asked|according to|in the words)(?!\p{L})/iu

/** A text with quotations masked, and all of each sentence that says whose view it is. */
function ownView(words: string): string {
  let [masked, at] = ['', 0]
  const own = withoutQuotations(words)
  for (const { from, to } of sentencesIn(words)) {
    masked += own.slice(at, from) + (ATTRIBUTED.test(withoutQuotations(words.slice(from, to))) ? MASKED.repeat(to - from) : own.slice(from, to))
    at = to
  }
  return masked + own.slice(at)
}

/** Words of opinion in a News story, outside of quotations and of sentences that say whose view it is. */
export const judgment: Rule = {
  id: ID,
  name: 'Judgment in News',
  source: 'SPJ Code of Ethics and JEA/NSPA practice: label opinion, and keep it out of news',
  defaultLevel: 'ADVISORY',
  find: (text) =>
    !text.isNews
      ? []
      : [JUDGMENT, CLEARLY].flatMap((pattern) =>
          findEach(
            ID,
            text,
            ['headline', 'deck', 'paragraph', 'heading', 'listItem', 'factBox', 'caption'],
            pattern,
            ({ index, 0: phrase }, { kind, text: words }) => {
              // A capital inside a sentence begins a name: the Awesome Foundation.
              if (kind !== 'headline' && /^\p{Lu}/u.test(phrase) && !opensSentence(words, index)) return null
              return { message: `“${phrase}” is the writer’s judgment. News shows the facts, or says whose opinion it is.` }
            },
            ownView,
          ),
        ),
}
