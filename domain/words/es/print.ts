import type { Words } from '../words.ts'

/** Ediciones impresas. */
export const print: Words['print'] = {
  issues: 'Ediciones impresas',
  lead: 'El periódico tal como se imprimió: para leerlo aquí, página por página, o guardarlo en PDF.',
  none: 'Todavía no hay ninguna edición impresa.',
  volume: (volume, number) => `Vol. ${volume}, núm. ${number}`,
  onlyVolume: (volume) => `Vol. ${volume}`,
  onlyNumber: (number) => `Núm. ${number}`,
  pages: (count) => (count === 1 ? '1 página' : `${count} páginas`),
  page: (number) => `Página ${number}`,
  pageOf: (number, count) => `Página ${number} de ${count}`,
  download: (megabytes) => `Descargar en PDF (${megabytes} MB)`,
  front: (issue) => `Portada de ${issue}`,
  picture: (page) => `${page} tal como se imprimió; su texto está debajo`,
  larger: 'Ampliar la página',
  openPicture: 'Abrir la imagen de esta página',
  stories: 'Artículos de esta página',
  text: 'Texto de esta página',
  previous: 'Página anterior',
  next: 'Página siguiente',
  all: 'Todas las páginas de esta edición',
  allIssues: 'Todas las ediciones impresas',
  inPrint: 'En la edición impresa',
  withdrawnTitle: 'El periódico ha retirado esta edición',
  withdrawn: (day) => `Se retiró del periódico el ${day}.`,
}
