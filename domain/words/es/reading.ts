import type { Words } from '../words.ts'

/** Lo más leído, y la lectura sin conexión. */
export const reading: Words['reading'] = {
  mostRead: 'Lo más leído',
  mostReadSince: 'en los últimos siete días',
  offlineTitle: 'Sin conexión',
  offlineLead: 'No hay conexión. Estos artículos se abrieron antes en este dispositivo y se pueden volver a leer.',
  offlineOnline: 'Estos artículos se abrieron en este dispositivo y también se pueden leer sin conexión.',
  offlineNone: 'Todavía no hay artículos guardados en este dispositivo. Se guardarán los últimos 20 que abras.',
  offlineNeedsScript: 'Para guardar artículos hace falta un navegador que ejecute scripts.',
  forget: 'Borrarlos',
  forgotten: 'Ya no hay nada guardado en este dispositivo.',
}
