/** Spanish for the sentences about readers' forms; in a pattern, `$1` stands for the number. */
export const PROBLEMS_ES: readonly (readonly [RegExp | string, string])[] = [
  ['This address is too long.', 'Esta dirección es demasiado larga.'],
  ['Copy the address of the story from your browser.', 'Copie la dirección del artículo de su navegador.'],
  ['The paper has no story at this address. Copy it from your browser.', 'El periódico no tiene ningún artículo en esta dirección. Cópiela de su navegador.'],
  ['Choose what it is about.', 'Elija de qué se trata.'],
  ['Say in a sentence or two what is wrong.', 'Diga en una o dos frases qué está mal.'],
  ['Say what you ask us to do.', 'Diga qué nos pide que hagamos.'],
  [/^Keep this under ([\d,]+) characters\.$/, 'No pase de $1 caracteres.'],
  ['Enter a name.', 'Escriba un nombre.'],
  [/^Use at most (\d+) characters for a name\.$/, 'Use como mucho $1 caracteres para un nombre.'],
  ['A name cannot hold line breaks or any of < > @.', 'Un nombre no puede tener saltos de línea ni ninguno de estos signos: < > @.'],
  ['This e-mail address is too long.', 'Este correo electrónico es demasiado largo.'],
  ['Enter an e-mail address such as name@school.org.', 'Escriba un correo electrónico como nombre@escuela.org.'],
  ['Tell us your name: only whose work it is can ask this.', 'Díganos su nombre: solo puede pedirlo el autor de la obra.'],
  ['Give an e-mail address, so that we can ask you about it.', 'Escriba un correo electrónico para que podamos preguntarle.'],
  ['Too many tries. Wait a minute, then try again.', 'Demasiados intentos. Espere un minuto y vuelva a intentarlo.'],
  [/^Too many tries\. Wait (\d+) minutes, then try again\.$/, 'Demasiados intentos. Espere $1 minutos y vuelva a intentarlo.'],
]
