import type { Words } from '../words.ts'

export const forms: Words['forms'] = {
  trap: 'Deja este campo vacío',
  refused: {
    400: 'El formulario no llegó completo. Vuelve atrás y envíalo de nuevo.',
    403: 'Este formulario no se envió desde este sitio. Abre la página de nuevo y rellénalo allí.',
    413: 'Es demasiado texto. Vuelve atrás y acórtalo.',
    415: 'Usa el formulario de nuestra página.',
  },
}
