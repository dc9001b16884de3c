/**
 * Rules of Harper that are switched off, and why. Its own names, as in `getDefaultLintConfig` of harper.js 2.10; one that it no longer
 * knows does no harm.
 */
export const HARPER_OFF: Readonly<Record<string, string>> = {
  // Our own rules say the same, with the paper's reasons and settings.
  RepeatedWords: 'repeated words',
  EllipsisLength: 'doubled punctuation',
  Spaces: 'stray spaces',
  NoFrenchSpaces: 'stray spaces',
  CommaFixes: 'stray spaces, missing spaces',
  UnclosedQuotes: 'unbalanced quotes',
  QuoteSpacing: 'stray spaces, unbalanced quotes',
  LongSentences: 'long sentences',
  SpelledNumbers: 'numerals',
  Months: 'months',
  AmInTheMorning: 'times of day',
  UseTitleCase: 'headline case',
  SubjectPronoun: 'first person in News',
  // AP style, or the language of quotations, wants it otherwise.
  OxfordComma: 'AP: no comma before the last of a simple series',
  UseEllipsisCharacter: 'AP: three periods',
  Dashes: 'AP: a dash with spaces',
  NumericRangeEnDash: 'AP: a hyphen in scores and ranges',
  FootInchMinuteSecondSymbols: 'AP: feet and inches in words',
  DotInitialisms: 'AP decides which initials have periods',
  DiscourseMarkers: 'a matter of taste',
  ThatWhich: 'a matter of taste',
  MultipleSequentialPronouns: 'too often wrong in quotations',
}
/** In a headline or a caption, words start with capitals and sentences are cut short. */
export const HARPER_LINE_OFF: readonly string[] = ['SentenceCapitalization', 'MissingTo', 'CapitalizePersonalPronouns']

/** Harper's settings: everything as it comes, less the list above. */
export function harperSettings(defaults: Readonly<Record<string, boolean | null>>): Record<string, boolean | null> {
  return Object.fromEntries(Object.entries(defaults).map(([rule, on]) => [rule, Object.hasOwn(HARPER_OFF, rule) ? false : on]))
}

/** Single words that Harper must know, from names and phrases such as "Lindqvist-Amari" or "Harbor High"; each once. */
export function wordsFor(entries: readonly string[]): string[] {
  const words = entries.flatMap((entry) => entry.split(/[\s/&-]+/)).map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$/gu, ''))
  const plain = words.filter((word) => /\p{L}/u.test(word))
  return [...new Set(plain.flatMap((word) => [word, `${word}’s`, `${word}'s`]))]
}
