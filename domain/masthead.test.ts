import { expect, test } from 'vitest'
import { mastheadGroups } from './masthead.ts'

const of = (...positions: string[]) => mastheadGroups(positions.map((position) => ({ position }))).map(({ group, people }) => `${group}: ${people.map(({ position }) => position).join(', ')}`)

test('leaders, editors, the rest, and the faculty last', () => {
  expect(of('Staff Writer', 'Faculty Adviser', 'Photo Editor', 'Editor in Chief', 'Site Admin', 'Managing Editor', 'Copy Editor')).toEqual([
    'editors: Editor in Chief, Managing Editor, Photo Editor, Copy Editor',
    'staff: Staff Writer, Site Admin',
    'advisers: Faculty Adviser',
  ])
})

test('in Spanish too, and groups without anybody are left out', () => {
  expect(of('Asesora docente', 'Editora', 'Directora')).toEqual(['editors: Directora, Editora', 'advisers: Asesora docente'])
  expect(of()).toEqual([])
})
