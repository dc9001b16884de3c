import type { Words } from '../words.ts'

export const editing: Words['editing'] = {
  title: 'Cómo editamos',
  about: 'Quién decide qué publica este periódico, y cómo.',
  policy: (name: string) => `Nuestra política de revisión: ${name.toLowerCase()}.`,
  policies: { ADVISER_APPROVES: 'El asesor aprueba', ADVISER_CONSULTS: 'Se consulta al asesor', OPEN_FORUM: 'Foro abierto' },
  hours: (count: number) => (count === 1 ? 'una hora de clase' : `${count} horas de clase`),
  common: 'Nadie aprueba un artículo que escribió o firmó. Cada decisión nombra la versión exacta sobre la que se tomó, y queda registrada con su razón.',
  required: 'Quien exige un cambio debe dar una razón, y los autores pueden dejar constancia de su objeción. Nadie puede borrarla.',
  priorReview: 'El profesor asesor lee cada artículo antes de que se publique. La Journalism Education Association lo llama revisión previa (prior review).',
  coachingOrRestraint: 'El asesor puede sugerir cambios, lo que es orientar, o exigir uno, lo que es censura previa (prior restraint).',
  held: (hours: string, after: string) => `Un artículo puede quedar retenido ${hours}. Después, ${after}.`,
  afterHold: {
    ADVISERS: 'se avisa a todos los asesores y administradores del periódico, y aparece el primero en sus listas hasta que uno de ellos decida',
    PERSON: 'se avisa a la persona que el periódico nombró para ello, y aparece el primero en su lista hasta que se decida',
    EDITORS: 'los editores estudiantiles pueden decidir',
  },
  editorsDecide: 'Los editores estudiantiles deciden qué se publica. Al profesor asesor se le pregunta por cada artículo y puede comentarlo, lo que es orientar, pero no puede detenerlo.',
  timeToComment: (hours: string) => `El asesor tiene ${hours} para comentar. Después los editores deciden sin él.`,
  openForum: 'Este periódico es un foro abierto: los editores estudiantiles deciden qué se publica, sin revisión previa.',
  adviserCoaches: 'El profesor asesor orienta y puede comentar cualquier artículo, antes y después de que se publique.',
}
