import type { Words } from '../words.ts'

export const missing: Words['missing'] = {
  name: 'No está en el periódico',
  title: 'Esa página no está en el periódico',
  maybe: 'Puede que la dirección tenga un error, o que la página nunca haya estado aquí.',
  frontPage: 'Ir a la portada',
  withdrawn: 'Retirado',
  withdrawnTitle: 'El periódico ha retirado este artículo',
  withdrawnOn: ['Se retiró del periódico el ', '.'],
  problem: 'Un problema en la imprenta',
  problemTitle: 'El periódico tiene un problema en la imprenta',
  problemWords: 'Esta página no se pudo imprimir en este momento. No es culpa suya y no se ha perdido nada. Vuelva a intentarlo en un minuto.',
}
