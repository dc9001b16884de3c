import type { Words } from '../words.ts'

export const frame: Words['frame'] = {
  skip: 'Saltar al contenido principal',
  sections: 'Secciones',
  search: 'Buscar',
  howWeEdit: 'Cómo editamos',
  corrections: 'Correcciones',
  printIssues: 'Ediciones impresas',
  newsroom: 'Redacción',
}
