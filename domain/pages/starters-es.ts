import { h, link, p, points, text } from './starter-blocks.ts'
import type { StarterSet } from './starters.ts'

const DECIDES = {
  ADVISER_APPROVES: 'Los editores estudiantiles editan cada artículo. El docente asesor lo lee antes de que se publique.',
  ADVISER_CONSULTS: 'Los editores estudiantiles deciden qué se publica. Antes piden consejo al docente asesor.',
  OPEN_FORUM: 'Los editores estudiantiles deciden qué se publica. El docente asesor los aconseja y no aprueba los artículos.',
} as const

const mail = (contact: string) => link(contact, `mailto:${contact}`)

export const STARTERS_ES: StarterSet = {
  about: ({ paper, policy, contact }) => ({
    headline: `Acerca de ${paper}`,
    deck: 'Un periódico estudiantil: quién lo hace y para quién.',
    body: text(
      p(`${paper} es el periódico estudiantil de nuestra escuela. Los estudiantes investigan, escriben, fotografían, editan y publican.`),
      h('Quién lo hace'),
      p('Todo el equipo de este año, con sus cargos, está en la ', link('página del equipo', '/staff'), '.'),
      h('Quién decide'),
      p(DECIDES[policy], ' Cómo nace un artículo se cuenta en ', link('Cómo editamos', '/how-we-edit'), '.'),
      h('Cuando nos equivocamos'),
      p('Lo corregimos a la vista de todos: lee nuestras ', link('correcciones', '/corrections'), ' o ', link('pide una', '/corrections/request'), '.'),
      h('Escríbenos'),
      p('La redacción lee ', mail(contact), '.'),
    ),
  }),
  contact: ({ paper, contact }) => ({
    headline: 'Contacto',
    deck: `Cómo comunicarte con la redacción de ${paper}.`,
    body: text(
      points(
        ['La redacción: ', mail(contact)],
        ['Algo está mal en un artículo, o no quieres aparecer en él: ', link('pide una corrección', '/corrections/request')],
        ['Quiénes somos: ', link('el equipo', '/staff')],
      ),
      p('Somos estudiantes. Leemos el correo los días de clase y respondemos en cuanto las clases lo permiten.'),
    ),
  }),
  policies: ({ paper, policy, contact }) => ({
    headline: 'Nuestras normas',
    deck: `Lo que ${paper} se exige a sí mismo.`,
    body: text(
      h('Qué publicamos'),
      p('Informamos de lo que los estudiantes deben saber, con justicia y exactitud, y damos a quien es criticado la oportunidad de responder. La opinión va señalada como opinión y es de quien la firma.'),
      h('Quién decide'),
      p(DECIDES[policy], ' El camino de cada artículo se cuenta en ', link('Cómo editamos', '/how-we-edit'), '.'),
      h('Nombres e imágenes'),
      p('Nombramos a las personas como desean, y de forma más breve donde el nombre podría perjudicarlas. A quien pidió no aparecer no se le nombra ni se le muestra. Publicamos imágenes nuestras o que tenemos derecho a usar, y decimos quién las hizo.'),
      h('Correcciones'),
      p('Lo que estaba mal lo corregimos con una nota fechada en el artículo y en la ', link('lista de correcciones', '/corrections'), '. No retiramos artículos en silencio. Cualquiera puede ', link('pedir una corrección o una retirada', '/corrections/request'), '; cada petición se lee, se decide y se responde.'),
      h('Tu privacidad'),
      p('Leer este periódico no guarda ninguna cookie ni informa a terceros. Un video o un audio de otro sitio se carga solo cuando lo abres.'),
      h('Preguntas'),
      p('Escribe a ', mail(contact), '.'),
    ),
  }),
  accessibility: ({ paper, contact, day }) => ({
    headline: 'Declaración de accesibilidad',
    deck: `${paper} es para todos. Esta página dice qué nos exigimos y qué no funciona todavía.`,
    body: text(
      h('La norma'),
      p(`Queremos que cada página de ${paper} cumpla las Pautas de Accesibilidad para el Contenido Web (WCAG) 2.2, nivel AA. A fecha de ${day} la consideramos parcialmente conforme: la mayor parte las cumple, y lo que sabemos que no las cumple se nombra abajo.`),
      h('Qué hacemos'),
      points(
        ['Ninguna imagen se publica sin descripción (texto alternativo), pie y crédito.'],
        ['Ningún video se publica sin subtítulos o transcripción, ni ningún artículo con los subtítulos de sus partes en desorden.'],
        ['Cada página funciona con el teclado, con un aumento del 200 por ciento, en una pantalla estrecha, en claro y en oscuro, y sin scripts.'],
        ['La accesibilidad de las páginas se prueba cada vez que cambia el programa que las hace.'],
      ),
      h('Qué sabemos que no funciona'),
      points(
        ['Los reproductores de otros sitios, como YouTube o Spotify, se abren con sus propios controles, que no podemos cambiar. Debajo de cada uno hay un enlace al mismo video o audio.'],
        ['Los videos de artículos anteriores a esta exigencia pueden no tener subtítulos.'],
        ['Las páginas de otros sitios a las que enlazamos pueden no ser accesibles.'],
      ),
      h('Cuéntanos'),
      p('Si algo te impide leer, o lo necesitas en otra forma, escribe a ', mail(contact), '. Di qué página es y qué pasó. Respondemos en cinco días de clase.'),
      p(`Esta declaración se escribió el ${day}, después de recorrer el periódico nosotros mismos.`),
    ),
  }),
}
