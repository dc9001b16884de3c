/** Where there is nothing to read. */
export const missing = {
  name: 'Not in the paper',
  title: 'That page is not in the paper',
  maybe: 'The address may be mistyped, or the page may never have been here.',
  frontPage: 'Go to the front page',
  search: 'Search the paper',
  withdrawn: 'Withdrawn',
  withdrawnTitle: 'The paper has withdrawn this story',
  /** Stands before a date, and after it. */
  withdrawnOn: ['It was taken out of the paper on ', '.'] as readonly [string, string],
  problem: 'A problem at the press',
  problemTitle: 'There is a problem at the press',
  problemWords: 'This page could not be printed just now. It is not your fault, and nothing is lost. Please try again in a minute.',
}
