/** Spanish for the sentences about readers' forms; in a pattern, `$1` stands for the number. */
export const PROBLEMS_ES: readonly (readonly [RegExp | string, string])[] = [
  ['This address is too long.', 'Esta dirección es demasiado larga.'],
  ['Copy the address of the story from your browser.', 'Copia la dirección del artículo de tu navegador.'],
  ['The paper has no story at this address. Copy it from your browser.', 'El periódico no tiene ningún artículo en esta dirección. Cópiala de tu navegador.'],
  ['Choose what it is about.', 'Elige de qué se trata.'],
  ['Say in a sentence or two what is wrong.', 'Di en una o dos frases qué está mal.'],
  ['Say what you ask us to do.', 'Di qué nos pides que hagamos.'],
  [/^Keep this under ([\d,]+) characters\.$/, 'No pases de $1 caracteres.'],
  ['Enter a name.', 'Escribe un nombre.'],
  [/^Use at most (\d+) characters for a name\.$/, 'Usa como mucho $1 caracteres para un nombre.'],
  ['A name cannot hold line breaks or any of < > @.', 'Un nombre no puede tener saltos de línea ni ninguno de estos signos: < > @.'],
  ['This e-mail address is too long.', 'Este correo electrónico es demasiado largo.'],
  ['Enter an e-mail address such as name@school.org.', 'Escribe un correo electrónico como nombre@escuela.org.'],
  ['Tell us your name: only whose work it is can ask this.', 'Dinos tu nombre: solo puede pedirlo el autor de la obra.'],
  ['Give an e-mail address, so that we can ask you about it.', 'Escribe un correo electrónico para que podamos preguntarte.'],
  ['Too many tries. Wait a minute, then try again.', 'Demasiados intentos. Espera un minuto y vuelve a intentarlo.'],
  [/^Too many tries\. Wait (\d+) minutes, then try again\.$/, 'Demasiados intentos. Espera $1 minutos y vuelve a intentarlo.'],
]
