/** What stands around every page of the paper. */
export const frame = {
  skip: 'Skip to the main part',
  sections: 'Sections',
  search: 'Search',
  howWeEdit: 'How we edit',
  corrections: 'Corrections',
  printIssues: 'Print issues',
  newsroom: 'Newsroom',
}
