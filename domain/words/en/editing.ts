import { REVIEW_POLICY_NAMES } from '#domain/policy.ts'

/** How the paper decides what it publishes: the words of the Journalism Education Association. */
export const editing = {
  title: 'How we edit',
  about: 'Who decides what this paper publishes, and how.',
  policy: (name: string) => `Our review policy: ${name.toLowerCase()}.`,
  policies: REVIEW_POLICY_NAMES,
  hours: (count: number) => (count === 1 ? 'one hour of school' : `${count} hours of school`),
  common: 'Nobody approves a story that they wrote or signed. Every decision names the exact version that it was made on, and is kept on record with its reason.',
  required: 'Whoever requires a change must give a reason, and the authors may put an objection on record. Nobody may erase it.',
  priorReview: 'The faculty adviser reads every story before it is published. The Journalism Education Association calls this prior review.',
  coachingOrRestraint: 'The adviser may suggest changes, which is coaching, or require one, which is prior restraint.',
  held: (hours: string, after: string) => `A story may be held for ${hours}. After that, ${after}.`,
  afterHold: {
    ADVISERS: 'every adviser and admin of the paper is told, and it stands first in their lists until one of them decides',
    PERSON: 'the person whom the paper named for this is told, and it stands first in their list until it is decided',
    EDITORS: 'the student editors may decide',
  },
  editorsDecide: 'Student editors decide what is published. The faculty adviser is asked about every story and may comment, which is coaching, but cannot stop it.',
  timeToComment: (hours: string) => `The adviser has ${hours} to comment. After that the editors decide without it.`,
  openForum: 'This paper is an open forum: student editors decide what is published, without prior review.',
  adviserCoaches: 'The faculty adviser coaches and may comment on any story, before and after it is published.',
}
