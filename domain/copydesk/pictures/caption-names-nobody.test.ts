import { expect, test } from 'vitest'
import type { CopyPicture } from '../finding.ts'
import { copyOf } from '../testing/copy.ts'
import { captionNamesNobody } from './caption-names-nobody.ts'

const messages = (picture: Partial<CopyPicture>) => captionNamesNobody.find(copyOf({ pictures: [picture] })).map(({ message }) => message)

test.each(['Students work on their project.', 'Two seniors after the game', 'A student reads.', 'Members of the band rehearse in the gym.', 'Cheering fans fill the stands', 'The varsity players celebrate.', 'Students at Harbor High build a robot on Saturday.', 'Seniors in Drydock Theater in October'])('finds “%s”', (caption) => {
  expect(messages({ caption })).toHaveLength(1)
})

test('names whoever can be seen and is not named', () => {
  expect(messages({ caption: 'Ana Ruiz and a friend', people: ['Ana Ruiz', 'Ben Cho'] })[0]).toMatch(/^Ben Cho can be seen .* is not named/)
  expect(messages({ caption: 'After the game', people: ['Ana Ruiz', 'Ben Cho'] })[0]).toMatch(/^Ana Ruiz, Ben Cho can be seen .* are not named/)
})

test.each<Partial<CopyPicture>>([
  { caption: 'Ana Ruiz, a senior, reads.' },
  { caption: 'Juniors Ruiz and Cho at Harbor High' },
  { caption: 'Seniors Ana Ruiz and Ben Cho after the game' },
  { caption: 'The arm of Team 2417 sets a block.' },
  { caption: 'Compost, recycling, landfill: the three bins that students sort their lunch into.' },
  { caption: 'Students work.', credit: 'Illustration by Ana Ruiz' },
  { caption: '' , people: ['Ana Ruiz'] },
  { caption: 'Ruiz and Cho', people: ['Ana Ruiz', 'Ben Cho'] },
  { caption: 'The whole band', people: ['A B', 'C D', 'E F', 'G H', 'I J', 'K L', 'M N'] },
])('leaves %j alone', (picture) => {
  expect(messages(picture)).toEqual([])
})
