import 'server-only'
import type { FieldChange } from '#domain/document/diff.ts'
import type { Problem, Refused } from '#domain/result.ts'

/** What a command answers: done, with the cache tags that it touched, or refused with the reasons. */
export type CommandResult<T extends object = object> = ({ ok: true; tags: string[] } & T) | Refused

/** Thrown inside a command's transaction to undo it; `outcome` turns it into the command's answer. */
export class Refusal extends Error {
  readonly problems: Problem[]
  readonly changes: FieldChange[] | undefined
  constructor(problems: string | Problem[], field?: string, changes?: FieldChange[]) {
    const list = typeof problems === 'string' ? [field === undefined ? { message: problems } : { field, message: problems }] : problems
    super(list[0]?.message ?? 'Refused.')
    this.problems = list
    this.changes = changes
  }
}

/** Runs a command: its answer, or the refusal that it threw. Anything else thrown is a bug and goes on up. */
export async function outcome<T extends object>(work: () => Promise<{ ok: true; tags: string[] } & T>): Promise<CommandResult<T>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal) {
      return { ok: false, problems: error.problems, ...(error.changes === undefined ? {} : { changes: error.changes }) }
    }
    throw error
  }
}
