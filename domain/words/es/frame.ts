import type { Words } from '../words.ts'

export const frame: Words['frame'] = {
  skip: 'Saltar al contenido principal',
  sections: 'Secciones',
  search: 'Buscar',
  howWeEdit: 'Cómo editamos',
  corrections: 'Correcciones',
  about: (paper) => `${paper}, periódico estudiantil.`,
  socialAlt: (headline, paper) => `«${headline}», con la tipografía de ${paper}`,
  elsewhere: 'Síguenos',
  newsroom: 'Redacción',
}
