import type { Words } from '../words.ts'

/** "y" is "e" before the sound of i (Ortografía de la RAE, 2010): "Ana e Inés", but "nieve y hielo". */
const soundsLikeI = (next: string) => /^h?[iíIÍ](?![aeoáéó])/i.test(next)

export const telling: Words['telling'] = {
  by: 'Por ',
  and: (next, comma) => `${comma === 'comma' ? ',' : ''} ${soundsLikeI(next) ? 'e' : 'y'} `,
  correction: 'Corrección',
  update: 'Actualización',
  corrections: 'Correcciones',
  updates: 'Actualizaciones',
  correctedOn: 'Este artículo se corrigió el ',
  replaces: 'Sustituye a una nota del ',
  replaced: ', que era errónea.',
}
