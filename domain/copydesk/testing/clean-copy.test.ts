import { expect, test } from 'vitest'
import { copydeskFindings } from '../rules.ts'
import { DEFAULT_SETTINGS } from '../settings.ts'
import { copyOf } from './copy.ts'

/** Copy that an AP desk would leave as it is, chosen for what makes rules stumble. */
const RIGHT = [
  'PORTLAND, Ore. — The state board on Jan. 5, 2026, approved a plan that had sat on its desk since September 2024.',
  'The vote was 7-2, with two members absent. It came at 9:40 p.m., after four hours of testimony.',
  '“We counted every ballot twice,” said Maria Delgado, the county clerk. “Then we counted them again.”',
  'Delgado, 58, has run the office since 2009. She won 61% of the vote in her last race, up from 54%.',
  'Ask any of the 5-year-olds in Room 6 what they want, and you will hear the same four words. “More recess, more snack,” teacher Paul Okafor said.',
  'The trail is 3 miles long and rises 8 feet for every 100. At mile 2 it crosses Route 9.',
  'Seventeen students signed up. Of those, nine came, and eight of the nine stayed to the end.',
  '“Did she really ask, ‘Why me?’” Okafor said. “Yes. And then she laughed.”',
  'The play, “A Light in the Hall,” opens Friday. Its second act, which students call “the long one,” runs 50 minutes.',
  'What did he mean by “soon”? Nobody in the room asked; everybody had read “The Long Wait”: It was on the syllabus.',
  'The U.S. Department of Education said in a report that 1 in 5 schools had no nurse. The FBI declined to comment.',
  'The National Honor Society will meet at noon. NHS members bring a friend; the NHS pays for lunch.',
  'He said that that was all he had had time for. “No, no,” his sister said. “It is far, far more.”',
  'The coach, who is from Walla Walla, Washington, played at St. Olaf in the 1990s and taught in Boise, Idaho, until May 2019.',
  'World War II had ended when the school was built, in 1946. Its tower is a copy of one in Bath, England.',
  'Principal Renata Cole said the policy would not change. Cole spoke by phone from Washington, D.C., on Tuesday.',
  'The superintendent, Harold Vance, said he had read the letter. So had the principal and the president of the parents group.',
  'Former Mayor Lena Fitch, who holds a master’s degree in history and a Bachelor of Science, gave the talk.',
  'Tickets are $5 at the door, $3 with a card. Doors open at 6:30; the band plays from 7 to 9 p.m.',
  'On March 3 the team was 4-11. By April 18 it had won eight in a row, the last one 5-4 in 12 innings.',
  'Vance’s car, a 1998 sedan, has 212,000 miles on it. It has been to all 50 states, he said, and to “most of Canada.”',
  'In the 400-meter relay, Jo Tran, Ella Moss, Kim Ortiz and Ana Paul finished in 49.82 seconds. Tran ran the last leg.',
  'Moss, a junior, said the baton slipped. “I thought, ‘It’s over,’” she said. “Then it was in my hand.”',
  'Students’ lockers will be cleaned over break. The students’, teachers’ and parents’ lots will be closed.',
  'The sign on the door read “Back in a minute.” That was in ’09. Rock ’n’ roll was playing.',
  'Chapter 4 is the longest. In it, the hero spends 10 days in the desert, two of them asleep.',
  'Of course offerings this fall, three are new: AP Seminar, STEM Lab 2 and a class on the Constitution.',
  'Officials said the pipe burst about 2 a.m. Friday. Crews worked until 5 p.m. The gym reopens Monday.',
  'The count is clear, clerk Dana Reyes said, and “clearly marked” ballots were set aside. They spoke clearly into the microphone.',
  'Nearly 90% of the club’s 52 members live within 2 miles. The rest come by bus, by bike or, on one occasion, by canoe.',
  '“If it rains,” Reyes said, “we play. If it snows, we play. If it thunders, we go inside and play cards.”',
  'Twenty-two minutes later, the lights came back. Nobody had moved.',
  '“I have been here for 30 years,” custodian Ray Ellis said.',
  'Ellis keeps a list. It begins, “One: Do not run.”',
  'The email, sent to ana@school.example, gave the address of the lunchroom.',
  'She swims the 100 in 58.31, a school record. Her sister holds the old one, 58.9.',
  'Grades 6 through 8 eat at 11:20. Grade 5 eats at 12:05.',
  'Iowa, Ohio and Maine sent teams. So did Juneau, Alaska.',
  'He was born Feb. 29, 2008 — a leap year — and has had four birthdays.',
  'The bill, H.R. 1234, passed 218-210. Sen. Ruth Day, D-Maine, called it “a start”; Gov. Al Pine did not.',
  'Dogs are allowed. (Cats are, too.) “[They] have to be on a leash,” Day said in an email.',
  'No. 4 seed Lakeside beat No. 1 Harding 3-2. Lakeside will host on Nov. 3.',
  '“Hamlet” closes May 2. “It’s been … a lot,” said Noor Aziz, who plays the prince. “A good lot.”',
]

const findings = (isNews: boolean, body: string[]) =>
  copydeskFindings(
    copyOf({ isNews, headline: 'State board approves longer lunch after four years', deck: 'The plan had waited since 2024. Two members stayed away.', bylines: [{}], body }),
    DEFAULT_SETTINGS,
  ).map(({ ruleId, passage }) => `${ruleId}: ${passage}`)

test('says nothing of copy that is right', () => {
  expect(findings(true, RIGHT)).toEqual([])
})

test('says nothing of any of its paragraphs alone, but for a name that an earlier one gives', () => {
  const alone = RIGHT.flatMap((paragraph) => findings(false, [paragraph, 'The end of it is in sight.']))
  expect(alone.filter((finding) => !finding.startsWith('first-reference: '))).toEqual([])
})
