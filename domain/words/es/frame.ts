import type { Words } from '../words.ts'

export const frame: Words['frame'] = {
  skip: 'Saltar al contenido principal',
  sections: 'Secciones',
  search: 'Buscar',
  archive: 'Hemeroteca',
  breaking: 'Última hora',
  breakingNews: 'Última hora',
  emptyPaper: 'El primer artículo de este periódico todavía se está escribiendo.',
  staff: 'Equipo',
  howWeEdit: 'Cómo editamos',
  corrections: 'Correcciones',
  about: (paper) => `${paper}, periódico estudiantil.`,
  socialAlt: (headline, paper) => `«${headline}», con la tipografía de ${paper}`,
  newsletter: 'Boletín',
  letters: 'Escríbenos',
  tips: 'Envía una pista',
  feed: 'Canal RSS',
  printIssues: 'Ediciones impresas',
  newsroom: 'Redacción',
}
