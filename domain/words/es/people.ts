import type { Words } from '../words.ts'

export const people: Words['people'] = {
  masthead: 'Equipo',
  staffOf: (year) => `Equipo de ${year}`,
  describesStaff: (paper, year) => `Quiénes hicieron ${paper} en ${year}.`,
  editors: 'Editores',
  staff: 'Redacción',
  advisers: 'Asesores',
  nobody: 'De este año no se nombra a nadie.',
  otherYears: 'Otros años',
  classOf: (year) => `Promoción de ${year}`,
  describesPerson: (name, paper) => `Lo que ${name} escribió y fotografió para ${paper}.`,
  roles: 'En el periódico',
  stories: 'Artículos',
  olderStories: 'Artículos anteriores',
  olderStoriesBy: (name) => `Artículos anteriores de ${name}`,
  newestStoriesBy: (name) => `Artículos más recientes de ${name}`,
  pictures: 'Imágenes',
  nothingYet: 'Todavía no hay nada suyo en el periódico.',
  pictureIn: (headline) => `En «${headline}»`,
  allStaff: 'Todo el equipo',
  feed: 'Seguir por canal (RSS)',
}
