const count = (many: number) => many.toLocaleString('en-US')

/** The search of the paper. */
export const search = {
  title: 'Search',
  form: 'The paper',
  describes: (paper: string) => `Search every story in ${paper} by word, section, author and school year.`,
  what: 'What are you looking for?',
  submit: 'Search',
  hint: 'Put words in quotation marks to find them together, OR between words for either, and a minus before a word to leave it out.',
  narrow: 'Narrow it down',
  section: 'Section',
  allSections: 'All sections',
  author: 'Author',
  everybody: 'Everybody',
  year: 'School year',
  allYears: 'All years',
  withPictures: 'With pictures',
  underPicture: 'Under a picture: ',
  none: 'No story',
  stories: (many: number) => `${count(many)} ${many === 1 ? 'story' : 'stories'}`,
  moreThan: (many: number) => `More than ${count(many)} stories`,
  /** Stands before what was looked for. */
  for: ' for ',
  /** Stand around what was typed, and what was looked for in its place. */
  instead: ['Nothing was found for ', ', so these are stories for ', '.'] as readonly [string, string, string],
  meant: ['Did you mean ', '?'] as readonly [string, string],
  fewer: 'Newer ones come first. Add a word or choose a year to see fewer.',
  otherWords: 'Try fewer or other words: a name, a place, a team.',
  wholePaper: 'Search the whole paper',
  more: 'More results',
  first: 'Back to the first results',
  common: 'There is nothing in this to look for. Use a word that is not in every story: a name, a place, a team.',
  busy: 'The search is busy just now. Try again in a moment.',
  often: (seconds: number) => `There were too many searches from your network. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
  sections: 'Look through a section',
  newest: 'The newest stories',
}
