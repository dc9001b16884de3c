import type { Role } from '#domain/people.ts'

export type DemoAccount = { email: string; password: string; role: Role; name: string; position: string }

/** The paper that `npm start` shows when nobody has set one up. The school, the people and the domain are invented. */
export const DEMO_PAPER = { paperName: 'The Harbor Light', motto: 'The student newspaper of Harbor High', timeZone: 'America/Los_Angeles' }

/** Who can sign in to the demo paper: one a role, and a second writer. The first is made as /setup makes it. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { role: 'ADMIN', email: 'admin@demo.fourth-period.test', password: 'keeper of the keys', name: 'Robin Castellane', position: 'Site Admin' },
  { role: 'ADVISER', email: 'adviser@demo.fourth-period.test', password: 'read it twice aloud', name: 'Ellen Marchbanks', position: 'Faculty Adviser' },
  { role: 'EDITOR', email: 'editor@demo.fourth-period.test', password: 'cut the last line', name: 'Theo Lindqvist-Amari', position: 'Editor in Chief' },
  { role: 'WRITER', email: 'writer@demo.fourth-period.test', password: 'ask one more question', name: 'Ines Okonjo', position: 'Staff Writer' },
  { role: 'WRITER', email: 'writer-two@demo.fourth-period.test', password: 'spell every name right', name: 'Marlow Petrakis', position: 'Photo Editor' },
]
