import { expect, test } from 'vitest'
import { fullNamesIn } from './people.ts'

const names = (text: string) => fullNamesIn(text).map(({ name, last }) => [name, last])

test.each([
  ['said junior Priya Raman, who drove', [['Priya Raman', 'Raman']]],
  ['Jonah Beck said so', [['Jonah Beck', 'Beck']]],
  ['“Yes,” said Ana de la Cruz.', [['Ana de la Cruz', 'Cruz']]],
  ['Theo Lindqvist-Amari, 17, and Maria J. Delgado, a senior', [['Theo Lindqvist-Amari', 'Lindqvist-Amari'], ['Maria J. Delgado', 'Delgado']]],
  ['They walked to Pine Ridge with Rosa Park.', []],
  ['principal Ruth Cole’s plan', [['Ruth Cole’s', 'Cole']]],
])('reads “%s”', (text, expected) => {
  expect(names(text)).toEqual(expected)
})
