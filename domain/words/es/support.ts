import type { Words } from '../words.ts'

/** Donativos y anuncios. */
export const support: Words['support'] = {
  advertisement: 'Anuncio',
  give: 'Donar al periódico',
  at: (site) => `en ${site}`,
  soFar: (raised, goal) => `${raised} de ${goal} hasta ahora`,
}
