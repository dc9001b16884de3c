/** Verbs that tie words to whoever spoke or wrote them; a part of a regular expression. */
export const SPEECH_VERBS =
  'said|says|say|saying|tells?|told|asks?|asked|adds?|added|answers?|answered|repl(?:y|ies|ied)|explains?|explained|wrote|writes?|recalls?|recalled|jokes?|joked|notes?|noted|continues?|continued|' +
  'admits?|admitted|argues?|argued|insists?|insisted|warns?|warned|announces?|announced|states?|stated|comments?|commented|remarks?|remarked|responds?|responded|shouts?|shouted|yells?|yelled|whispers?|whispered|' +
  'thinks?|thought|wonders?|wondered|remembers?|remembered|calls?|called|calling|reads?|sang|sings?|claims?|claimed|concluded?|concludes|suggests?|suggested|describes?|described|begins?|began|quoted?|' +
  'declares?|declared|exclaims?|exclaimed|quips?|quipped|muses?|mused|opined?|proclaimed|reported|according to|heard|puts? it|goes|went|(?:his|her|their|[’\']s) words|words of'

/** Verbs in an attribution that say more than "said", or what nobody can do with a sentence. */
export const COLORED_VERBS =
  'stated|exclaimed|remarked|commented|expressed|opined|declared|quipped|proclaimed|mused|uttered|asserted|claimed|admitted|gushed|laughed|smiled|chuckled|giggled|grinned|shared|reflected|chimed in|' +
  'voiced|vocalized|bragged|beamed|sighed|states|exclaims|remarks|comments|expresses|opines|quips|muses|laughs|smiles|shares'
