import type { Words } from '../words.ts'

export const missing: Words['missing'] = {
  name: 'No está en el periódico',
  title: 'Esa página no está en el periódico',
  maybe: 'Puede que la dirección tenga un error, o que la página nunca haya estado aquí.',
  frontPage: 'Ir a la portada',
  search: 'Buscar en el periódico',
  withdrawn: 'Retirado',
  withdrawnTitle: 'El periódico ha retirado este artículo',
  withdrawnOn: ['Se retiró del periódico el ', '.'],
  problem: 'Un problema en la imprenta',
  problemTitle: 'Hay un problema en la imprenta',
  problemWords: 'Esta página no se pudo imprimir en este momento. No es culpa tuya y no se ha perdido nada. Vuelve a intentarlo en un minuto.',
}
