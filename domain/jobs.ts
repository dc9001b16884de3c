import { z } from 'zod'

/**
 * How a kind of job is tried: a worker that is not heard of for `expireInSeconds` (which must be longer than one try may take) is
 * taken for dead and the job is tried anew; `retryLimit` further tries, the first after `retryDelay` seconds, each
 * later one after about twice as long, at most `retryDelayMax`.
 */
export type JobTries = { expireInSeconds: number; retryLimit: number; retryDelay: number; retryDelayMax: number }

const TRIES: JobTries = { expireInSeconds: 30, retryLimit: 8, retryDelay: 5, retryDelayMax: 300 }

/** Kinds of one lane are worked off one after the other; no lane waits for another. */
export type JobLane = 'paper' | 'mail' | 'print'

/** `words`: what it does, for the list of what failed; `advice`: what somebody can do about it there. */
type Job<S extends z.ZodType> = { data: S; words: string; advice: string; tries: JobTries; lane: JobLane }

const job = <S extends z.ZodType>({ tries = {}, lane = 'paper', ...rest }: Omit<Job<S>, 'tries' | 'lane'> & { tries?: Partial<JobTries>; lane?: JobLane }): Job<S> => ({ ...rest, lane, tries: { ...TRIES, ...tries } })

/**
 * The duties that wait in the database for their time: one line a kind. What a job carries is ids and nothing else, so that
 * nothing of a story lies in the queue, and a job that runs late or twice judges by how things stand then.
 * server/jobs/queue.ts writes and fetches them, server/jobs/handlers/ does them.
 */
export const JOBS = {
  /** Publishes or unpublishes a story at the minute that its Schedule row names. */
  'story.due': job({
    data: z.object({ scheduleId: z.string().regex(/^[0-9a-f-]{36}$/) }),
    words: 'Publish or unpublish a story at its minute',
    advice: 'The story stands first in the list of everybody who can publish it; they decide anew.',
  }),
  /** Publishes an arrangement of the front page at the minute that its FrontSchedule row names. */
  'front.due': job({
    data: z.object({ scheduleId: z.string().regex(/^[0-9a-f-]{36}$/) }),
    words: 'Publish an arrangement of the front page at its minute',
    advice: 'It stands on the front page desk with its reason; an editor or adviser decides anew.',
  }),
  /** Takes the breaking banner of a published arrangement down at its end. */
  'front.bannerEnds': job({
    data: z.object({ arrangementId: z.string().regex(/^[0-9a-f-]{36}$/) }),
    words: 'Take the breaking banner down at its end',
    advice: 'Take the banner down by hand on the front page desk, and publish.',
  }),
  /** Writes the copies of a newsletter, one for each reader; each is then a mail of its own. */
  'newsletter.copies': job({
    data: z.object({ newsletterId: z.string().regex(/^[0-9a-f-]{36}$/) }),
    words: 'Write the copies of a newsletter',
    advice: 'Try again: whoever has a copy already gets no second one.',
    lane: 'mail',
    tries: { expireInSeconds: 120 },
  }),
  /** Reads the pages of a printed issue. It takes minutes, and must keep nothing else from its time. */
  'issue.read': job({
    data: z.object({ issueId: z.string().regex(/^[0-9a-f-]{36}$/) }),
    words: 'Read the pages of a printed issue',
    advice: 'Look whether the disk has room, then try again; or throw the issue away and upload its PDF anew.',
    lane: 'print',
    tries: { expireInSeconds: 900, retryLimit: 3, retryDelay: 10 },
  }),
  /** Hands one mail over to the mail server. A slow server must keep no story from its minute; one that is away may come back after hours. */
  'mail.send': job({
    data: z.object({ mailId: z.string().regex(/^[0-9a-f-]{36}$/) }),
    words: 'Send a mail',
    advice: 'Look whether the mail server and the address are right. What was to be said is kept for 7 days.',
    lane: 'mail',
    tries: { expireInSeconds: 120, retryLimit: 12, retryDelay: 15, retryDelayMax: 3_600 },
  }),
  /** Tells a cache of somebody else, in front of the paper, that its pages are old. */
  'edge.purge': job({
    data: z.object({}),
    words: 'Empty the cache in front of the paper',
    advice: 'Look whether EDGE_PURGE_URL and its token are right (docs/deploy.md). Until then readers may see old pages, for as long as that cache keeps them.',
    tries: { retryLimit: 12, retryDelay: 1, retryDelayMax: 60 },
  }),
} as const

export type JobName = keyof typeof JOBS
/** What a job of this name carries. */
export type JobData<N extends JobName> = z.output<(typeof JOBS)[N]['data']>
const CARRIED: { [N in JobName]: { data: z.ZodType<JobData<N>> } } = JOBS

export const JOB_NAMES: readonly JobName[] = Object.keys(JOBS).filter((name): name is JobName => Object.hasOwn(JOBS, name))

/** The kinds of a lane. */
export function jobsOfLane(lane: JobLane): JobName[] {
  return JOB_NAMES.filter((name) => JOBS[name].lane === lane)
}

/** What a job of this name carries, if that is what it carries. */
export function carriedBy<N extends JobName>(name: N, data: unknown): JobData<N> | null {
  const schema: z.ZodType<JobData<N>> = CARRIED[name].data
  const parsed = schema.safeParse(data)
  return parsed.success ? parsed.data : null
}
