/** How names and dates are told, and what is said with them. */
export const telling = {
  by: 'By ',
  /** Between the last two names; `comma`: there are more of them, or words behind each. */
  and: (_next: string, comma: 'comma' | 'plain') => (comma === 'comma' ? ', and ' : ' and '),
  correction: 'Correction',
  update: 'Update',
  corrections: 'Corrections',
  updates: 'Updates',
  correctedOn: 'This story was corrected on ',
  replaces: 'This replaces a note of ',
  replaced: ', which was wrong.',
}
