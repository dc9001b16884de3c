import type { DemoStory } from '../copy.ts'
import { bold, bullets, p, pull, subhead } from '../copy.ts'

/** Stories that readers do not see yet, or no longer, one for each place on the way. */

/** DRAFT: sent back with a note that must be settled first. */
export const SENT_BACK: DemoStory & { note: string } = {
  note: 'Strong reporting. Before this goes on: call the district and get its side of the parking count, and say who the “several students” in the fourth paragraph are.',
  section: 'News',
  headline: 'Student parking lot has 140 spaces and 212 permits',
  deck: 'The math catches up with everybody at 7:20 a.m.',
  tags: ['Parking', 'Campus'],
  bylines: [{ who: 'ines', credit: 'Staff Writer' }],
  body: [
    p('The line of cars on Tidewater Avenue begins before the sun does.'),
    p('Harbor High has sold 212 permits this year for a student lot with 140 spaces. On the first Monday of November, The Harbor Light counted 171 cars on school grounds and 38 more on the streets nearby.'),
    p('A permit costs $60 and promises “access to the lot,” according to the form that drivers sign. It does not promise a space.'),
    p('Several students said they now leave home 25 minutes earlier than they did last year to be sure of a place.'),
    subhead('A waiting list for a waiting list'),
    p('The office stopped selling permits in October. There are 44 names on the list for next semester.'),
  ],
}

/** EDITING: with the editors. */
export const IN_EDITING: DemoStory = {
  section: 'Features',
  headline: 'The night custodian who tunes the piano',
  deck: 'Between the second floor and the gym, Emil Novak makes one stop that is not on his list.',
  tags: ['Profiles', 'Music'],
  bylines: [{ who: 'marlow', credit: 'Photo Editor' }],
  body: [
    p('At 9:40 p.m. the building belongs to Emil Novak and to the machine that he pushes through it.'),
    p('At 10:15 the machine stops outside the choir room. For the next quarter of an hour, if you happen to be standing in the parking lot, you can hear a single note being asked the same question again and again.'),
    p('Novak, 58, tuned pianos for a living before he came to Harbor High. The school’s upright, he said, was “a good animal with a bad winter.” He keeps his tuning lever in a sock.'),
    pull('Nobody asked me to. Nobody asked me not to.', 'Emil Novak'),
    p('“Nobody asked me to,” he said. “Nobody asked me not to.”'),
  ],
}

/** REVIEW: waits for the adviser, every check met. */
export const IN_REVIEW: DemoStory = {
  section: 'News',
  headline: 'School board to vote on an 8:30 a.m. first bell',
  deck: 'Two plans are on the table for Dec. 10. One of them moves lunch.',
  tags: ['Bell schedule', 'District'],
  bylines: [{ who: 'ines', credit: 'Staff Writer' }],
  body: [
    p('The school board will choose Dec. 10 between two plans that would both start the day at Harbor High at 8:30 a.m., 55 minutes later than now.'),
    p('Under the first, every class keeps its length and the day ends at 3:25 p.m. Under the second, lunch moves to 12:40 p.m., passing periods shrink to four minutes and the day ends at 3:10.'),
    bullets([bold('Plan A: '), '8:30 to 3:25, lunch at 12:05'], [bold('Plan B: '), '8:30 to 3:10, lunch at 12:40']),
    p('Superintendent Grace Tillman said she would recommend neither. “I will recommend sleep,” Tillman said. “The board can decide about lunch.”'),
    p('In a survey of 1,120 students and parents, 68% favored a later start. The question did not mention lunch.'),
  ],
}

/** REVIEW: an editor exchanged the picture and has not described the new one. `before` is what was handed in. */
export const IN_REVIEW_UNMET: DemoStory & { lead: NonNullable<DemoStory['lead']> } = {
  section: 'Sports',
  headline: 'Sailing team finds wind at last',
  deck: 'Four regattas were called off for calm. The fifth was worth it.',
  tags: ['Sailing'],
  bylines: [{ who: 'marlow', credit: 'Photo Editor' }],
  lead: {
    file: 'harbor.jpg',
    artist: 'marlow',
    caption: 'The fleet comes home under the north point light after Sunday’s third race.',
    alt: 'Illustration of sailboats in a harbor at dusk, with a lighthouse on the headland.',
  },
  body: [
    p('For a month the flags on the committee boat hung like laundry.'),
    p('On Sunday they stood straight out. Harbor High’s two boats finished first and fourth in the Tidewater Regatta, the first of five this fall in which anyone finished at all.'),
    p('“You forget that it’s loud,” said skipper Annika Ross, a senior. “You forget that you have to hold on.”'),
  ],
}

/** APPROVED: ready to be published. */
export const READY: DemoStory = {
  section: 'Arts',
  headline: 'Ceramics class fires 400 bowls for the food bank',
  deck: 'Buy one on Friday, and keep it. The soup is included.',
  tags: ['Visual arts', 'Community'],
  bylines: [{ who: 'ines', credit: 'Staff Writer' }],
  body: [
    p('No two are the same size, and a few do not sit quite flat. All 400 will hold soup.'),
    p('Students in Harbor High’s three ceramics classes have made bowls since September for Friday’s Empty Bowls supper, at which $12 buys a bowl and whatever a dozen local kitchens have put in the pots. The money goes to the county food bank.'),
    p('“People pick them up with two hands,” said teacher Margit Sandoval. “You can tell when they have found theirs.”'),
    p('Last year’s supper raised $3,900. Doors open at 5:30 p.m. in the cafeteria.'),
  ],
}

/** WITHDRAWN: published, then taken out of the paper. */
export const TAKEN_OUT: DemoStory & { reason: string; statement: string; hoursAgo: number } = {
  reason: 'The figures in the headline and in the second paragraph were for the whole district, not for our school, and the story rests on them. A corrected story will follow.',
  statement: 'The figures in this story were those of the whole district, not of our school. We were wrong to publish it, and will report the right ones.',
  hoursAgo: 210,
  section: 'News',
  headline: 'Lost-and-found holds 900 jackets',
  deck: 'Nearly every student has left one behind, it seems.',
  tags: ['Campus'],
  bylines: [{ who: 'marlow', credit: 'Photo Editor' }],
  body: [
    p('The lost-and-found room is full, and most of what it is full of has sleeves.'),
    p('About 900 jackets were handed in this fall, according to a count posted by the front office.'),
    p('What is not claimed by Dec. 18 will be given to a shelter downtown.'),
  ],
}
