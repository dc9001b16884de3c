import 'server-only'
import type { Problem } from '#domain/result.ts'

/** What a command answers: done, with the cache tags that it touched, or refused with the reasons. */
export type CommandResult<T extends object = object> = ({ ok: true; tags: string[] } & T) | { ok: false; problems: Problem[] }

/** Thrown inside a command's transaction to undo it; `outcome` turns it into the command's answer. */
export class Refusal extends Error {
  readonly problems: Problem[]
  constructor(message: string, field?: string) {
    super(message)
    this.problems = [field === undefined ? { message } : { field, message }]
  }
  static of(problems: Problem[]): Refusal {
    const refusal = new Refusal(problems[0]?.message ?? 'Refused.')
    refusal.problems.splice(0, refusal.problems.length, ...problems)
    return refusal
  }
}

/** Runs a command: its answer, or the refusal that it threw. Anything else thrown is a bug and goes on up. */
export async function outcome<T extends object>(work: () => Promise<{ ok: true; tags: string[] } & T>): Promise<CommandResult<T>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problems: error.problems }
    throw error
  }
}
