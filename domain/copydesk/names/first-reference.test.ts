import { expect, test } from 'vitest'
import { found } from '../testing/copy.ts'
import { firstReference } from './first-reference.ts'

test('finds a last name before its full name', () => {
  expect(found(firstReference, ['The idea was Raman’s.', '“We won,” said junior Priya Raman, who drove.'])).toEqual(['Raman'])
  expect(found(firstReference, ['They asked Beck about it. “No,” Jonah Beck said.'])).toEqual(['Beck'])
})

test('finds a speaker who is never named in full, once', () => {
  expect(found(firstReference, ['“We won,” Delgado said.', '“Twice,” said Delgado.'])).toEqual(['Delgado'])
  expect(found(firstReference, ['Principal Cole said it.', '"We won," said captain Priya.'])).toEqual(['Cole', 'Priya'])
})

test.each([
  [['“We won,” said junior Priya Raman.', 'Raman said it twice.']],
  [['Priya Raman, 17, drives. “Fast,” Raman said.']],
  [['“It works,” he said.', 'Police said so. Students said no. Nobody said why.', 'The Board said so.']],
  [['The U.S. Department of Education said so.']],
  [['Swimmers said they liked it.']],
  [['They walked in Rose Park.', 'Teacher Ann Rose said so.']],
  [['Young people came. “We did,” said senior Eli Young.', 'They say young people do.']],
  [['“Ask Raman,” he said.', '“Me?” said junior Priya Raman.']],
  [['“Yes,” said Principal Ruth Cole. Later Principal Cole said no.']],
  [['“Yes,” said senior English teacher Ruth Cole.']],
  [['Coach Sabine Okafor said it. Okafor’s team won.']],
])('leaves %j alone', (body) => {
  expect(found(firstReference, body)).toEqual([])
})
