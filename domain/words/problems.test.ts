import { describe, expect, it } from 'vitest'
import { tooManyTries } from '#domain/staff.ts'
import { requestFormSchema } from '#domain/takedown-policy.ts'
import { problemIn, problemsIn } from './problems.ts'

const long = 'x'.repeat(9_000)
const FORMS = [
  { story: '', ground: '', problem: '', wish: '', name: '', email: '' },
  { story: long, ground: 'COPYRIGHT', problem: long, wish: long, name: long, email: long },
  { story: '/news/a', ground: 'COPYRIGHT', problem: 'long enough a text', wish: 'this', name: '', email: '' },
  { story: '/news/a', ground: 'COPYRIGHT', problem: 'long enough a text', wish: 'this', name: 'a<b', email: 'nobody' },
  { story: '/news/a', ground: 'COPYRIGHT', problem: 'long enough a text', wish: 'this', name: '  ', email: '' },
]

describe('what is wrong with a readers’ form', () => {
  it('is said in English as it is, and in Spanish whatever it is', () => {
    const said = new Set(FORMS.flatMap((form) => requestFormSchema.safeParse(form).error?.issues.map(({ message }) => message) ?? []))
    expect(said.size).toBeGreaterThan(10)
    expect(said).toContain('Enter an e-mail address such as name@school.org.')
    for (const message of [...said, tooManyTries(1), tooManyTries(600)]) {
      expect(problemIn('en', message)).toBe(message)
      expect(problemIn('es', message), message).not.toBe(message)
    }
    expect(problemIn('es', tooManyTries(600))).toBe('Demasiados intentos. Espera 10 minutos y vuelve a intentarlo.')
  })

  it('keeps its field, and a sentence that nobody translated', () => {
    expect(problemsIn('es', [{ field: 'name', message: 'Enter a name.' }, { message: 'Something new.' }])).toEqual([{ field: 'name', message: 'Escribe un nombre.' }, { message: 'Something new.' }])
  })
})
