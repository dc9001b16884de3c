/** What stands around every page of the paper. */
export const frame = {
  skip: 'Skip to the main part',
  sections: 'Sections',
  search: 'Search',
  archive: 'Archive',
  breaking: 'Breaking',
  breakingNews: 'Breaking news',
  emptyPaper: 'The first story of this paper is still being written.',
  staff: 'Staff',
  howWeEdit: 'How we edit',
  corrections: 'Corrections',
  about: (paper: string) => `The student newspaper ${paper}.`,
  socialAlt: (headline: string, paper: string) => `“${headline}”, in the type of ${paper}`,
  elsewhere: 'Follow the paper',
  newsroom: 'Newsroom',
}
